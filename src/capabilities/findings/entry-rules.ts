import { isPutOff, waivable } from './duty.ts'
import type { Given, Rule } from './rule.ts'
import { daysFrom, daysOf, endOf, reached, soonest } from './rule.ts'
import type { SolutionCase } from './solution-case.ts'
import { isOver, runs } from './solution-case.ts'

type SolutionRule = Rule<SolutionCase>

const hasExpired = ({ expiresAt }: SolutionCase, { now }: Given): boolean => expiresAt !== null && reached(expiresAt, now)

const entryExpired: SolutionRule = waivable('entry-expired', {
  id: 'entry-expired',
  subject: 'solution',
  says: 'The entry of a solution that may run has run out; nobody has confirmed that it is still true.',
  changes: 'At the moment at which the entry runs out; cleared by confirming it, or when the solution ends.',
  decide: (solution, given) =>
    runs(solution) && solution.expiresAt !== null && hasExpired(solution, given)
      ? { severity: 'high', values: { since: solution.expiresAt.toString() } }
      : null,
  nextChange: ({ expiresAt }, { now }) => soonest(now, [expiresAt]),
  effect: {
    does: 'stop',
    says: 'When the grace after the entry’s end is over. Leave to renew it, or for the date of its confirmation, keeps it away.',
    duties: ['entry-expired', 'recertification-date'],
    because: 'Its entry has run out, and nobody confirmed within the grace that it is still true.',
    from: ({ expiresAt }, _, { charter, calendar }) => {
      const { entry, owner } = charter.documents['calendar.yaml']
      return expiresAt && daysFrom(expiresAt, entry.graceDays ?? owner.graceDays, calendar)
    },
  },
})

const noticesOf = ({ charter }: Given): readonly number[] => charter.documents['calendar.yaml'].entry.noticeDays

const entryExpiring: SolutionRule = {
  id: 'entry-expiring',
  subject: 'solution',
  says: 'The entry of a solution that may run will run out; the nearer, the graver.',
  changes: 'At the time of day at which it will run out, on each of the days before that the charter names; over when it has run out.',
  decide(solution, given) {
    const { expiresAt } = solution
    if (!runs(solution) || expiresAt === null || hasExpired(solution, given)) return null
    const notice = Math.min(...noticesOf(given).filter(days => reached(daysFrom(expiresAt, -days, given.calendar), given.now)))
    if (notice === Infinity) return null
    return {
      severity: notice === Math.min(...noticesOf(given)) ? 'medium' : 'low',
      values: { on: expiresAt.toString(), notice },
      due: expiresAt,
    }
  },
  nextChange({ expiresAt }, given) {
    if (expiresAt === null) return null
    return soonest(given.now, [...noticesOf(given).map(days => daysFrom(expiresAt, -days, given.calendar)), expiresAt])
  },
}

/** When the next audit is due: so many months after the last one, or after it was approved. */
const auditDueAt = ({ tier, auditedAt, approvedAt }: SolutionCase, { charter, calendar }: Given): Temporal.Instant | null => {
  const every = charter.documents['audit.yaml'].periodic.find(periodic => periodic.tier === tier)?.everyMonths
  const from = auditedAt ?? approvedAt
  return every === undefined || from === null ? null : from.toZonedDateTimeISO(calendar.timeZone).add({ months: every }).toInstant()
}

const auditIsDue = (solution: SolutionCase, given: Given): Temporal.Instant | null => {
  const due = solution.state === 'active' ? auditDueAt(solution, given) : null
  return due !== null && reached(due, given.now) ? due : null
}

const auditDue: SolutionRule = waivable('audit-date', {
  id: 'audit-due',
  subject: 'solution',
  says: 'A solution that runs is due for its periodic audit.',
  changes: 'So many months after its last audit, or its approval, as the charter gives its tier.',
  decide(solution, given) {
    const due = auditIsDue(solution, given)
    return due === null ? null : { severity: 'medium', values: { since: due.toString() } }
  },
  nextChange: (solution, given) => (solution.state === 'active' ? soonest(given.now, [auditDueAt(solution, given)]) : null),
})

/** Whether what was put off is still undone; null where the registry can't tell. */
const stillUndone = (what: string, solution: SolutionCase, given: Given): boolean | null => {
  if (what === 'entry-expired' || what === 'recertification-date') return runs(solution) && hasExpired(solution, given)
  if (what === 'audit-date') return auditIsDue(solution, given) !== null
  return what === 'baseline-date' ? !solution.baselineKnown : null
}

/** Where the registry can't tell, it is asked about for as long as leave may last. */
const askedUntil = (endsOn: string, { charter }: Given): Temporal.Instant =>
  daysFrom(endOf(endsOn, daysOf(charter)), charter.documents['waivers.yaml'].atMostDays, daysOf(charter))

const waiverExpired: SolutionRule = {
  id: 'waiver-expired',
  subject: 'solution',
  says: 'Leave to put something off has ended, and it is not done.',
  changes:
    'At the midnight that ends the last day of the leave. Cleared by doing what was put off or by new leave; where the registry can’t tell, after as many days as leave may last.',
  decide(solution, given) {
    if (isOver(solution)) return null
    const ended = solution.waivers
      .filter(({ what, endsOn }) => {
        if (!reached(endOf(endsOn, daysOf(given.charter)), given.now) || isPutOff(solution, what, given)) return false
        return stillUndone(what, solution, given) ?? !reached(askedUntil(endsOn, given), given.now)
      })
      .toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : a.endsOn > b.endsOn ? 1 : a.what < b.what ? -1 : 1))
    const duties = new Set(ended.map(({ what }) => what)).size
    const [first] = ended
    return first ? { severity: 'medium', values: { what: first.what, on: first.endsOn, duties } } : null
  },
  nextChange: (solution, given) =>
    soonest(given.now, [
      ...solution.waivers.flatMap(({ endsOn }) => [endOf(endsOn, daysOf(given.charter)), askedUntil(endsOn, given)]),
      solution.waivers.length === 0 ? null : solution.expiresAt,
      solution.waivers.length === 0 || solution.state !== 'active' ? null : auditDueAt(solution, given),
    ]),
}

export const entryRules: readonly SolutionRule[] = [entryExpired, entryExpiring, auditDue, waiverExpired]
