import type { Live } from './compare.ts'
import { dutyEnds } from './duty.ts'
import type { Given, Rule } from './rule.ts'
import { reached } from './rule.ts'
import type { SolutionCase } from './solution-case.ts'

/** What the program does by itself, at night, about something that a rule goes on finding. */
export interface Effect<Case> {
  readonly does: 'stop'
  /** When it comes and what spares a subject of it, for the list of rules. */
  readonly says: string
  /** Duties, as the charter calls them, of which leave keeps it away. */
  readonly duties: readonly string[]
  /** Why, for whoever answers for it. */
  readonly because: string
  /** From when on; null: not for this one, whatever the rule finds. */
  from(subject: Case, finding: Pick<Live, 'dueAt'>, given: Given): Temporal.Instant | null
  /** Until when it waits for somebody's answer; left out: for nobody's. */
  waits?(subject: Case, given: Given): Temporal.Instant | null
}

/** A rule that does something by itself. */
export type ActingRule = Rule<SolutionCase> & { readonly effect: Effect<SolutionCase> }

export const acts = (rule: Rule<SolutionCase>): rule is ActingRule => rule.effect !== undefined

export const sparings = ['not-running', 'acted-before', 'leave', 'no-longer', 'put-off', 'not-meant', 'not-yet', 'offered'] as const

/** Why nothing is done about something, and until when, where that is known. */
export interface Spared {
  by: (typeof sparings)[number]
  until: Temporal.Instant | null
}

interface Considered {
  subject: SolutionCase
  finding: Pick<Live, 'state' | 'snoozedUntil' | 'dueAt'>
  /** Whether this finding was acted on before: what people decided after that is not decided over their heads. */
  acted: boolean
}

/**
 * Why a rule does nothing about what it found; null where it does. The preview and the night go by this, and the night asks it
 * once more of what it holds locked.
 */
export const whySpared = ({ effect, decide }: ActingRule, { subject, finding, acted }: Considered, given: Given): Spared | null => {
  const { now } = given
  const until = (by: Spared['by'], moment: Temporal.Instant | null): Spared | null =>
    moment === null || reached(moment, now) ? null : { by, until: moment }
  if (subject.state !== 'active') return { by: 'not-running', until: null }
  if (acted) return { by: 'acted-before', until: null }
  const leave = until('leave', dutyEnds(subject, effect.duties, given))
  if (leave) return leave
  if (finding.state === 'cleared' || decide(subject, given) === null) return { by: 'no-longer', until: null }
  const putOff = finding.state === 'snoozed' ? until('put-off', finding.snoozedUntil) : null
  if (putOff) return putOff
  const from = effect.from(subject, finding, given)
  if (from === null) return { by: 'not-meant', until: null }
  return until('not-yet', from) ?? until('offered', effect.waits?.(subject, given) ?? null)
}
