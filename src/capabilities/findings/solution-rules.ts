import type { Charter, ComingEffect } from '#src/engines/charter/index.ts'
import { comingEffects } from '#src/engines/charter/index.ts'
import type { Rule } from './rule.ts'
import { daysFrom, daysUntil, endOf, soonest, startOf } from './rule.ts'
import type { SolutionCase } from './solution-case.ts'

/** States in which something is there that could do harm or good. */
const runs = ({ state }: SolutionCase): boolean => state === 'active' || state === 'suspended' || state === 'approved'
const isOver = ({ state }: SolutionCase): boolean => state === 'retired' || state === 'refused' || state === 'referred'

type SolutionRule = Rule<SolutionCase>

/** An entry holds for a time. What ran out must not run. */
const entryExpired: SolutionRule = {
  id: 'entry-expired',
  subject: 'solution',
  waivable: 'entry-expired',
  decide: (solution, given) =>
    runs(solution) && solution.expiresAt !== null && Temporal.Instant.compare(solution.expiresAt, given.now) <= 0
      ? { severity: 'high', values: { since: solution.expiresAt.toString(), days: -daysUntil(solution.expiresAt, given) } }
      : null,
  nextChange: ({ expiresAt }, { now }) => soonest(now, [expiresAt]),
}

/** Notices come on the days that the charter names; the nearer, the graver. */
const entryExpiring: SolutionRule = {
  id: 'entry-expiring',
  subject: 'solution',
  decide(solution, given) {
    if (!runs(solution) || solution.expiresAt === null) return null
    const left = daysUntil(solution.expiresAt, given)
    const { noticeDays } = given.charter.documents['calendar.yaml'].entry
    const notice = Math.min(...noticeDays.filter(days => left <= days))
    if (left <= 0 || notice === Infinity) return null
    return {
      severity: notice === Math.min(...noticeDays) ? 'medium' : 'low',
      values: { on: solution.expiresAt.toString(), notice },
      due: solution.expiresAt,
    }
  },
  nextChange({ expiresAt }, { calendar, charter, now }) {
    if (expiresAt === null) return null
    const { noticeDays } = charter.documents['calendar.yaml'].entry
    return soonest(now, [...noticeDays.map(days => daysFrom(expiresAt, -days, calendar)), expiresAt])
  },
}

/** When the time is over in which somebody else must have taken it. */
const graceEnds = ({ owner }: SolutionCase, { charter, calendar }: Parameters<SolutionRule['decide']>[1]) =>
  daysFrom(owner.stateSince, charter.documents['calendar.yaml'].owner.graceDays, calendar)

/** Whose owner is gone: flagged the same moment, with a clock; once it has run out it waits for its end. */
const ownerGone: SolutionRule = {
  id: 'owner-gone',
  subject: 'solution',
  decide(solution, given) {
    if (isOver(solution) || solution.owner.state === 'active') return null
    const ends = graceEnds(solution, given)
    const over = Temporal.Instant.compare(ends, given.now) <= 0
    return {
      severity: over || runs(solution) ? 'high' : 'medium',
      values: { since: solution.owner.stateSince.toString(), until: ends.toString(), over },
      due: ends,
    }
  },
  nextChange: (solution, given) => (solution.owner.state === 'active' ? null : soonest(given.now, [graceEnds(solution, given)])),
}

/** What others rely on has somebody who can stand in. */
const noBackup: SolutionRule = {
  id: 'no-backup',
  subject: 'solution',
  decide: ({ tier, backup, ...solution }) =>
    runs({ tier, backup, ...solution }) && tier >= 2 && (backup === null || backup.state !== 'active')
      ? { severity: tier >= 3 ? 'medium' : 'low', values: { gone: backup !== null } }
      : null,
  nextChange: () => null,
}

/** Nobody answers well for more than this at once. */
const MOST_OWNED = 15

const ownerLoad: SolutionRule = {
  id: 'owner-load',
  subject: 'solution',
  decide: ({ ownerLoad, ...solution }) =>
    runs({ ownerLoad, ...solution }) && ownerLoad > MOST_OWNED ? { severity: 'low', values: { owned: ownerLoad, most: MOST_OWNED } } : null,
  nextChange: () => null,
}

/** What a review asked for. Before going live it is part of going live; afterwards it has a day. */
const conditionLate: SolutionRule = {
  id: 'condition-late',
  subject: 'solution',
  decide(solution, { calendar, now }) {
    if (!runs(solution)) return null
    const late = solution.conditions.filter(
      ({ state, dueOn }) =>
        (state === 'open' || state === 'met') && dueOn !== null && Temporal.Instant.compare(endOf(dueOn, calendar), now) <= 0,
    )
    const since = late.flatMap(({ dueOn }) => dueOn ?? []).toSorted()[0]
    return since === undefined ? null : { severity: 'medium', values: { late: late.length, since } }
  },
  nextChange: ({ conditions }, { calendar, now }) =>
    soonest(
      now,
      conditions.map(({ dueOn }) => (dueOn === null ? null : endOf(dueOn, calendar))),
    ),
}

const toolWithdrawn: SolutionRule = {
  id: 'tool-withdrawn',
  subject: 'solution',
  decide(solution, { calendar, now }) {
    if (isOver(solution)) return null
    const gone = solution.tools.filter(
      ({ status, withdrawnOn }) =>
        status === 'refused' ||
        (status === 'withdrawn' && (withdrawnOn === null || Temporal.Instant.compare(startOf(withdrawnOn, calendar), now) <= 0)),
    )
    const [first] = gone
    return first ? { severity: runs(solution) ? 'high' : 'medium', values: { tool: first.id, tools: gone.length } } : null
  },
  nextChange: ({ tools }, { calendar, now }) =>
    soonest(
      now,
      tools.map(({ status, withdrawnOn }) => (status === 'withdrawn' && withdrawnOn !== null ? startOf(withdrawnOn, calendar) : null)),
    ),
}

/** AI content that leaves the company is seen by a person first. Nobody can waive that. */
const noHumanReview: SolutionRule = {
  id: 'no-human-review',
  subject: 'solution',
  decide: solution =>
    runs(solution) && solution.facts['externalContent'] === true && !hasReviewStep(solution.facts['humanReview'])
      ? { severity: 'high', values: {} }
      : null,
  nextChange: () => null,
}

const hasReviewStep = (step: unknown): boolean => typeof step === 'object' && step !== null && 'present' in step && step.present === true

/** Tier 1 goes ahead under the standards; a new version of them is accepted anew. */
const standardsNotAccepted: SolutionRule = {
  id: 'standards-not-accepted',
  subject: 'solution',
  decide: solution => (runs(solution) && solution.tier === 1 && !solution.standardsAccepted ? { severity: 'low', values: {} } : null),
  nextChange: () => null,
}

/** When the next audit is due: so many months after the last one, or after it was approved. */
const auditDueAt = ({ tier, auditedAt, approvedAt }: SolutionCase, { charter, calendar }: Parameters<SolutionRule['decide']>[1]) => {
  const every = charter.documents['audit.yaml'].periodic.find(periodic => periodic.tier === tier)?.everyMonths
  const from = auditedAt ?? approvedAt
  return every === undefined || from === null ? null : from.toZonedDateTimeISO(calendar.timeZone).add({ months: every }).toInstant()
}

const auditDue: SolutionRule = {
  id: 'audit-due',
  subject: 'solution',
  waivable: 'audit-date',
  decide(solution, given) {
    const due = solution.state === 'active' ? auditDueAt(solution, given) : null
    return due !== null && Temporal.Instant.compare(due, given.now) <= 0 ? { severity: 'medium', values: { since: due.toString() } } : null
  },
  nextChange: (solution, given) => (solution.state === 'active' ? soonest(given.now, [auditDueAt(solution, given)]) : null),
}

/** Leave to put something off ends; what was put off is due then. */
const waiverExpired: SolutionRule = {
  id: 'waiver-expired',
  subject: 'solution',
  decide(solution, { calendar, now }) {
    if (isOver(solution)) return null
    const over = solution.waivers.filter(({ endsOn }) => Temporal.Instant.compare(endOf(endsOn, calendar), now) <= 0)
    const [first] = over
    return first ? { severity: 'medium', values: { what: first.what, on: first.endsOn, waivers: over.length } } : null
  },
  nextChange: ({ waivers }, { calendar, now }) =>
    soonest(
      now,
      waivers.map(({ endsOn }) => endOf(endsOn, calendar)),
    ),
}

/** A rule that begins soon and asks for more: time to change what it does. */
const ruleComing: SolutionRule = {
  id: 'rule-coming',
  subject: 'solution',
  decide(solution, { charter, now }) {
    if (isOver(solution)) return null
    const [first] = stricter(solution, charter, now)
    if (!first) return null
    const { from, effect } = first
    const rules = [...effect.newlyProhibited, ...effect.newlyBlocked]
    return {
      severity: effect.newlyProhibited.length > 0 ? 'high' : 'medium',
      values: { on: from.toString(), tier: effect.tier.after, rules: rules.join(' ') },
      due: from,
    }
  },
  nextChange(_, { charter, calendar, now }) {
    const days = charter.documents['calendar.yaml'].comingRulesNoticeDays
    const begins = charter.rules.flatMap(({ validFrom, validUntil }) =>
      [validFrom, validUntil].flatMap(day =>
        day === null ? [] : [startOf(day, { timeZone: charter.documents['charter.yaml'].timeZone })],
      ),
    )
    return soonest(now, [...begins, ...begins.map(begin => daysFrom(begin, -days, calendar))])
  },
}

const stricter = ({ id, facts }: SolutionCase, charter: Charter, now: Temporal.Instant): readonly ComingEffect[] => {
  const days = charter.documents['calendar.yaml'].comingRulesNoticeDays
  return comingEffects(charter, { id, facts: { ...facts, ownerActive: true } }, now, days).filter(
    ({ effect: { tier, newlyProhibited, newlyBlocked } }) => tier.after > tier.before || newlyProhibited.length + newlyBlocked.length > 0,
  )
}

export const solutionRules: readonly SolutionRule[] = [
  entryExpired,
  entryExpiring,
  ownerGone,
  noBackup,
  ownerLoad,
  conditionLate,
  toolWithdrawn,
  noHumanReview,
  standardsNotAccepted,
  auditDue,
  waiverExpired,
  ruleComing,
]
