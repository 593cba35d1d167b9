import type { Rule } from './rule.ts'
import { reached, soonest } from './rule.ts'
import type { SolutionCase } from './solution-case.ts'

type SolutionRule = Rule<SolutionCase>

/** What happened once is spoken of for so long, and proves for so long that the step can’t be relied on. */
const SPOKEN_OF = { hours: 30 * 24 }

/** A rule about verdicts on content that were no verdicts of a person who read it. */
const aboutVerdicts = (
  declared: Pick<SolutionRule, 'id' | 'says'>,
  last: (solution: SolutionCase) => Temporal.Instant | null,
): SolutionRule => ({
  ...declared,
  subject: 'solution',
  changes: 'With each such verdict; over thirty days after the last one.',
  decide(solution, { now }) {
    const moment = last(solution)
    return moment === null || reached(moment.add(SPOKEN_OF), now) ? null : { severity: 'medium', values: { last: moment.toString() } }
  },
  nextChange: (solution, { now }) => soonest(now, [last(solution)?.add(SPOKEN_OF) ?? null]),
})

export const verdictRules: readonly SolutionRule[] = [
  aboutVerdicts(
    {
      id: 'review-too-quick',
      says: 'Content of a solution was approved within five seconds of being shown, or without being shown: nobody can have read it.',
    },
    ({ contentVerdicts }) => contentVerdicts.tooQuick,
  ),
  aboutVerdicts(
    { id: 'review-by-machine', says: 'About content of a solution a machine decided, with a token, where a person was to look.' },
    ({ contentVerdicts }) => contentVerdicts.byMachine,
  ),
]
