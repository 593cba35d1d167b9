import { IconArrowBackUp, IconBan, IconCircleCheck, IconHourglass, type TablerIcon } from '@tabler/icons-react'
import type { Review } from '../../client.generated.ts'
import { Note } from '../../parts/note.tsx'
import { Tag, type Tone } from '../../parts/tag.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import { useReviewTexts } from '../../texts/review/use.ts'
import { InTheWay } from './in-the-way.tsx'
import { ReviewClock } from './review-clock.tsx'
import css from './review-head.module.css'
import { SubjectLink } from './subject.tsx'
import { TierOf } from './tier.tsx'

/** What is reviewed, why and how much time is left; then whatever stands in the way of an answer. */
export const ReviewHead = ({ review }: { review: Review }) => {
  const words = useReviewTexts()
  const { key, subject, purpose, tier, submittedBy, note, standsInTheWay, current, endedAt } = review
  return (
    <div className={css.head}>
      <div className={css.title}>
        <h1 tabIndex={-1}>{subject.name}</h1>
        {endedAt === null ? <ReviewClock review={review} /> : <Outcome review={review} />}
      </div>
      <ul className={css.line}>
        <li className={css.key}>{key}</li>
        <li>{words.purposes[purpose]}</li>
        {(tier !== null || purpose !== 'tool') && (
          <li>
            <TierOf tier={tier} named />
          </li>
        )}
        <li>{words.page.sentBy(submittedBy.name)}</li>
        <li>
          <SubjectLink review={review} />
        </li>
      </ul>
      {note !== null && (
        <p className={css.note}>
          <b>{words.page.note}:</b> {note}
        </p>
      )}
      <Ended review={review} />
      {endedAt === null && !current && (
        <Note tone="due" icon={IconHourglass} title={words.page.changed}>
          {words.page.changedText}
        </Note>
      )}
      {standsInTheWay.length > 0 && (
        <Note tone="due" icon={IconHourglass} title={words.page.inTheWay}>
          <InTheWay review={review} />
        </Note>
      )}
    </div>
  )
}

const looks: Record<NonNullable<Review['outcome']>, [TablerIcon, Tone]> = {
  approved: [IconCircleCheck, 'ok'],
  'approved-with-conditions': [IconCircleCheck, 'ok'],
  returned: [IconArrowBackUp, 'due'],
  rejected: [IconBan, 'late'],
}

const Outcome = ({ review: { outcome } }: { review: Review }) => {
  const words = useReviewTexts()
  if (outcome === null) return <Tag icon={IconArrowBackUp}>{words.states.dropped}</Tag>
  const [icon, tone] = looks[outcome]
  return (
    <Tag icon={icon} tone={tone}>
      {words.outcomes[outcome]}
    </Tag>
  )
}

/** When and how it ended, and why without an answer where that is so. */
const Ended = ({ review: { endedAt, endedBecause, outcome } }: { review: Review }) => {
  const { language } = useTexts()
  const words = useReviewTexts()
  if (endedAt === null) return null
  const known: Readonly<Record<string, string>> = words.page.because
  const when = day(endedAt, language)
  return (
    <p className={css.ended}>
      {outcome === null ? words.page.dropped(when) : words.page.over(words.outcomes[outcome], when)}.
      {endedBecause !== null && outcome === null && ` ${known[endedBecause] ?? ''}`}
    </p>
  )
}
