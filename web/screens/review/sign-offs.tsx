import { IconArrowBackUp, IconBan, IconCircleCheck, IconHourglass, IconX, type TablerIcon } from '@tabler/icons-react'
import { useState } from 'react'
import type { Review } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { useAssignReview, useStartReview } from '../../data/reviews.ts'
import { Action } from '../../parts/action.tsx'
import { Tag, type Tone } from '../../parts/tag.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Undo } from '../../parts/undo.tsx'
import { useTexts } from '../../texts/language.tsx'
import { moment } from '../../texts/moments.ts'
import { useReviewTexts } from '../../texts/review/use.ts'
import { Assign } from './assign.tsx'
import { Escalate } from './escalate.tsx'
import { GivenAnswers } from './given-answers.tsx'
import css from './sign-offs.module.css'

type SignOff = Review['signOffs'][number]

const looks: Record<SignOff['state'], [TablerIcon, Tone]> = {
  open: [IconHourglass, 'outline'],
  approved: [IconCircleCheck, 'ok'],
  returned: [IconArrowBackUp, 'due'],
  rejected: [IconBan, 'late'],
  fallen: [IconX, 'quiet'],
}

/** Whose word it takes, who has it, and what they said; taking and handing on. */
export const SignOffs = ({ review }: { review: Review }) => {
  const words = useReviewTexts()
  const moving = useMoving(review)
  const counted = review.signOffs.filter(({ state }) => state !== 'fallen')
  const given = counted.filter(({ state }) => state !== 'open')
  return (
    <section>
      <div className={css.head}>
        <h2>{words.signOffs.title}</h2>
        {counted.length > 0 && <span>{words.signOffs.progress(given.length, counted.length)}</span>}
      </div>
      {moving.error && <Trouble title={words.signOffs.failed} error={moving.error} retry={moving.forget} />}
      <ul className={css.list}>
        {review.signOffs.map(signOff => (
          <Row key={`${signOff.role} ${signOff.decided?.at ?? ''}`} review={review} signOff={signOff} moving={moving} />
        ))}
      </ul>
      {moving.moved && <Undo key={moving.moved.version} text={moving.moved.text} onUndo={moving.undo} />}
      <Escalate review={review} />
    </section>
  )
}

interface RowProps {
  review: Review
  signOff: SignOff
  moving: ReturnType<typeof useMoving>
}

const Row = ({ review, signOff, moving }: RowProps) => {
  const { language } = useTexts()
  const words = useReviewTexts()
  const { data: me } = useMe()
  const { role, roleName, state, assignee, startedAt, decided } = signOff
  const [icon, tone] = looks[state]
  const mine = assignee?.id === me?.person?.id
  const takes = state === 'open' && review.you.maySign.includes(role) && !(mine && startedAt !== null)
  return (
    <li>
      <p className={css.role} id={`sign-off-${role}`} tabIndex={-1}>
        {roleName}
        <Tag icon={icon} tone={tone}>
          {words.signOffs.states[state]}
        </Tag>
      </p>
      <p className={css.who}>
        {decided
          ? words.signOffs.decided(decided.by.name, moment(decided.at, language))
          : state !== 'open'
            ? null
            : assignee === null
              ? words.signOffs.nobody
              : startedAt === null
                ? words.signOffs.has(assignee.name)
                : words.signOffs.looks(assignee.name, moment(startedAt, language))}
      </p>
      {decided?.reason != null && <blockquote className={css.reason}>{decided.reason}</blockquote>}
      {decided && <GivenAnswers review={review} role={role} answers={decided.answers} />}
      {state === 'open' && (
        <div className={css.actions}>
          {takes && (
            <Action
              aria-label={words.doesTo(mine ? words.signOffs.begin : words.signOffs.take, roleName)}
              onClick={() => moving.take(signOff)}
            >
              {mine ? words.signOffs.begin : words.signOffs.take}
            </Action>
          )}
          {review.you.mayAssign && assignee !== null && (
            <Action aria-label={words.doesTo(words.signOffs.giveBack, roleName)} onClick={() => moving.assign(signOff, null)}>
              {words.signOffs.giveBack}
            </Action>
          )}
          {review.you.mayAssign && <Assign signOff={signOff} onAssign={person => moving.assign(signOff, person)} />}
        </div>
      )}
    </li>
  )
}

/** Taking a sign-off and giving it to somebody, with the way back for ten seconds. */
const useMoving = ({ key, version }: Review) => {
  const words = useReviewTexts()
  const [start, again] = [useStartReview(), useAssignReview()]
  const [moved, setMoved] = useState<{ text: string; role: string; before: string | null; version: number } | null>(null)
  const remember =
    (text: string, { role, assignee }: SignOff) =>
    (after: Review) => {
      setMoved({ text, role, before: assignee?.id ?? null, version: after.version })
      // The button that was pressed is gone; what it changed takes the focus.
      document.getElementById(`sign-off-${role}`)?.focus()
    }
  return {
    moved,
    error: start.error ?? again.error,
    forget() {
      start.reset()
      again.reset()
    },
    take(signOff: SignOff) {
      const { role, roleName } = signOff
      start.mutate({ review: key, role, version }, { onSuccess: remember(words.signOffs.taken(roleName), signOff) })
    },
    assign(signOff: SignOff, person: { id: string; name: string } | null) {
      const { role, roleName } = signOff
      const text = person === null ? words.signOffs.given(roleName) : words.signOffs.assigned(roleName, person.name)
      again.mutate({ review: key, role, version, person: person?.id ?? null }, { onSuccess: remember(text, signOff) })
    },
    undo() {
      if (moved) again.mutate({ review: key, role: moved.role, person: moved.before, version: moved.version })
      setMoved(null)
    },
  }
}
