import type { Charter } from '#src/engines/charter/index.ts'

type Documents = Pick<Charter, 'documents'>

/** How many months an entry holds before its owner confirms it: its kind's own interval, else the one for every entry. */
const monthsFor = ({ documents }: Documents, kind: unknown): number =>
  documents['scope.yaml'].kinds.find(({ id }) => id === kind)?.recertifyEveryMonths ?? documents['calendar.yaml'].entry.validMonths

/** Until when an entry holds that is made or confirmed now; months and days are those of the company's time zone. */
export const validUntil = (charter: Documents, kind: unknown, now: Temporal.Instant): Temporal.Instant =>
  now
    .toZonedDateTimeISO(zoneOf(charter))
    .add({ months: monthsFor(charter, kind) })
    .toInstant()

/** So many days on, by the clock on the wall. */
export const daysFrom = (charter: Documents, now: Temporal.Instant, days: number): Temporal.Instant =>
  now.toZonedDateTimeISO(zoneOf(charter)).add({ days }).toInstant()

const zoneOf = ({ documents }: Documents): string => documents['calendar.yaml'].business.timeZone

export const isOver = (end: Temporal.Instant | null, now: Temporal.Instant): boolean =>
  end !== null && Temporal.Instant.compare(end, now) <= 0
