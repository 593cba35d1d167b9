import type { Charter, Text } from '#src/engines/charter/index.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'

/** What may be put off, and by whom, as the charter says. */
export interface Waivable {
  id: string
  title: Text
  /** The charter's word for the office that may grant it. */
  by: string
}

type Rules = Pick<Charter, 'documents'>

export const waivableIn = ({ documents }: Rules, what: string): Waivable | undefined =>
  documents['waivers.yaml'].waivable.find(({ id }) => id === what)

/**
 * What can't be waived can't be asked for either.
 * @throws Refusal `never-waived` in the charter's words for what nobody may waive; `not-waivable` for everything else that
 *   its list doesn't name.
 */
export const expectWaivable = (charter: Rules, what: string): Waivable => {
  const found = waivableIn(charter, what)
  if (found) return found
  const { documents } = charter
  const { never, waivable } = documents['waivers.yaml']
  const rules = [
    ...documents['prohibited.yaml'].prohibited,
    ...documents['guardrails.yaml'].guardrails,
    ...documents['obligations.yaml'].obligations,
  ]
  const fixed = never.find(({ id }) => id === what)?.text ?? rules.find(({ id }) => id === what)?.title
  if (fixed)
    throw refuse(
      'conflict',
      'never-waived',
      `${fixed.en}: nobody may waive this, in an emergency neither.`,
      'Mend what stands in the way; the check says how.',
      'what',
    )
  throw refuse(
    'invalid',
    'not-waivable',
    'The charter knows nothing of this kind that could be put off.',
    `Choose among: ${waivable.map(({ id }) => id).join(', ')}.`,
    'what',
  )
}

/**
 * How long leave may last.
 * @throws Refusal `waiver-over`, `waiver-too-long`
 */
export const expectInTime = ({ documents }: Rules, endsOn: string, today: Temporal.PlainDate): void => {
  const { atMostDays } = documents['waivers.yaml']
  const days = today.until(Temporal.PlainDate.from(endsOn)).days
  if (days < 1) throw refuse('invalid', 'waiver-over', 'It would be over today already.', 'Choose a later day.', 'endsOn')
  if (days > atMostDays)
    throw refuse(
      'invalid',
      'waiver-too-long',
      `It may last ${atMostDays} days at most.`,
      `Choose ${today.add({ days: atMostDays }).toString()} or an earlier day.`,
      'endsOn',
    )
}

export interface Leave {
  what: string
  state: string
  /** The last day on which it holds, an ISO date. */
  endsOn: string
}

export type Standing = 'requested' | 'running' | 'expired' | 'declined' | 'ended'

/** What leave has come to on a day. A granted one ends by itself. */
export const standingOf = ({ state, endsOn }: Pick<Leave, 'state' | 'endsOn'>, today: string): Standing => {
  if (state === 'granted') return endsOn < today ? 'expired' : 'running'
  return state === 'declined' || state === 'ended' ? state : endsOn < today ? 'expired' : 'requested'
}

/** Whether a duty is put off on a day. */
export const waived = (leaves: readonly Leave[], what: string, today: string): boolean =>
  leaves.some(leave => leave.what === what && standingOf(leave, today) === 'running')

/** Why somebody may not decide about leave; null where they may. Nobody gives it to themself. */
export const whyNotDecide = (asked: {
  human: string
  /** Offices that they hold, in the charter's words. */
  offices: readonly string[]
  /** Who may grant it; null where the charter no longer lets anybody. */
  by: string | null
  requestedByHuman: string
  behind: readonly string[]
}): Refusal | null => {
  const { human, offices, by, requestedByHuman, behind } = asked
  if (by === null || !offices.includes(by))
    return refuse(
      'forbidden',
      'not-your-leave',
      by === null ? 'The charter no longer lets anybody put this off.' : 'This leave is not yours to give.',
      by === null ? 'End it, or change the charter.' : `Leave it to ${by}, as the charter says.`,
    )
  if (human === requestedByHuman || behind.includes(human))
    return refuse(
      'forbidden',
      'own-leave',
      'Nobody decides about leave that they asked for, or for what they made, own, changed or lead.',
      'Leave it to somebody who had nothing to do with it.',
    )
  return null
}
