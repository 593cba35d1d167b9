import { Link } from '@tanstack/react-router'
import type { ListMySolutionsOutput } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { useMySolutions } from '../../data/solutions.ts'
import { useOffers } from '../../data/stewardship.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day, moment } from '../../texts/moments.ts'
import { useRegistryTexts } from '../../texts/registry/use.ts'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { OwnFindings } from '../findings/own-findings.tsx'
import { Offers } from './offers.tsx'
import { SolutionTable } from './solution-table.tsx'
import css from './solutions-page.module.css'

type Mine = ListMySolutionsOutput['solutions'][number]

/** What one builds and answers for, the most urgent first, with what to do next; before it what one is asked to take on. */
export const MySolutionsPage = () => {
  const { t } = useTexts()
  const words = useRegistryTexts()
  const { data: me } = useMe()
  const mine = useMySolutions()
  const rows = mine.data?.solutions ?? []
  const pressing = rows.filter(({ next, expired, conditionsLate }) => next !== null || expired || conditionsLate > 0).length
  const title =
    mine.data === undefined
      ? words.mineName
      : rows.length === 0
        ? words.mineTitle.none
        : pressing === 0
          ? words.mineTitle.quiet
          : words.mineTitle.needs(pressing)
  return (
    <Page title={words.mineName} crumbs={[{ label: t.shell.build }, { label: words.mineName }]}>
      <Sheet>
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={t.solutions.signInTitle} />
        ) : (
          <>
            <PageHead title={title} ways={<ButtonLink to="/check">{t.welcome.check}</ButtonLink>} />
            <OffersToMe />
            <OwnFindings solutions={rows.map(({ key }) => key)} />
            {mine.data ? (
              <Rows rows={rows} more={mine.data.more} />
            ) : mine.error === null ? (
              <SkeletonRows rows={6} busy={t.loading} />
            ) : (
              <Trouble title={t.trouble.partTitle(words.mineName)} error={mine.error} retry={() => void mine.refetch()} />
            )}
          </>
        )}
      </Sheet>
    </Page>
  )
}

const OffersToMe = () => {
  const words = useRegistryTexts()
  const { data } = useOffers()
  if (!data || data.offers.length === 0) return null
  return (
    <section className={css.offers}>
      <h2>{words.offers}</h2>
      <Offers
        offers={data.offers.map(({ solution, ...offer }) => ({
          ...offer,
          name: solution.name,
          you: { mayAnswer: true, mayWithdraw: false },
        }))}
        named
      />
    </section>
  )
}

const Rows = ({ rows, more }: { rows: readonly Mine[]; more: boolean }) => {
  const { t, language } = useTexts()
  const words = useRegistryTexts()
  const { next } = useSolutionTexts()
  if (rows.length === 0)
    return (
      <Note empty title={words.mineEmpty}>
        {words.mineBegin}
      </Note>
    )
  return (
    <>
      <SolutionTable
        caption={words.mineCaption}
        rows={rows}
        columns={[
          { title: words.until, cell: row => <Until row={row} /> },
          { title: t.solutions.columns.owner, cell: ({ owner }) => owner.name },
          {
            title: words.next,
            cell: row =>
              row.next !== null ? (
                <ButtonLink
                  to="/solutions/$key"
                  params={{ key: row.key }}
                  variant="default"
                  size="xs"
                  aria-label={`${next[row.next]}: ${row.name}`}
                >
                  {next[row.next]}
                </ButtonLink>
              ) : row.review ? (
                <Link to="/reviews/$review" params={{ review: row.review.key }}>
                  {words.waits(moment(row.review.dueAt, language))}
                </Link>
              ) : (
                <span className={css.quiet}>{words.nothing}</span>
              ),
          },
        ]}
      />
      {more && <p className={css.more}>{words.mineMore}</p>}
    </>
  )
}

const Until = ({ row: { expiresAt, expired, expiresInDays, conditionsLate, conditionsOpen, next } }: { row: Mine }) => {
  const { language } = useTexts()
  const words = useRegistryTexts()
  return (
    <>
      {expired ? <b className={css.late}>{words.expired}</b> : expiresAt !== null && expiresInDays !== null && day(expiresAt, language)}
      {next === 'recertify' && expiresInDays !== null && <small className={css.note}>{words.daysLeft(expiresInDays)}</small>}
      {conditionsLate > 0 ? (
        <small className={`${css.note} ${css.late}`}>{words.conditionsLate(conditionsLate)}</small>
      ) : (
        conditionsOpen > 0 && <small className={css.note}>{words.conditionsOpen(conditionsOpen)}</small>
      )}
    </>
  )
}
