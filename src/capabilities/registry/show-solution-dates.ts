import { z } from 'zod'
import type { Language } from '#src/engines/charter/index.ts'
import { calendarOf } from '#src/engines/charter/index.ts'
import type { BusinessCalendar } from '#src/kernel/business-calendar.ts'
import { dayIn } from '#src/kernel/business-calendar.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { CalendarDate } from '#src/sending/index.ts'
import { calendarFile } from '#src/sending/index.ts'
import { calendarAnswer } from '../calendar-answer.ts'
import type { Charters } from '../charter/index.ts'
import { language } from '../intake/index.ts'
import { operation } from '../operation.ts'
import type { ConditionRow } from '../review/index.ts'
import { conditionsAbout } from '../review/index.ts'
import { solutionKey } from './contract.ts'
import type { KeptBeside } from './page-of-solution.ts'
import { seesIt, unknownSolution } from './permissions.ts'
import { keyOf, numberOf } from './solution.ts'
import type { SolutionRow } from './store.ts'
import { solutionByNumber } from './store.ts'
import { isOver } from './validity.ts'

interface Parts {
  charters: Charters
  beside: Pick<KeptBeside, 'dates'>
  /** Where the server says that it is. */
  address: string | null
}

export const showSolutionDates = ({ charters, beside, address }: Parts) =>
  operation({
    name: 'show-solution-dates',
    summary:
      'Until when a solution is valid or its retirement can be taken back, and by when what is open about it is due, as a file for calendars.',
    effect: 'read',
    http: { method: 'GET', path: '/solutions/{key}/calendar' },
    input: z.strictObject({ key: solutionKey(), language: language() }),
    ...calendarAnswer,
    target: ({ key }, { db }) => solutionByNumber(db, numberOf(key)),
    allows: seesIt,
    async run({ key, language }, { db, now, scope }, solution) {
      if (!solution) throw unknownSolution()
      const url = address && `${address}/solutions/${keyOf(solution.number)}`
      const words = wordsIn[language]
      const conditions = await conditionsAbout(db, 'solution', solution.id)
      const calendar = calendarOf(await charters.inForce(db))
      const found = await beside.dates(db, solution, { scope, language, calendar })
      const dates = [
        ...endOf(solution, { calendar, now }, words, url),
        ...conditions.flatMap(condition => dueDayOf(condition, solution, words, url)),
        ...found.map(date => ({ ...date, url })),
      ]
      if (dates.length === 0)
        throw refuse(
          'not-found',
          'no-dates',
          'This solution has no date to keep.',
          'Come back once it has an expiry, or something with a day is open about it.',
        )
      return { name: `${key}.ics`, content: calendarFile(dates, now) }
    },
  })

interface Words {
  expires(name: string): string
  confirm: string
  due(name: string): string
  retired(name: string): string
  undo: string
}

const wordsIn: Readonly<Record<Language, Words>> = {
  en: {
    expires: name => `${name} is valid until this day`,
    confirm: 'Whoever owns it confirms before that it is still as it was declared.',
    due: name => `Condition on ${name} is due`,
    retired: name => `The retirement of ${name} can be taken back until this day`,
    undo: 'Whoever owns it does that on its page; afterwards it stays retired.',
  },
  de: {
    expires: name => `${name} gilt bis zu diesem Tag`,
    confirm: 'Wem sie gehört, bestätigt davor, dass sie noch so ist wie angegeben.',
    due: name => `Auflage zu ${name} ist fällig`,
    retired: name => `Bis zu diesem Tag lässt sich die Stilllegung von ${name} zurücknehmen`,
    undo: 'Das tut auf ihrer Seite, wem sie gehört; danach bleibt sie stillgelegt.',
  },
}

/** The day its entry ends, or, once it was retired, the last on which that can be taken back: of one name, so the later takes the earlier's place. */
const endOf = (
  { id, version, name, expiresAt, retired }: SolutionRow,
  { calendar, now }: { calendar: BusinessCalendar; now: Temporal.Instant },
  words: Words,
  url: CalendarDate['url'],
): CalendarDate[] => {
  const end = retired === null ? expiresAt : Temporal.Instant.from(retired.undoUntil)
  if (end === null || (retired !== null && isOver(end, now))) return []
  const said = retired === null ? { title: words.expires(name), note: words.confirm } : { title: words.retired(name), note: words.undo }
  return [{ id, version, on: Temporal.PlainDate.from(dayIn(calendar, end)), ...said, url }]
}

/** Named as the letter about it names it: a calendar that took both in has it once. */
const dueDayOf = (
  { id, version, text, dueOn, state }: ConditionRow,
  { name }: SolutionRow,
  words: Words,
  url: CalendarDate['url'],
): CalendarDate[] =>
  state !== 'open' || dueOn === null
    ? []
    : [{ id, version, on: Temporal.PlainDate.from(dueOn), title: words.due(name), note: text, url, remindDays: 1 }]
