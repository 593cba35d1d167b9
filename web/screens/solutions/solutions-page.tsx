import { Button } from '@mantine/core'
import { Link, useSearch } from '@tanstack/react-router'
import { ApiProblem, type SolutionSummary } from '../../client.generated.ts'
import { overseesFindings } from '../../data/findings.ts'
import { useMe } from '../../data/me.ts'
import { useSolutions } from '../../data/solutions.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import type { Texts } from '../../texts/en.ts'
import { useTexts } from '../../texts/language.tsx'
import { day, exactly, moment } from '../../texts/moments.ts'
import { useRegistryTexts } from '../../texts/registry/use.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { filterOf, isNarrowed } from './filter.ts'
import { Filters } from './filters.tsx'
import { SolutionTable } from './solution-table.tsx'
import css from './solutions-page.module.css'
import { Views } from './views.tsx'

/** The solutions that this person may see, newest first; the title says how many, and what they are narrowed by stands in the address. */
export const SolutionsPage = () => {
  const { t, language } = useTexts()
  const words = useRegistryTexts()
  const { data: me } = useMe()
  const search = useSearch({ from: '/solutions' })
  const solutions = useSolutions(filterOf(search))
  const narrowed = isNarrowed(search)
  const rows = solutions.data?.pages.flatMap(page => page.solutions) ?? []
  // Whoever has seen them all, or more than were counted at first, knows better.
  const total = Math.max(rows.length, solutions.data?.pages[0]?.total ?? 0)
  const uncounted = solutions.hasNextPage && solutions.data?.pages[0]?.more === true
  const oversees = overseesFindings(me?.person)
  const title =
    solutions.data === undefined
      ? t.solutions.name
      : narrowed
        ? total === 0
          ? words.foundNone
          : total === 1
            ? words.foundOne
            : words.found(`${total.toLocaleString(language)}${uncounted ? '+' : ''}`)
        : total === 0 && !oversees
          ? t.solutions.titles.noneYours
          : titleOf(t.solutions.titles, rows, { total, uncounted }, me?.person?.id)
  const signedOut = me?.person === null || (solutions.error instanceof ApiProblem && solutions.error.status === 401)
  return (
    <Page title={t.solutions.name} crumbs={[{ label: t.shell.registry }, { label: t.solutions.name }]}>
      <Sheet>
        {signedOut ? (
          <SignInFirst lead={t.solutions.signInTitle} />
        ) : (
          <>
            <PageHead title={title} ways={<ButtonLink to="/check">{t.welcome.check}</ButtonLink>} />
            <Filters />
            <Views />
            {solutions.data === undefined ? (
              solutions.error === null ? (
                <SkeletonRows rows={6} busy={t.loading} />
              ) : (
                <Trouble title={t.trouble.partTitle(t.solutions.name)} error={solutions.error} retry={() => void solutions.refetch()} />
              )
            ) : total === 0 && narrowed ? (
              <Note empty title={words.foundNone} action={<Link to="/solutions">{words.clear}</Link>}>
                {words.noneText}
              </Note>
            ) : total === 0 ? (
              <Note empty title={oversees ? t.solutions.emptyTitle : t.solutions.notYoursTitle}>
                {oversees ? t.solutions.emptyText : t.solutions.notYoursText}
              </Note>
            ) : (
              <SolutionTable
                caption={t.solutions.caption}
                rows={rows}
                columns={[
                  { title: t.solutions.columns.owner, cell: ({ owner }) => owner.name },
                  {
                    title: words.until,
                    cell: ({ expiresAt }) => expiresAt !== null && <Moment at={expiresAt} said={day(expiresAt, language)} />,
                  },
                  {
                    title: t.solutions.columns.changed,
                    cell: ({ changedAt }) => <Moment at={changedAt} said={moment(changedAt, language)} />,
                  },
                ]}
              />
            )}
            {solutions.hasNextPage && (
              <div className={css.more}>
                <Button variant="default" loading={solutions.isFetchingNextPage} onClick={() => void solutions.fetchNextPage()}>
                  {t.solutions.more(uncounted ? null : total - rows.length)}
                </Button>
              </div>
            )}
          </>
        )}
      </Sheet>
    </Page>
  )
}

const titleOf = (
  titles: Texts['solutions']['titles'],
  rows: readonly SolutionSummary[],
  { total, uncounted }: { total: number; uncounted: boolean },
  me: string | undefined,
): string => {
  if (total === 0) return titles.none
  if (uncounted) return titles.many(total)
  return rows.length === total && rows.every(({ owner }) => owner.id === me) ? titles.yours(total) : titles.all(total)
}

/** When something was or will be, to the day, with the exact moment for those who hover. */
const Moment = ({ at, said }: { at: string; said: string }) => {
  const { language } = useTexts()
  return (
    <time dateTime={at} title={exactly(at, language)}>
      {said}
    </time>
  )
}
