import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiProblem, type Review } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { useReview } from '../../data/reviews.ts'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useReviewTexts } from '../../texts/review/use.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { ChangeRecord } from './change-record.tsx'
import { Clocks } from './clocks-panel.tsx'
import { Conditions } from './conditions.tsx'
import { Decide } from './decide.tsx'
import { Questions } from './questions.tsx'
import { ReviewHead } from './review-head.tsx'
import css from './review-page.module.css'
import { SignOffs } from './sign-offs.tsx'
import { SubjectOf } from './subject.tsx'
import { type Decision } from './views.ts'

/** One review: what is looked at, everything said about it, and what the reader may do. */
export const ReviewPage = () => {
  const { t } = useTexts()
  const words = useReviewTexts()
  const { review: key } = useParams({ from: '/reviews/$review' })
  const { decide } = useSearch({ from: '/reviews/$review' })
  const { data: me } = useMe()
  const review = useReview(key)
  const [done, setDone] = useState<{ key: string; decision: Decision } | null>(null)
  const decided = done?.key === key ? done.decision : null
  const status = review.error instanceof ApiProblem ? review.error.status : null
  return (
    <Page
      title={review.data ? `${key} ${review.data.subject.name}` : key}
      crumbs={[{ label: words.group }, { label: words.queue.name, to: '/reviews' }, { label: key }]}
      step={`${key} ${decided ?? ''}`}
      paper={review.data && words.page.printed(key, review.data.version)}
    >
      <Sheet>
        <p role="status" className={css.done}>
          {decided && words.decide.done[decided]}
        </p>
        {me?.person === null || status === 401 ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.lead} />
        ) : review.data ? (
          <Shown key={key} review={review.data} decide={decide} onDone={decision => setDone({ key, decision })} />
        ) : review.error === null ? (
          <SkeletonRows rows={8} busy={t.loading} title={key} />
        ) : status === 404 || status === 403 || status === 400 ? (
          <Note heading empty title={words.page.missing} action={<Link to="/reviews">{words.page.toQueue}</Link>}>
            {words.page.missingText(key)}
          </Note>
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={review.error} retry={() => void review.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

interface ShownProps {
  review: Review
  decide: Decision | undefined
  onDone: (decision: Decision) => void
}

const Shown = ({ review, decide, onDone }: ShownProps) => (
  <>
    <ReviewHead review={review} />
    <div className={css.columns}>
      <div className={css.content}>
        <SubjectOf review={review} />
        <Questions review={review} />
        <Conditions review={review} />
        <ChangeRecord review={review} />
      </div>
      <div className={css.side}>
        <SignOffs review={review} />
        <Clocks review={review} />
      </div>
      <div className={css.content}>
        <Decide review={review} decide={decide} onDone={onDone} />
      </div>
    </div>
  </>
)
