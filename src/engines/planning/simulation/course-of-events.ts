import { refuse } from '#src/kernel/refusal.ts'
import { prepare } from './prepare.ts'
import { replicate } from './replicate.ts'
import type { Scenario } from './scenario.ts'
import { beginsAt, endsAt } from './timeline.ts'

/** What happened to one known request; null instants lie beyond the time looked at. Minutes are business minutes. */
export interface Happening {
  id: string
  begun: Temporal.Instant | null
  finished: Temporal.Instant | null
  waitMinutes: number | null
  totalMinutes: number | null
  /** Total in usual working days. */
  days: number | null
}

/**
 * One course of events for the known requests, to the minute. Give all of them their efforts, and tiers without arrivals
 * and rework, and nothing is left to chance: the same as a careful planner would write down by hand.
 */
export const courseOfEvents = (scenario: Scenario, seed: number): readonly Happening[] => {
  const { known } = scenario
  if (!known?.length)
    throw refuse(
      'invalid',
      'planning-input',
      'There are no known requests to follow.',
      'List the requests with the time of their submission.',
      'known',
    )
  const prepared = prepare(scenario)
  const { line, plan } = prepared
  const inOrder = new Map(plan.known.map(({ id }, index) => [id, index]))
  let happenings: Happening[] = []
  replicate(prepared, { seed, replications: 1 }, ({ submitted }, { begun, finished }) => {
    happenings = known.map(({ id }) => {
      const request = inOrder.get(id)!
      const start = begun[request]!,
        end = finished[request]!,
        since = submitted[request]!
      const total = end < Infinity ? end - since : null
      return {
        id,
        begun: start < Infinity ? beginsAt(line, start) : null,
        finished: end < Infinity ? endsAt(line, end) : null,
        waitMinutes: start < Infinity ? start - since : null,
        totalMinutes: total,
        days: total === null ? null : total / line.dayMinutes,
      }
    })
  })
  return happenings
}
