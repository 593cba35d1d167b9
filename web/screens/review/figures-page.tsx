import { NativeSelect } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ApiProblem, type ShowReviewFiguresOutput } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { useReviewFigures } from '../../data/reviews.ts'
import { timeThere } from '../../data/server-time.ts'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import type { ReviewTexts } from '../../texts/review/en.ts'
import { useReviewTexts } from '../../texts/review/use.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { ForReviewers } from './for-reviewers.tsx'
import css from './figures-page.module.css'
import { Agreement, Appeals, Promises, Reviewers } from './figures.tsx'

const spans = [30, 90, 365] as const

/** What came of reviews, in sentences: promises, appeals, agreement, and for those who lead who signed what. */
export const FiguresPage = () => {
  const { t, language } = useTexts()
  const words = useReviewTexts()
  const { data: me } = useMe()
  const { days = 90 } = useSearch({ from: '/figures' })
  const navigate = useNavigate({ from: '/figures' })
  const figures = useReviewFigures(days)
  const signedOut = me?.person === null || (figures.error instanceof ApiProblem && figures.error.status === 401)
  const refused = figures.error instanceof ApiProblem && figures.error.status === 403
  return (
    <Page title={words.figures.name} crumbs={[{ label: words.group }, { label: words.figures.name }]}>
      <Sheet>
        {signedOut ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.lead} />
        ) : refused ? (
          <ForReviewers />
        ) : (
          <>
            <PageHead
              title={figures.data ? titleOf(words, figures.data) : words.figures.name}
              ways={
                <NativeSelect
                  label={words.figures.days}
                  value={days}
                  onChange={event => {
                    const chosen = Number(event.currentTarget.value)
                    void navigate({ search: { days: chosen === 30 || chosen === 365 ? chosen : undefined } })
                  }}
                  data={spans.map(value => ({ value: String(value), label: words.figures.span[value] }))}
                />
              }
            >
              {figures.data && <p>{words.figures.asOf(day(figures.data.since, language), day(timeThere(), language))}</p>}
            </PageHead>
            {figures.data ? (
              <Shown figures={figures.data} />
            ) : figures.error === null ? (
              <SkeletonRows rows={6} busy={t.loading} />
            ) : (
              <Trouble title={t.trouble.partTitle(words.figures.name)} error={figures.error} retry={() => void figures.refetch()} />
            )}
          </>
        )}
      </Sheet>
    </Page>
  )
}

const titleOf = ({ figures: { titles } }: ReviewTexts, { promises }: ShowReviewFiguresOutput): string => {
  const all = promises.reduce((sum, { decided }) => sum + decided, 0)
  const kept = promises.reduce((sum, each) => sum + each.kept, 0)
  return all === 0 ? titles.none : kept === all ? titles.all(all) : titles.some(kept, all)
}

const Shown = ({ figures }: { figures: ShowReviewFiguresOutput }) => {
  const words = useReviewTexts()
  return (
    <>
      <section className={css.part}>
        <h2>{words.figures.promises}</h2>
        {figures.promises.length === 0 ? (
          <Note empty title={words.figures.none}>
            {words.figures.noneText}
          </Note>
        ) : (
          <Promises promises={figures.promises} />
        )}
      </section>
      <section className={css.part}>
        <h2>{words.figures.appeals}</h2>
        <Appeals appeals={figures.appeals} />
      </section>
      <section className={css.part}>
        <h2>{words.figures.agreement}</h2>
        <Agreement agreement={figures.agreement} />
      </section>
      {figures.reviewers && (
        <section className={css.part}>
          <h2>{words.figures.reviewers}</h2>
          <Reviewers reviewers={figures.reviewers} />
        </section>
      )}
    </>
  )
}
