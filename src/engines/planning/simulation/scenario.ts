import type { BusinessCalendar, IsoWeekday, OpeningHours } from '#src/kernel/business-calendar.ts'
import { bounded, invalid, sized, whole } from '../bounds.ts'
import type { EffortLaw } from './effort.ts'

/** A review team, what comes to it, and the promise it has given. Days are dates of the calendar's time zone. */
export interface Scenario {
  calendar: BusinessCalendar
  /** The first day reported. */
  from: Temporal.PlainDate
  /** How many weeks of seven days are reported, at most 520. */
  weeks: number
  /** Where the desk stands in the middle of `from`: nobody begins, and nothing unknown comes, before this instant. */
  now?: Temporal.Instant
  /**
   * Weeks simulated before `from` and thrown away, so that the team doesn't start with an empty desk that it never has.
   * Leave out when `known` says what is on the desk.
   */
  warmUpWeeks?: number
  tiers: readonly Tier[]
  reviewers: readonly Reviewer[]
  order: Order
  bursts?: readonly Burst[]
  waves?: readonly Wave[]
  known?: readonly KnownRequest[]
}

/**
 * Who comes next. `first-come`: the longest waiting. `due-first`: the nearest promised date over all tiers, so that no tier
 * starves. `tier-order`: as the tiers are listed, oldest first; later tiers may starve. No review is interrupted for another.
 */
export type Order = 'first-come' | 'due-first' | 'tier-order'

export interface Tier {
  name: string
  /** Requests per working day, the same every day or by weekday. */
  perDay: number | Partial<Record<IsoWeekday, number>>
  effort: EffortLaw
  promise: Promised
  rework?: Rework
}

/** `days` usual working days (`workingDayMinutes` each). "Under five" means less than five; `orEqual` lets exactly five count. */
export interface Promised {
  days: number
  orEqual?: boolean
}

/** With chance `share` an answer is a question: the submitter takes `delay`, then the review takes another `effort`, and so on. */
export interface Rework {
  share: number
  delay: EffortLaw
  effort: EffortLaw
}

export interface Reviewer {
  name: string
  /** The tiers this person may review; left out: all. */
  tiers?: readonly string[]
  /** Own hours by weekday, cut to the calendar's; left out: all opening hours. */
  hours?: OpeningHours
  /** The first part of each of those days spent on reviews; the rest belongs to other work. 1 if left out. */
  share?: number
  /** Planned absences, both dates included. */
  absences?: readonly { from: string; to: string }[]
  /** Absence nobody plans: expected working days a year, in spells of a mean length of `spellDays` working days. */
  sickness?: { daysPerYear: number; spellDays: number }
}

/** For `weeks` weeks from `on`, `times` as many requests come, as after a class; `tier` left out means all. */
export interface Burst {
  on: string
  weeks: number
  times: number
  tier?: string
}

/** `requests` extra ones spread evenly over `days` working days from `on`: old solutions brought into the registry. */
export interface Wave {
  on: string
  tier: string
  requests: number
  days: number
  effort?: EffortLaw
}

/** A request that is already there, or one whose time is known: the queue as it stands, or a recorded course of events. */
export interface KnownRequest {
  id: string
  tier: string
  submitted: Temporal.Instant
  /** Minutes of review it needs, where that is known; otherwise drawn from the tier's law. */
  effort?: number
  /** Who is working on it, and minutes spent so far; the remainder is drawn given that it took this long already. */
  underReview?: { reviewer: string; spent: number }
}

/** An absence of this many working days or more hands the unfinished review to whoever is free next, ahead of its place. */
export const HAND_OVER_AFTER = 2

/** @throws Refusal naming the first field that can't be simulated. */
export const checkScenario = (scenario: Scenario): void => {
  whole('weeks', scenario.weeks, { min: 1, max: 520 })
  whole('warmUpWeeks', scenario.warmUpWeeks ?? 0, { max: 520 })
  sized('tiers', scenario.tiers, 1, 20)
  sized('reviewers', scenario.reviewers, 1, 500)
  sized('known', scenario.known ?? [], 0, 100_000)
  sized('bursts', scenario.bursts ?? [], 0, 200)
  sized('waves', scenario.waves ?? [], 0, 200)
  if (scenario.warmUpWeeks && (scenario.known?.length || scenario.now)) {
    throw invalid('warmUpWeeks', 'A warm-up fills the desk, and the queue as it stands fills it too.', 'Leave one of them out.')
  }
  if (scenario.now && !scenario.now.toZonedDateTimeISO(scenario.calendar.timeZone).toPlainDate().equals(scenario.from)) {
    throw invalid('now', 'It is not on the first day, `from`.', 'Start with the day of `now`, in the time zone of the calendar.')
  }
  unique(
    'tiers',
    scenario.tiers.map(tier => tier.name),
  )
  unique(
    'reviewers',
    scenario.reviewers.map(reviewer => reviewer.name),
  )
  unique(
    'known',
    (scenario.known ?? []).map(request => request.id),
  )
  scenario.tiers.forEach(({ perDay, promise, rework }, index) => {
    for (const rate of typeof perDay === 'number' ? [perDay] : Object.values(perDay)) bounded(`tiers.${index}.perDay`, rate, { max: 1000 })
    bounded(`tiers.${index}.promise.days`, promise.days, { above: 0, max: 250 })
    if (rework) bounded(`tiers.${index}.rework.share`, rework.share, { max: 0.95 })
  })
  scenario.reviewers.forEach(({ tiers, share, absences, sickness }, index) => {
    tiers?.forEach((tier, at) => tierIndex(scenario, tier, `reviewers.${index}.tiers.${at}`))
    bounded(`reviewers.${index}.share`, share ?? 1, { above: 0, max: 1 })
    sized(`reviewers.${index}.absences`, absences ?? [], 0, 1000)
    absences?.forEach(({ from, to }, at) => {
      if (
        Temporal.PlainDate.compare(
          dateOf(from, `reviewers.${index}.absences.${at}.from`),
          dateOf(to, `reviewers.${index}.absences.${at}.to`),
        ) > 0
      ) {
        throw invalid(`reviewers.${index}.absences.${at}`, `It ends on ${to}, before it begins.`, 'Swap the two dates.')
      }
    })
    if (sickness) {
      bounded(`reviewers.${index}.sickness.daysPerYear`, sickness.daysPerYear, { max: 200 })
      bounded(`reviewers.${index}.sickness.spellDays`, sickness.spellDays, { min: 1, max: 200 })
    }
  })
  scenario.bursts?.forEach(({ on, weeks, times, tier }, index) => {
    dateOf(on, `bursts.${index}.on`)
    bounded(`bursts.${index}.weeks`, weeks, { above: 0, max: 520 })
    bounded(`bursts.${index}.times`, times, { max: 1000 })
    if (tier !== undefined) tierIndex(scenario, tier, `bursts.${index}.tier`)
  })
  scenario.waves?.forEach(({ on, tier, requests, days }, index) => {
    dateOf(on, `waves.${index}.on`)
    tierIndex(scenario, tier, `waves.${index}.tier`)
    whole(`waves.${index}.requests`, requests, { max: 100_000 })
    whole(`waves.${index}.days`, days, { min: 1, max: 2500 })
  })
  scenario.known?.forEach((request, index) => {
    tierIndex(scenario, request.tier, `known.${index}.tier`)
    if (request.effort !== undefined) bounded(`known.${index}.effort`, request.effort, { max: 1e7 })
    if (request.underReview) {
      bounded(`known.${index}.underReview.spent`, request.underReview.spent, { max: 1e7 })
      reviewerIndex(scenario, request.underReview.reviewer, `known.${index}.underReview.reviewer`)
    }
  })
}

export const tierIndex = (scenario: Scenario, name: string, field: string): number =>
  found(
    scenario.tiers.findIndex(tier => tier.name === name),
    field,
    `There is no tier "${name}".`,
    scenario.tiers,
  )

export const reviewerIndex = (scenario: Scenario, name: string, field: string): number =>
  found(
    scenario.reviewers.findIndex(reviewer => reviewer.name === name),
    field,
    `There is no reviewer "${name}".`,
    scenario.reviewers,
  )

export const dateOf = (text: string, field: string): Temporal.PlainDate => {
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    throw invalid(field, `"${text}" is not a date.`, 'Write it as YYYY-MM-DD.')
  }
}

const found = (index: number, field: string, reason: string, known: readonly { name: string }[]): number => {
  if (index < 0) throw invalid(field, reason, `Use one of: ${known.map(({ name }) => name).join(', ')}.`)
  return index
}

const unique = (field: string, names: readonly string[]): void => {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw invalid(field, `"${twice}" stands there twice.`, 'Give each its own name.')
}
