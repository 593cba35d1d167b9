import type { Charter } from '#src/engines/charter/index.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { daysFrom, daysOf, reached } from './rule.ts'
import type { FindingRow } from './store.ts'

/** @throws Refusal `finding-cleared` */
export const expectLive = ({ state }: Pick<FindingRow, 'state'>): void => {
  if (state === 'cleared')
    throw refuse('conflict', 'finding-cleared', 'This is as the charter wants it again.', 'There is nothing to do.', 'finding')
}

/**
 * A finding is put off no longer than the charter lets anything be put off.
 * @throws Refusal `snooze-over`, `snooze-too-long`
 */
export const expectSnoozable = (until: Temporal.Instant, charter: Pick<Charter, 'documents'>, now: Temporal.Instant): void => {
  if (reached(until, now))
    throw refuse('invalid', 'snooze-over', 'It would come back at once.', 'Choose a moment that is still to come.', 'until')
  const { atMostDays } = charter.documents['waivers.yaml']
  const latest = daysFrom(now, atMostDays, daysOf(charter))
  if (!reached(until, latest))
    throw refuse(
      'invalid',
      'snooze-too-long',
      `It may be put off for ${atMostDays} days at most.`,
      `Choose ${latest.toString()} or earlier.`,
      'until',
    )
}
