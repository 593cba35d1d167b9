import type { BusinessCalendar } from '#src/kernel/business-calendar.ts'
import { dayIn } from '#src/kernel/business-calendar.ts'
import type { Language } from '#src/kernel/message.ts'
import type { Scope } from '#src/kernel/actor.ts'
import type { CalendarDate } from '#src/sending/index.ts'
import type { Db } from '../operation.ts'
import { pageOfFindings } from './list-store.ts'
import { dated, foundBy } from './messages.ts'

/** Rules by which a solution stops, and whose day stands nowhere on the solution itself, as the end of its entry does. */
const byRules = ['tool-withdrawn', 'owner-gone']

interface Looking {
  scope: Scope
  language: Language
  calendar: BusinessCalendar
}

/** By when what was found about a solution has to be settled, named as the letter about it names it: a calendar that took both in has it once. */
export const datesAbout = async (
  db: Db,
  solution: { number: number; name: string },
  { scope, language, calendar }: Looking,
): Promise<Omit<CalendarDate, 'url'>[]> => {
  const found: Omit<CalendarDate, 'url'>[] = []
  for (const rule of byRules)
    for (const { id, version, dueAt } of await pageOfFindings(
      db,
      scope,
      { solution: solution.number, rule, unassigned: false },
      1,
      undefined,
    )) {
      const title = `${solution.name}: ${foundBy[rule]?.[language] ?? rule}`
      found.push({ id, version, on: Temporal.PlainDate.from(dayIn(calendar, dueAt)), title, note: title, remindDays: dated.remindDays })
    }
  return found
}
