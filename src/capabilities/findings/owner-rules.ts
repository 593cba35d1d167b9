import type { Given, Rule } from './rule.ts'
import { daysFrom, reached, soonest } from './rule.ts'
import type { PersonCase, SolutionCase } from './solution-case.ts'
import { isOver, runs } from './solution-case.ts'

type SolutionRule = Rule<SolutionCase>

const graceFrom = (moment: Temporal.Instant, { charter, calendar }: Given): Temporal.Instant =>
  daysFrom(moment, charter.documents['calendar.yaml'].owner.graceDays, calendar)

/** When the time is over in which somebody else must have taken it. */
const graceEnds = ({ owner }: SolutionCase, given: Given): Temporal.Instant => graceFrom(owner.stateSince, given)

const ownerGone: SolutionRule = {
  id: 'owner-gone',
  subject: 'solution',
  says: 'Whoever answers for a solution has left or is suspended. A clock runs in which somebody else has to accept it; then it waits for its end.',
  changes: 'At once, and once more when the days of grace are over; cleared when an active person answers for it.',
  decide(solution, given) {
    if (isOver(solution) || solution.owner.state === 'active') return null
    const ends = graceEnds(solution, given)
    const over = reached(ends, given.now)
    return {
      severity: over || runs(solution) ? 'high' : 'medium',
      values: { since: solution.owner.stateSince.toString(), until: ends.toString(), over },
      due: ends,
    }
  },
  nextChange: (solution, given) => (solution.owner.state === 'active' ? null : soonest(given.now, [graceEnds(solution, given)])),
  effect: {
    does: 'stop',
    says: 'When the days of grace are over. Whoever was asked to own it within them has as many days to answer, and it runs that long.',
    duties: [],
    because: 'Whoever answered for it is gone, and nobody accepted to do so within the grace.',
    from: (solution, _, given) => graceEnds(solution, given),
    // An offer made later, or anew each month, would put the end off for ever.
    waits: (solution, given) =>
      solution.offeredAt !== null && !reached(graceEnds(solution, given), solution.offeredAt) ? graceFrom(solution.offeredAt, given) : null,
  },
}

const noBackup: SolutionRule = {
  id: 'no-backup',
  subject: 'solution',
  says: 'A solution from tier 2 on that may run has nobody active who can stand in for its owner.',
  changes: 'At once, both ways.',
  decide: solution =>
    runs(solution) && solution.tier >= 2 && solution.backup?.state !== 'active'
      ? { severity: solution.tier >= 3 ? 'medium' : 'low', values: { gone: solution.backup !== null } }
      : null,
  nextChange: () => null,
}

const standardsNotAccepted: SolutionRule = {
  id: 'standards-not-accepted',
  subject: 'solution',
  says: 'The owner of a tier 1 solution that may run has not accepted the standards as they are now.',
  changes: 'When the standards change or its owner does; cleared when the owner accepts them.',
  decide: solution => (runs(solution) && solution.tier === 1 && !solution.standardsAccepted ? { severity: 'low', values: {} } : null),
  nextChange: () => null,
}

/** Nobody answers well for more than this at once. */
export const MOST_OWNED = 15

const ownerLoad: Rule<PersonCase> = {
  id: 'owner-load',
  subject: 'person',
  says: `Somebody answers for more than ${MOST_OWNED} solutions that may run.`,
  changes: 'At once, both ways, and with each one more or less.',
  decide: ({ owned }) => (owned > MOST_OWNED ? { severity: 'low', values: { owned, most: MOST_OWNED } } : null),
  nextChange: () => null,
}

export const ownerRules: readonly SolutionRule[] = [ownerGone, noBackup, standardsNotAccepted]
export const personRules: readonly Rule<PersonCase>[] = [ownerLoad]
