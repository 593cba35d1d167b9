import type { SettableClock } from '#src/kernel/clock.ts'
import { agendaOf } from './agenda.ts'
import type { Calendar } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { Maker } from './company.ts'
import { makersOf } from './company.ts'
import { readDirectory, readMakerDesk, readReviewerDesk } from './desk.ts'
import type { Door } from './door.ts'
import type { Intent, Today } from './intent.ts'
import { readOverview } from './overview.ts'
import { carryOut } from './person-acts.ts'
import { leadPlan, recommendationPlan, resumptionPlan, securityPlan } from './plan-lead.ts'
import { makerPlan } from './plan-maker.ts'
import { reviewerPlan } from './plan-reviewer.ts'
import type { Colleague } from './seen.ts'
import { solutionList, soundLedger } from './seen.ts'
import { administrator, auditor, isAway, lead, reviewers } from './staff.ts'

/** Where it stands: a line a month, and what happens besides. */
export type Tell = (text: string, often: 'monthly' | 'daily') => void

export interface YearParts {
  door: Door
  clock: SettableClock
  calendar: Calendar
  chance: Chance
  days: number
  /** Has the program do what is due by the clock. */
  work(): Promise<void>
  /** What has to happen on the last day, after everybody’s work. */
  lastDay(): Promise<void>
  /** Looks whether everything holds. */
  endOfDay(day: number): Promise<void>
  tell: Tell
}

/** Rounds of the program's own work on a working day; by night it looks at everything. */
const NIGHT = { hour: 1, minute: 31 }
const ROUNDS = [9, 12, 15]
const EVENING = 17

/** Lets a company live, day by day. */
export const liveYear = async (parts: YearParts): Promise<void> => {
  const { door, clock, calendar, chance, days, work, lastDay, endOfDay, tell } = parts
  const makers = makersOf(chance, day => calendar.isSlow(day))
  const agenda = agendaOf({ door, makers, first: calendar.first, days })
  /** Reviews of which somebody said that a condition is met. */
  const told = new Set<string>()

  const at = async (day: number, hour: number, minute = 0) => {
    clock.set(calendar.momentOf(day, hour, minute))
    await work()
  }
  const does = async (me: string, name: string, intents: readonly Intent[], conditionsIn: ReadonlyMap<string, string> = new Map()) => {
    for (const intent of intents) {
      // Whatever happens takes a little while.
      clock.set(clock.now().add({ seconds: 40 }))
      await carryOut(door, me, name, [intent])
      const review = conditionsIn.get(String(intent.with['condition']))
      if (intent.does === 'meet-condition' && review !== undefined) told.add(review)
    }
  }

  const makersDay = async (maker: Maker, today: Today, colleagues: readonly Colleague[]) => {
    const me = colleagues.find(({ name }) => name === maker.name)?.id
    if (me === undefined) return
    const goesThrough = today.date.dayOfWeek === 1 + (maker.name.length % 5)
    const desk = await readMakerDesk(door, maker, { me, colleagues, goesThrough })
    const conditions = new Map(desk.solutions.flatMap(({ page }) => page.conditions.map(({ id, review }) => [id, review] as const)))
    await does(me, maker.name, makerPlan(maker, desk, today), conditions)
  }
  const reviewersDay = async (reviewer: (typeof reviewers)[number], today: Today) => {
    const desk = await readReviewerDesk(door, {
      me: reviewer.id,
      office: reviewer.office,
      name: reviewer.name,
      capacity: reviewer.capacity,
      told: [...told],
      keepsTools: today.date.dayOfWeek === 2 && toolKeepers.includes(reviewer.id),
    })
    for (const { key, conditions, you } of desk.toJudge)
      if (!conditions.some(({ state }) => state === 'met') || (you && conditions.some(({ you: each }) => each.mayJudge))) told.delete(key)
    await does(reviewer.id, reviewer.name, reviewerPlan(desk, today))
  }
  const overview = async (today: Today, colleagues: readonly Colleague[]) => {
    const weekly = today.date.dayOfWeek === 1
    const desk = await readOverview(door, { colleagues, weekly })
    await does(lead.id, lead.name, leadPlan(desk, today))
    if (weekly && today.date.day <= 7) await door.look(auditor.id, soundLedger, 'verify-ledger')
    const here = reviewers.filter(staff => !isAway(staff, today.date))
    const coe = here.find(({ id }) => id === 'luca-ferri' || id === 'hanna-lindqvist')
    const security = here.find(({ id }) => id === 'ines-cardoso' || id === 'daniel-okoye')
    if (coe) await does(coe.id, coe.name, [...resumptionPlan(desk, today), ...recommendationPlan(desk, today)])
    if (security) await does(security.id, security.name, securityPlan(desk, today))
  }

  const workingDay = async (day: number) => {
    const today: Today = { day, date: calendar.dateOf(day), chance }
    door.newDay()
    await at(day, ROUNDS[0] ?? 9)
    for (const happening of agenda.filter(each => each.day === day)) {
      tell(`${today.date.toString()}  ${happening.what}`, 'daily')
      await happening.happens()
    }
    const colleagues = (await readDirectory(door, lead.id)).filter(({ id }) => !isProgram(id))
    const people = chance.shuffled<() => Promise<void>>(
      [
        ...makers
          .filter(({ joins, leaves, name }) => joins <= day && (leaves === null || leaves > day) && !onHoliday(calendar, chance, name, day))
          .map(maker => () => makersDay(maker, today, colleagues)),
        ...reviewers.filter(staff => !isAway(staff, today.date)).map(reviewer => () => reviewersDay(reviewer, today)),
        () => overview(today, colleagues),
      ],
      day,
      'who comes when',
    )
    for (const [place, comes] of people.entries()) {
      // They spread over the day; a round of the program's work comes between.
      const minute = 9 * 60 + 5 + Math.floor((place * (7.5 * 60)) / people.length)
      const round = ROUNDS.find(hour => hour * 60 <= minute && Temporal.Instant.compare(calendar.momentOf(day, hour), clock.now()) > 0)
      if (round !== undefined) await at(day, round)
      clock.set(calendar.momentOf(day, Math.floor(minute / 60), minute % 60))
      await comes()
    }
  }

  for (let day = 0; day < days; day += 1) {
    await at(day, NIGHT.hour, NIGHT.minute)
    if (calendar.isWorkday(day)) await workingDay(day)
    if (day === days - 1) {
      clock.set(calendar.momentOf(day, EVENING - 1, 50))
      await lastDay()
    }
    await at(day, EVENING, 5)
    await endOfDay(day)
    if (calendar.dateOf(day + 1).day === 1) {
      const { total } = await door.look(lead.id, solutionList, 'list-solutions', { limit: 1 })
      tell(`${calendar.dateOf(day).toPlainYearMonth().toString()}  ${total} solutions, ${door.counts().asked} requests`, 'monthly')
    }
  }
}

const toolKeepers = ['luca-ferri', 'ines-cardoso']

const isProgram = (id: string): boolean =>
  id === lead.id || reviewers.some(staff => staff.id === id) || [auditor.id, administrator.id].includes(id)

/** Two weeks in August, or the days between the years. */
const onHoliday = (calendar: Calendar, chance: Chance, name: string, day: number): boolean => {
  const date = calendar.dateOf(day)
  const begins = 1 + Math.floor(chance.of(name, 'holiday') * 17)
  return (
    (date.month === 8 && date.day >= begins && date.day < begins + 14) ||
    (date.month === 12 && date.day >= 24 && chance.happens(0.8, name, 'winter'))
  )
}
