import { expect, test } from 'vitest'
import { BusinessCalendar } from '#src/kernel/business-calendar.ts'
import { remindedUntil } from './reminder.ts'

const open = { opens: '09:00', closes: '17:00' }
const calendar = new BusinessCalendar({
  name: 'Head office',
  timeZone: 'Europe/Berlin',
  hours: { 1: open, 2: open, 3: open, 4: open, 5: open },
  holidays: ['2026-12-24', '2026-12-25'],
})

test.each([
  ['a Monday reminds of Thursday', '2026-11-23', '2026-11-26'],
  ['a Thursday reminds over the weekend of Tuesday', '2026-11-26', '2026-12-01'],
  ['a Wednesday reminds of Saturday and Sunday with Monday', '2026-11-25', '2026-11-30'],
  ['a Tuesday reminds over holidays and a weekend of Tuesday', '2026-12-22', '2026-12-29'],
  ['a Saturday reminds of nothing', '2026-11-28', null],
  ['a holiday reminds of nothing', '2026-12-24', null],
])('%s', (_, today, until) => {
  expect(remindedUntil(calendar, Temporal.PlainDate.from(today))?.toString() ?? null).toBe(until)
})
