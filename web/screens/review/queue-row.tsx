import { Link } from '@tanstack/react-router'
import type { ReviewSummary } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { Action } from '../../parts/action.tsx'
import { Avatar } from '../../parts/avatar.tsx'
import { useTexts } from '../../texts/language.tsx'
import { exactly, list, moment } from '../../texts/moments.ts'
import { useReviewTexts } from '../../texts/review/use.ts'
import { openFor } from './offices.ts'
import css from './queue-table.module.css'
import { ReviewClock } from './review-clock.tsx'
import { TierOf } from './tier.tsx'

/** One review of the queue; on a phone a card in the same order. */
export const QueueRow = ({ row, onTake }: { row: ReviewSummary; onTake: () => void }) => {
  const words = useReviewTexts()
  const { key, subject, submittedBy, tier, purpose, outcome, state } = row
  return (
    <tr>
      <td className={css.key}>{key}</td>
      <th scope="row">
        <Link to="/reviews/$review" params={{ review: key }} data-row="">
          {subject.name}
        </Link>
      </th>
      <td className={css.maker}>{submittedBy.name}</td>
      <td className={css.tier}>
        <TierOf tier={tier} />
      </td>
      <td className={css.purpose}>{words.purposes[purpose]}</td>
      <td className={css.time}>
        {outcome === null && state !== 'dropped' ? (
          <ReviewClock review={row} listed />
        ) : outcome === null ? (
          words.states.dropped
        ) : (
          words.outcomes[outcome]
        )}
      </td>
      <td className={css.reviewer}>
        <Reviewers row={row} onTake={onTake} />
      </td>
      <td className={css.heldUp}>
        <HeldUp row={row} />
      </td>
    </tr>
  )
}

/** Whoever has an open sign-off or signed; where nobody does, a button for those who could take it. */
const Reviewers = ({ row: { key, signOffs, endedAt }, onTake }: { row: ReviewSummary; onTake: () => void }) => {
  const words = useReviewTexts()
  const { data: me } = useMe()
  const counted = signOffs.filter(({ state }) => state !== 'fallen')
  const people = new Map(
    counted
      .flatMap(({ assignee, decided }) => ((decided?.by ?? assignee) ? [decided?.by ?? assignee] : []))
      .map(each => [each?.id, each?.name ?? '']),
  )
  const takes = endedAt === null && openFor(me?.person, signOffs).some(({ assignee }) => assignee === null)
  const alone = people.size === 1 && !takes
  return (
    <span className={css.people}>
      {[...people].map(([id, name]) => (
        <span key={id} className={css.person} title={name}>
          <Avatar name={name} own={id === me?.person?.id} />
          <span data-named={alone || undefined}>{name}</span>
        </span>
      ))}
      {takes ? (
        <Action aria-label={words.doesTo(words.queue.take, key)} onClick={onTake}>
          {words.queue.take}
        </Action>
      ) : (
        people.size === 0 && <span className={css.nobody}>{words.queue.nobody}</span>
      )}
    </span>
  )
}

/** Whom a clock that stands still waits for and since when; else, once somebody has signed, who is still missing. */
const HeldUp = ({ row: { clock, signOffs, endedAt } }: { row: ReviewSummary }) => {
  const { language } = useTexts()
  const words = useReviewTexts()
  if (endedAt !== null) return <time dateTime={endedAt}>{moment(endedAt, language)}</time>
  if (clock.pausedFor !== null && clock.pausedSince !== null)
    return (
      <span title={exactly(clock.pausedSince, language)}>
        {clock.pausedFor.name}, {words.time.since(moment(clock.pausedSince, language))}
      </span>
    )
  const missing = signOffs.filter(({ state }) => state === 'open')
  return missing.length > 0 && signOffs.some(({ state }) => state === 'approved')
    ? words.queue.missing(
        list(
          missing.map(({ roleName }) => roleName),
          language,
        ),
      )
    : null
}
