import type { SolutionCase } from './solution-case.ts'
import type { Given, Rule } from './rule.ts'
import { daysOf, endOf, reached, soonest } from './rule.ts'

/** Moments at which leave about some duties ends. */
const leaveEnds = ({ waivers }: SolutionCase, duties: readonly string[], { charter }: Given): Temporal.Instant[] =>
  waivers.filter(({ what }) => duties.includes(what)).map(({ endsOn }) => endOf(endsOn, daysOf(charter)))

/** When the last leave about some duties ends or ended; null where there never was any. */
export const dutyEnds = (solution: SolutionCase, duties: readonly string[], given: Given): Temporal.Instant | null =>
  leaveEnds(solution, duties, given).toSorted(Temporal.Instant.compare).at(-1) ?? null

/** Whether a duty is put off now. */
export const isPutOff = (solution: SolutionCase, what: string, given: Given): boolean => {
  const end = dutyEnds(solution, [what], given)
  return end !== null && !reached(end, given.now)
}

/** A rule about a duty that the charter lets be put off: no finding while leave runs. Leave begins when it is granted. */
export const waivable = (what: string, rule: Rule<SolutionCase>): Rule<SolutionCase> => ({
  ...rule,
  changes: `${rule.changes} No finding while leave for \`${what}\` runs.`,
  decide: (solution, given) => (isPutOff(solution, what, given) ? null : rule.decide(solution, given)),
  nextChange: (solution, given) => soonest(given.now, [rule.nextChange(solution, given), ...leaveEnds(solution, [what], given)]),
})
