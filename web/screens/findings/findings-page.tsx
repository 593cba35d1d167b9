import { Button } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { overseesFindings, useFindings } from '../../data/findings.ts'
import { useMe } from '../../data/me.ts'
import type { ListFindingsOutput } from '../../client.generated.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { useCommands } from '../../parts/commands.ts'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Views } from '../../parts/views.tsx'
import { useTexts } from '../../texts/language.tsx'
import type { FindingsTexts } from '../../texts/findings/en.ts'
import { useFindingsTexts } from '../../texts/findings/use.ts'
import { useSearchTexts } from '../../texts/search/use.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { Filters } from './filters.tsx'
import { FindingsTable } from './findings-table.tsx'
import css from './findings.module.css'
import { filterOf, isNarrowed, type View, views } from './views.ts'

/** What is not as the charter wants it and needs somebody; view and filters stand in the address. */
export const FindingsPage = () => {
  const { t } = useTexts()
  const words = useFindingsTexts()
  const { data: me } = useMe()
  const search = useSearch({ from: '/findings' })
  const { view = 'live' } = search
  const findings = useFindings(filterOf(search, me?.person?.id))
  const rows = findings.data?.pages.flatMap(page => page.findings) ?? []
  const counts = findings.data?.pages[0]?.counts
  const navigate = useNavigate()
  const said = useSearchTexts()
  useCommands([
    ...views
      .filter(each => each !== view)
      .map(each => ({
        name: said.findings(words.views[each]),
        run: () => void navigate({ to: '/findings', search: { ...search, view: each === 'live' ? undefined : each } }),
      })),
    ...(overseesFindings(me?.person)
      ? [
          { name: words.toTonight, run: () => void navigate({ to: '/findings/tonight' }) },
          { name: words.toRules, run: () => void navigate({ to: '/findings/rules' }) },
        ]
      : []),
  ])
  return (
    <Page title={words.name} crumbs={[{ label: words.group }, { label: words.name }]}>
      <Sheet>
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : (
          <>
            <PageHead
              title={counts === undefined ? words.name : titleOf(words, view, counts)}
              ways={
                overseesFindings(me?.person) && (
                  <>
                    <ButtonLink to="/findings/tonight" variant="default">
                      {words.toTonight}
                    </ButtonLink>
                    <ButtonLink to="/findings/rules" variant="default">
                      {words.toRules}
                    </ButtonLink>
                  </>
                )
              }
            >
              <p>{words.lead}</p>
            </PageHead>
            <FindingsViews />
            <Filters />
            {counts === undefined ? (
              findings.error === null ? (
                <SkeletonRows rows={8} busy={t.loading} />
              ) : (
                <Trouble title={t.trouble.partTitle(words.name)} error={findings.error} retry={() => void findings.refetch()} />
              )
            ) : rows.length === 0 ? (
              <Empty view={isNarrowed(search) ? 'filtered' : view} />
            ) : (
              <FindingsTable rows={rows}>
                {findings.hasNextPage && (
                  <div className={css.more}>
                    <Button variant="default" loading={findings.isFetchingNextPage} onClick={() => void findings.fetchNextPage()}>
                      {words.more}
                    </Button>
                  </div>
                )}
              </FindingsTable>
            )}
          </>
        )}
      </Sheet>
    </Page>
  )
}

const titleOf = ({ titles }: FindingsTexts, view: View, { high, medium, low }: ListFindingsOutput['counts']): string => {
  const all = high + medium + low
  if (view === 'snoozed' || view === 'cleared') return titles[view](all)
  if (all === 0) return titles.none
  return high > 0 ? titles.grave(high, all) : titles.found(all)
}

/** Real links: each view has its address, and keeps what the list is narrowed to. */
const FindingsViews = () => {
  const words = useFindingsTexts()
  const { view: here = 'live' } = useSearch({ from: '/findings' })
  return (
    <Views label={words.viewsOf}>
      {views.map(view => (
        <li key={view}>
          <Link
            from="/findings"
            to="/findings"
            search={before => ({ ...before, view: view === 'live' ? undefined : view })}
            aria-current={view === here ? 'page' : undefined}
          >
            {words.views[view]}
          </Link>
        </li>
      ))}
    </Views>
  )
}

const Empty = ({ view }: { view: View | 'filtered' }) => {
  const words = useFindingsTexts()
  const [title = '', text] = words.empty[view]
  return (
    <Note empty title={title} action={view !== 'live' && <Link to="/findings">{words.showAll}</Link>}>
      {text}
    </Note>
  )
}
