import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useCharter } from '../../data/charter.ts'
import { ApiProblem, type SolutionSummary } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { useSolutions } from '../../data/solutions.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { TierMark } from '../../parts/tier-mark.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import type { Texts } from '../../texts/en.ts'
import { useTexts } from '../../texts/language.tsx'
import { exactly, moment } from '../../texts/moments.ts'
import { asTier, tierNames } from '../check/sentences.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { StateTag } from './state-tag.tsx'
import css from './solutions-page.module.css'

/** The solutions that this person may see, newest first; the title says how many. */
export const SolutionsPage = () => {
  const { t } = useTexts()
  const { data: me } = useMe()
  const solutions = useSolutions()
  const rows = solutions.data?.pages.flatMap(page => page.solutions) ?? []
  const total = solutions.data?.pages[0]?.total ?? 0
  const uncounted = solutions.data?.pages[0]?.more ?? false
  const title = solutions.data === undefined ? t.solutions.name : titleOf(t.solutions.titles, rows, { total, uncounted }, me?.person?.id)
  const signedOut = me?.person === null || (solutions.error instanceof ApiProblem && solutions.error.status === 401)
  return (
    <Page title={t.solutions.name} crumbs={[{ label: t.shell.registry }, { label: t.solutions.name }]} step={me?.person?.id ?? 'nobody'}>
      <Sheet>
        {signedOut ? (
          <SignInFirst lead={t.solutions.signInTitle} />
        ) : (
          <>
            <div className={css.head}>
              <h1 tabIndex={-1}>{title}</h1>
              <ButtonLink to="/check">{t.welcome.check}</ButtonLink>
            </div>
            {solutions.data === undefined ? (
              solutions.error === null ? (
                <SkeletonRows rows={6} busy={t.loading} />
              ) : (
                <Trouble title={t.trouble.partTitle(t.solutions.name)} error={solutions.error} retry={() => void solutions.refetch()} />
              )
            ) : total === 0 ? (
              <Note empty title={t.solutions.emptyTitle}>
                {t.solutions.emptyText}
              </Note>
            ) : (
              <SolutionTable rows={rows} />
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

const SolutionTable = ({ rows }: { rows: readonly SolutionSummary[] }) => {
  const { t, language } = useTexts()
  const charter = useCharter()
  const names = charter.data === undefined ? [] : tierNames(charter.data)
  return (
    <table className={css.table}>
      <caption>{t.solutions.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.solutions.columns.name}</th>
          <th scope="col">{t.solutions.columns.tier}</th>
          <th scope="col">{t.solutions.columns.state}</th>
          <th scope="col">{t.solutions.columns.owner}</th>
          <th scope="col">{t.solutions.columns.changed}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.key}>
            <th scope="row">
              <Link to="/solutions/$key" params={{ key: row.key }}>
                {row.name}
              </Link>
              <span className={css.key}>{row.key}</span>
            </th>
            <td>
              <span className={css.tier}>
                <TierMark tier={asTier(row.tier)} size={18} />
                {names[row.tier - 1]}
              </span>
            </td>
            <td>
              <StateTag state={row.state} />
            </td>
            <td>{row.owner.name}</td>
            <td>
              <time dateTime={row.changedAt} title={exactly(row.changedAt, language)}>
                {moment(row.changedAt, language)}
              </time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
