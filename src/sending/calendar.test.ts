import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { CalendarDate } from './index.ts'
import { calendarFile } from './index.ts'
import { hostile, now } from './letters.fixture.ts'

const date = (more: Partial<CalendarDate> = {}): CalendarDate => ({
  id: '0195a3f2-6c3e-7cc1-9a51-3d2c4a5b6c7d',
  version: 3,
  on: Temporal.PlainDate.from('2026-12-24'),
  title: 'Invoices is due',
  note: 'Say how it was met.',
  url: 'https://guildhall.example.com/reviews/REV-0007?a=1,2;b',
  ...more,
})

/** As a program reads it that is not ours. */
const read = (file: string) => {
  const calendar = new ICAL.Component(ICAL.parse(file))
  return calendar.getAllSubcomponents('vevent').map(event => new ICAL.Event(event))
}

const said = ['Müller & Söhne', 'a, b; c \\ d \\n e', 'first\nsecond', '🧾'.repeat(60), 'ä'.repeat(200), 'x'.repeat(300), '']

describe('a calendar file', () => {
  test('says a day as a whole day, to every word', () => {
    expect(calendarFile([date({ remindDays: 3 })], now)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Guildhall//Dates//EN',
        'METHOD:PUBLISH',
        'BEGIN:VEVENT',
        'UID:0195a3f2-6c3e-7cc1-9a51-3d2c4a5b6c7d@guildhall',
        'SEQUENCE:3',
        'DTSTAMP:20260302T080000Z',
        'DTSTART;VALUE=DATE:20261224',
        'SUMMARY:Invoices is due',
        'DESCRIPTION:Say how it was met.',
        'URL:https://guildhall.example.com/reviews/REV-0007?a=1,2;b',
        'TRANSP:TRANSPARENT',
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'DESCRIPTION:Invoices is due',
        'TRIGGER:-P2DT15H',
        'END:VALARM',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    )
  })

  test('is read by a parser of others as it was meant, days and moments alike', () => {
    const moment = Temporal.Instant.from('2026-12-24T22:30:00.5Z')
    const [day, at] = read(calendarFile([date(), date({ id: 'b', on: moment, remindDays: 1 })], now))
    expect([day?.startDate.isDate, day?.startDate.toString(), day?.sequence]).toEqual([true, '2026-12-24', 3])
    expect([at?.uid, at?.startDate.isDate, at?.startDate.toString()]).toEqual(['b@guildhall', false, '2026-12-24T22:30:00Z'])
    expect(day?.component.getFirstPropertyValue('url')).toBe(date().url)
    expect(at?.component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')?.toString()).toBe('-P1D')
  })

  test.each(said)('carries %j unharmed, in lines of at most 75 octets that end within no character', words => {
    const file = calendarFile([date({ note: words })], now)
    for (const line of file.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line.isWellFormed()).toBe(true)
      expect(line).not.toMatch(/[\r\n]/)
    }
    expect(read(file)[0]?.description ?? '').toBe(words)
  })

  test('nothing that somebody typed becomes a line of its own', () => {
    const file = calendarFile([date({ title: hostile, note: hostile, url: `https://a.example/${hostile}` })], now)
    expect(file).not.toMatch(/^Bcc|\u202e/m)
    expect(read(file)).toHaveLength(1)
  })

  test('leads nowhere where nobody said at which address Guildhall is reached', () => {
    expect(calendarFile([date({ url: null })], now)).not.toContain('URL')
  })
})
