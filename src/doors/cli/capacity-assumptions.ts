import { parseDocument } from 'yaml'
import { z } from 'zod'
import type { EffortLaw, Scenario } from '#src/engines/planning/index.ts'
import { BusinessCalendar, workingDayMinutes, type IsoWeekday, type OpeningHours } from '#src/kernel/business-calendar.ts'
import { parseInput } from '#src/kernel/parse.ts'
import { refuse } from '#src/kernel/refusal.ts'

/** A file of assumptions, understood: what to simulate, and what is wanted of it. */
export interface Assumptions {
  scenario: Scenario
  /** Share of requests that should be answered within the promise. */
  wanted: number
  replications: number
  /** Chance with which a promised date should hold. */
  dateConfidence: number
}

/** @throws Refusal with every place in the file that can't be used */
export const readAssumptions = (text: string): Assumptions => {
  const document = parseDocument(text, { prettyErrors: true })
  const [problem] = document.errors
  if (problem)
    throw refuse('invalid', 'assumptions-not-yaml', problem.message, 'Mend the YAML; docs/examples/capacity.yaml shows the form.')
  return assumptions(parseInput(FILE, document.toJS({ maxAliasCount: 100 })))
}

const WEEKDAYS = { monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6, sunday: 7 } as const satisfies Record<
  string,
  IsoWeekday
>
const weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])
const hours = z.partialRecord(weekday, z.string().regex(/^\d\d:\d\d-\d\d:\d\d$/, 'Opening hours look like 09:00-17:00'))
const date = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'A date looks like 2026-12-25')
const duration = z.string().regex(/^\d+(\.\d+)? ?(min|h|d)$/, 'A duration looks like 45 min, 3 h or 2 d (working days)')
const share = z.union([z.number(), z.string().regex(/^\d+(\.\d+)? ?%$/, 'A share looks like 25 % or 0.25')])
const instant = z.iso.datetime({ offset: true, error: 'A time looks like 2026-12-01T09:00:00+01:00' })
const name = z.string().min(1).max(200)
const law = z.union(
  [
    z.strictObject({ median: duration, p90: duration }),
    z.strictObject({ cases: z.array(duration).max(100_000) }),
    z.strictObject({ mean: duration }),
    z.strictObject({ always: duration }),
  ],
  { error: 'An effort is { median, p90 }, { cases: […] }, { mean } or { always }, each a duration' },
)

const FILE = z.strictObject({
  calendar: z.strictObject({ name, timeZone: z.string(), hours, holidays: z.array(date).default([]) }),
  from: date,
  weeks: z.int(),
  warmUpWeeks: z.int().optional(),
  now: instant.optional(),
  wanted: share.default(0.95),
  dateConfidence: share.default(0.9),
  replications: z.int().min(30, 'At least 30 replications').max(20_000, 'At most 20000 replications').default(400),
  order: z.enum(['first-come', 'due-first', 'tier-order']).default('first-come'),
  tiers: z.array(
    z.strictObject({
      name,
      perDay: z.union([z.number(), z.partialRecord(weekday, z.number())]),
      promise: z.strictObject({ days: z.number(), orEqual: z.boolean().optional() }),
      effort: law,
      rework: z.strictObject({ share, delay: law, effort: law }).optional(),
    }),
  ),
  reviewers: z.array(
    z.strictObject({
      name,
      count: z.int().min(1).max(100).default(1),
      tiers: z.array(name).optional(),
      hours: hours.optional(),
      share: share.optional(),
      absences: z.array(z.strictObject({ from: date, to: date })).optional(),
      sickness: z.strictObject({ daysPerYear: z.number(), spellDays: z.number() }).optional(),
    }),
  ),
  bursts: z.array(z.strictObject({ on: date, weeks: z.number(), times: z.number(), tier: name.optional() })).default([]),
  waves: z.array(z.strictObject({ on: date, tier: name, requests: z.int(), days: z.int(), effort: law.optional() })).default([]),
  queue: z
    .array(
      z.strictObject({
        id: name,
        tier: name,
        submitted: instant,
        effort: duration.optional(),
        underReview: z.strictObject({ reviewer: name, spent: duration }).optional(),
      }),
    )
    .default([]),
})

const assumptions = (data: z.infer<typeof FILE>): Assumptions => {
  const {
    calendar: { hours, ...described },
    from,
    wanted,
    dateConfidence,
    replications,
    queue,
    now,
    warmUpWeeks,
    ...file
  } = data
  const calendar = new BusinessCalendar({ ...described, hours: openingHours(hours) })
  const minutes = (text: string) => {
    const [, amount, unit] = /^([\d.]+) ?(min|h|d)$/.exec(text) ?? []
    return Number(amount) * (unit === 'd' ? workingDayMinutes(calendar) : unit === 'h' ? 60 : 1)
  }
  const lawOf = (given: z.infer<typeof law>): EffortLaw => {
    if ('median' in given) return { kind: 'lognormal', median: minutes(given.median), p90: minutes(given.p90) }
    if ('cases' in given) return { kind: 'empirical', minutes: given.cases.map(minutes) }
    if ('mean' in given) return { kind: 'exponential', mean: minutes(given.mean) }
    return { kind: 'fixed', minutes: minutes(given.always) }
  }
  const scenario: Scenario = {
    calendar,
    from: Temporal.PlainDate.from(from),
    weeks: file.weeks,
    order: file.order,
    ...(now === undefined ? {} : { now: Temporal.Instant.from(now) }),
    ...(warmUpWeeks === undefined ? {} : { warmUpWeeks }),
    tiers: file.tiers.map(({ name, perDay, promise, effort, rework }) => ({
      name,
      perDay: typeof perDay === 'number' ? perDay : byWeekday(perDay),
      promise: { days: promise.days, orEqual: promise.orEqual ?? false },
      effort: lawOf(effort),
      ...(rework && { rework: { share: shareOf(rework.share), delay: lawOf(rework.delay), effort: lawOf(rework.effort) } }),
    })),
    reviewers: file.reviewers.flatMap(({ name, count, tiers, hours, share, absences, sickness }) =>
      Array.from({ length: count }, (_, i) => ({
        name: count > 1 ? `${name} ${i + 1}` : name,
        ...(tiers && { tiers }),
        ...(hours && { hours: openingHours(hours) }),
        ...(share !== undefined && { share: shareOf(share) }),
        ...(absences && { absences }),
        ...(sickness && { sickness }),
      })),
    ),
    bursts: file.bursts.map(({ on, weeks, times, tier }) => ({ on, weeks, times, ...(tier !== undefined && { tier }) })),
    waves: file.waves.map(({ effort, ...wave }) => ({ ...wave, ...(effort && { effort: lawOf(effort) }) })),
    known: queue.map(({ id, tier, submitted, effort, underReview }) => ({
      id,
      tier,
      submitted: Temporal.Instant.from(submitted),
      ...(effort !== undefined && { effort: minutes(effort) }),
      ...(underReview && { underReview: { reviewer: underReview.reviewer, spent: minutes(underReview.spent) } }),
    })),
  }
  return { scenario, wanted: shareOf(wanted), replications, dateConfidence: shareOf(dateConfidence) }
}

const shareOf = (share: number | string): number => (typeof share === 'number' ? share : Number.parseFloat(share) / 100)

const byWeekday = <T>(given: Partial<Record<keyof typeof WEEKDAYS, T>>): Partial<Record<IsoWeekday, T>> => {
  const result: Partial<Record<IsoWeekday, T>> = {}
  for (const day of weekday.options) if (given[day] !== undefined) result[WEEKDAYS[day]] = given[day]
  return result
}

const openingHours = (given: z.infer<typeof hours>): OpeningHours => {
  const spans: Partial<Record<keyof typeof WEEKDAYS, { opens: string; closes: string }>> = {}
  for (const day of weekday.options) {
    const [opens, closes] = given[day]?.split('-') ?? []
    if (opens !== undefined && closes !== undefined) spans[day] = { opens, closes }
  }
  return byWeekday(spans)
}
