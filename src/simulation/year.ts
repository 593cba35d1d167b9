import type { SettableClock } from '#src/kernel/clock.ts'
import { agendaOf } from './agenda.ts'
import type { Calendar } from './calendar.ts'
import type { Chance } from './chance.ts'
import { makersOf } from './company.ts'
import { readDirectory } from './desk.ts'
import type { Door } from './door.ts'
import type { Today } from './intent.ts'
import { peopleDays } from './people-days.ts'
import { solutionList } from './seen.ts'
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
  const peoples = peopleDays(door, clock)

  const at = async (day: number, hour: number, minute = 0) => {
    clock.set(calendar.momentOf(day, hour, minute))
    await work()
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
          .map(maker => () => peoples.maker(maker, today, colleagues)),
        ...reviewers.filter(staff => !isAway(staff, today.date)).map(reviewer => () => peoples.reviewer(reviewer, today)),
        () => peoples.overseers(today, colleagues),
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
