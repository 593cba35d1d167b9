import type { Charter, ComingEffect } from '#src/engines/charter/index.ts'
import { comingEffects, parseFacts, ruling } from '#src/engines/charter/index.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import type { Rule } from './rule.ts'
import { daysOf, endOf, reached, soonest, startOf } from './rule.ts'
import type { SolutionCase } from './solution-case.ts'
import { isOver, runs } from './solution-case.ts'

type SolutionRule = Rule<SolutionCase>

/** Whoever set a condition has to accept that it is met: until then it stands. */
const stands = ({ state }: { state: string }): boolean => state === 'open' || state === 'met'

const conditionLate: SolutionRule = {
  id: 'condition-late',
  subject: 'solution',
  says: 'The day has passed by which a solution that may run had to meet what a review asked for.',
  changes: 'At the midnight that ends that day; cleared when whoever set the condition accepts that it is met.',
  decide(solution, { calendar, now }) {
    if (!runs(solution)) return null
    const late = solution.conditions.flatMap(({ dueOn, ...condition }) =>
      dueOn !== null && stands(condition) && reached(endOf(dueOn, calendar), now) ? [dueOn] : [],
    )
    const [since] = late.toSorted()
    return since === undefined ? null : { severity: 'medium', values: { late: late.length, since } }
  },
  nextChange: ({ conditions }, { calendar, now }) =>
    soonest(
      now,
      conditions.map(({ dueOn }) => (dueOn === null ? null : endOf(dueOn, calendar))),
    ),
  effect: {
    does: 'stop',
    says: 'When the finding is late itself: as many business days after it was found as the charter gives.',
    duties: [],
    because: 'What a review asked for was not done by its day, nor in the time after it.',
    from: (_, { dueAt }) => dueAt,
  },
}

const toolWithdrawn: SolutionRule = {
  id: 'tool-withdrawn',
  subject: 'solution',
  says: 'A solution names a tool that was withdrawn or refused.',
  changes: 'When the list of tools changes or the solution does.',
  decide(solution) {
    if (isOver(solution)) return null
    const gone = solution.tools.filter(({ status }) => status === 'withdrawn' || status === 'refused').map(({ id }) => id)
    const [first] = gone.toSorted()
    return first === undefined ? null : { severity: runs(solution) ? 'high' : 'medium', values: { tool: first, tools: gone.length } }
  },
  nextChange: () => null,
  effect: {
    does: 'stop',
    says: 'The night after two people withdrew a tool that it certainly uses; not where it was refused, or is one of several that it could be.',
    duties: [],
    because: 'It uses a tool that was withdrawn.',
    from: ({ tools }, _, { now }) => (tools.some(({ status, certain }) => status === 'withdrawn' && certain) ? now : null),
  },
}

const hasReviewStep = (step: unknown): boolean => typeof step === 'object' && step !== null && 'present' in step && step.present === true

const noHumanReview: SolutionRule = {
  id: 'no-human-review',
  subject: 'solution',
  says: 'AI content of a solution that may run leaves the company, and no person is named who sees it first. Nobody can waive that.',
  changes: 'When what is declared, seen or ruled of it changes.',
  decide: ({ facts, ...solution }) =>
    runs(solution) && facts['externalContent'] === true && !hasReviewStep(facts['humanReview']) ? { severity: 'high', values: {} } : null,
  nextChange: () => null,
}

const mislabelled: SolutionRule = {
  id: 'mislabelled',
  subject: 'solution',
  says: 'What was declared and what the artifact shows differ, and that raises the tier.',
  changes: 'When what is declared, seen or ruled of it changes, or the charter does.',
  decide({ read, ...solution }, { charter, now }) {
    if (read === null || isOver(solution)) return null
    const [declared, shown] = [tierOf(charter, read.declared, now), tierOf(charter, read.shown, now)]
    if (declared === null || shown === null || shown <= declared) return null
    return { severity: runs(solution) ? 'high' : 'medium', values: { declared, shown } }
  },
  nextChange: ({ read }, { charter, now }) => (read === null ? null : soonest(now, rulesChange(charter))),
}

/** Null for facts that the charter in force can’t read: they are declared anew when it is next decided. */
const tierOf = (charter: Charter, facts: Readonly<Record<string, unknown>>, now: Temporal.Instant): number | null => {
  try {
    return ruling(charter, parseFacts(charter, { ...facts, ownerActive: true }), now).tier
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** From which moments rules begin or end, however far they are. */
const rulesChange = (charter: Charter): Temporal.Instant[] =>
  charter.rules.flatMap(({ validFrom, validUntil }) =>
    [validFrom, validUntil].flatMap(day => (day === null ? [] : [startOf(day, daysOf(charter))])),
  )

const noticeHours = (charter: Charter): number => charter.documents['calendar.yaml'].comingRulesNoticeDays * 24

const ruleComing: SolutionRule = {
  id: 'rule-coming',
  subject: 'solution',
  says: 'A rule of the charter begins soon and asks more of a solution: time to change what it does.',
  changes: 'As many days before as the charter gives notice, and on the day itself.',
  decide(solution, { charter, now }) {
    if (isOver(solution)) return null
    const [first] = stricter(solution, charter, now)
    if (!first) return null
    const { from, effect } = first
    const rules = [...effect.newlyProhibited, ...effect.newlyBlocked].toSorted()
    return {
      severity: effect.newlyProhibited.length > 0 ? 'high' : 'medium',
      values: { on: from.toString(), tier: effect.tier.after, rules: rules.join(' ') },
      due: from,
    }
  },
  nextChange(solution, { charter, now }) {
    if (isOver(solution)) return null
    const moments = rulesChange(charter)
    return soonest(now, [...moments, ...moments.map(moment => moment.subtract({ hours: noticeHours(charter) }))])
  },
}

const stricter = ({ id, facts }: SolutionCase, charter: Charter, now: Temporal.Instant): readonly ComingEffect[] => {
  // Most of the time no rule begins or ends soon, and then nobody's facts need to be read.
  const until = now.add({ hours: noticeHours(charter) })
  if (!rulesChange(charter).some(moment => !reached(moment, now) && reached(moment, until))) return []
  try {
    return comingEffects(charter, { id, facts: { ...facts, ownerActive: true } }, now, noticeHours(charter) / 24).filter(
      ({ effect: { tier, newlyProhibited, newlyBlocked } }) => tier.after > tier.before || newlyProhibited.length + newlyBlocked.length > 0,
    )
  } catch (error) {
    // Facts that the charter in force can't read are declared anew when it is next decided; nothing can be foretold about them.
    if (error instanceof Refusal) return []
    throw error
  }
}

export const contentRules: readonly SolutionRule[] = [conditionLate, toolWithdrawn, noHumanReview, mislabelled, ruleComing]
