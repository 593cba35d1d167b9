import type { Charter } from '#src/engines/charter/index.ts'
import { addBusinessDays } from '#src/kernel/business-calendar.ts'
import type { BusinessCalendar } from '#src/kernel/business-calendar.ts'
import { canonical } from '#src/kernel/canonical.ts'
import type { Found, Given, Severity, SubjectKind, Values } from './rule.ts'
import { reached, severities, soonest } from './rule.ts'
import type { Judged } from './rules.ts'

/** A finding that was not cleared, as far as comparing needs it. */
export interface Live {
  id: string
  rule: string
  subjectKind: SubjectKind
  subjectId: string
  severity: Severity
  values: Values
  state: 'open' | 'snoozed' | 'cleared'
  foundAt: Temporal.Instant
  dueAt: Temporal.Instant
  snoozedUntil: Temporal.Instant | null
}

export interface Opening {
  rule: string
  kind: SubjectKind
  subject: string
  severity: Severity
  values: Values
  dueAt: Temporal.Instant
}

export interface Changing<L extends Live> {
  row: L
  severity: Severity
  values: Values
  dueAt: Temporal.Instant
  /** Whether it was put off and comes back. */
  wakes: boolean
}

export interface Watching {
  kind: SubjectKind
  id: string
  /** When to look again; null where time alone changes nothing. */
  next: Temporal.Instant | null
  ownerId: string | null
}

/** When a finding has to be settled: by its own rule, else so many business days after it was found. The store keeps microseconds. */
const dueOf = (
  { due, severity }: Found,
  foundAt: Temporal.Instant,
  { charter, calendar }: { charter: Pick<Charter, 'documents'>; calendar: BusinessCalendar },
): Temporal.Instant =>
  (due ?? addBusinessDays(calendar, foundAt, charter.documents['audit.yaml'].findingDueBusinessDays[severity])).round({
    smallestUnit: 'microsecond',
    roundingMode: 'floor',
  })

const isGraver = (severity: Severity, than: Severity): boolean => severities.indexOf(severity) < severities.indexOf(than)

/** Whether something that was put off comes back: its time is over, or it became graver. */
const wakes = ({ state, snoozedUntil, severity }: Live, found: Found, now: Temporal.Instant): boolean =>
  state === 'snoozed' && ((snoozedUntil !== null && reached(snoozedUntil, now)) || isGraver(found.severity, severity))

/**
 * What rules say against what stands: what opens, changes and clears, and when each subject has to be looked at again. Findings of
 * subjects that no longer exist clear.
 */
export const compare = <L extends Live>(
  judged: readonly (Judged & { kind: SubjectKind; ownerId: string | null })[],
  live: readonly L[],
  given: Given,
): { opens: Opening[]; changes: Changing<L>[]; clears: L[]; watches: Watching[] } => {
  const key = (kind: string, id: string, rule: string) => `${kind} ${rule} ${id}`
  const standing = new Map(live.map(row => [key(row.subjectKind, row.subjectId, row.rule), row]))
  const opens: Opening[] = []
  const changes: Changing<L>[] = []
  const watches: Watching[] = []
  const { now } = given
  for (const { kind, id, found, next, ownerId } of judged) {
    const sleeping: Temporal.Instant[] = []
    for (const [rule, now_] of found) {
      const row = standing.get(key(kind, id, rule))
      standing.delete(key(kind, id, rule))
      const { severity, values } = now_
      if (!row) {
        opens.push({ rule, kind, subject: id, severity, values, dueAt: dueOf(now_, now, given) })
        continue
      }
      const dueAt = dueOf(now_, row.foundAt, given)
      const woken = wakes(row, now_, now)
      if (row.snoozedUntil !== null && !woken) sleeping.push(row.snoozedUntil)
      const same = severity === row.severity && dueAt.equals(row.dueAt) && canonical(values) === canonical(row.values)
      if (!same || woken) changes.push({ row, severity, values, dueAt, wakes: woken })
    }
    watches.push({ kind, id, next: soonest(now, [next, ...sleeping]), ownerId })
  }
  return { opens, changes, clears: [...standing.values()], watches }
}
