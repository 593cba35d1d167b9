import type { Charter } from '#src/engines/charter/index.ts'
import type { BusinessCalendar } from '#src/kernel/business-calendar.ts'
import type { Effect } from './effect.ts'

/** How much it matters; the charter says how long each may wait. */
export const severities = ['high', 'medium', 'low'] as const
export type Severity = (typeof severities)[number]

/** Numbers, days and ids that a finding's sentence speaks of. The words come from the pages' catalogues. */
export type Values = Readonly<Record<string, string | number | boolean | null>>

/** Something that is not as the charter wants it. */
export interface Found {
  severity: Severity
  /** Nothing that time alone changes, such as days that are left: a finding stays the same until something happens. */
  values: Values
  /** When it has to be settled by itself; left out: as long after it was found as the charter gives its severity. */
  due?: Temporal.Instant
}

/** What every rule is given besides the case. */
export interface Given {
  charter: Charter
  calendar: BusinessCalendar
  now: Temporal.Instant
}

export const subjectKinds = ['solution', 'review', 'tool', 'person', 'program'] as const
export type SubjectKind = (typeof subjectKinds)[number]

/**
 * Desired against observed, for one subject at one time. Pure: the same case, charter and time give the same answer, so that a full
 * sweep finds what sweeps in between found.
 */
export interface Rule<Case> {
  /** Kebab-case; stands with the finding and in the catalogues. */
  readonly id: string
  readonly subject: SubjectKind
  /** What it finds and when that changes, for the list of rules. */
  readonly says: string
  readonly changes: string
  decide(subject: Case, given: Given): Found | null
  /** The next moment at which the answer could become another while nothing else changes; null: never. */
  nextChange(subject: Case, given: Given): Temporal.Instant | null
  /** What the program does about it by itself; left out: nothing. */
  readonly effect?: Effect<Case>
}

/** The first of some moments that is still to come. */
export const soonest = (now: Temporal.Instant, moments: readonly (Temporal.Instant | null)[]): Temporal.Instant | null =>
  moments
    .filter(moment => moment !== null)
    .filter(moment => Temporal.Instant.compare(moment, now) > 0)
    .toSorted(Temporal.Instant.compare)[0] ?? null

/** Whether a moment has come. */
export const reached = (moment: Temporal.Instant, now: Temporal.Instant): boolean => Temporal.Instant.compare(moment, now) <= 0

/** The zone in which the charter's days begin and end; business hours may lie in another. */
export const daysOf = ({ documents }: Pick<Charter, 'documents'>): { timeZone: string } => documents['charter.yaml']

/** Midnight with which a day begins. */
export const startOf = (day: string, { timeZone }: { timeZone: string }): Temporal.Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant()

/** Midnight with which a day ends: what is due on a day may be done until then. */
export const endOf = (day: string, zone: { timeZone: string }): Temporal.Instant =>
  startOf(Temporal.PlainDate.from(day).add({ days: 1 }).toString(), zone)

/** The same time on the wall some days earlier or later: a day of a clock change has its own length. */
export const daysFrom = (moment: Temporal.Instant, days: number, { timeZone }: { timeZone: string }): Temporal.Instant =>
  moment.toZonedDateTimeISO(timeZone).add({ days }).toInstant()
