import { expect, test } from 'vitest'
import { review as de } from '../../texts/review/de.ts'
import { review as en } from '../../texts/review/en.ts'
import { clockInWords, shareLeft, workingTime } from './clocks.ts'

const clock = {
  ours: 0,
  makers: 0,
  left: 0,
  promised: 2399,
  dayMinutes: 480,
  pausedFor: null,
  pausedSince: null,
  calendar: 'Head office',
  standing: 'going' as const,
}

test('working time is told in the calendar’s days, and in no more than two parts', () => {
  expect([0, 59, 60, 310, 480, 1740, 2400].map(minutes => workingTime(en, minutes, 480))).toEqual([
    '0 m',
    '59 m',
    '1 h',
    '5 h 10 m',
    '1 d',
    '3 d 5 h',
    '5 d',
  ])
  expect(workingTime(en, 480, 390)).toBe('1 d 1 h')
  expect(workingTime(de, 1740, 480)).toBe('3 T 5 Std.')
})

test('a clock says in words whether it is late, due today or stands still', () => {
  expect(clockInWords(en, { ...clock, left: 1740 })).toBe('3 d 5 h left')
  expect(clockInWords(en, { ...clock, left: -180, standing: 'late' })).toBe('Late, 3 h over')
  expect(clockInWords(en, { ...clock, left: 310, standing: 'due-today' })).toBe('Due today, 5 h 10 m left')
  expect(clockInWords(en, { ...clock, left: 1080, standing: 'paused' })).toBe('Paused, 2 d 2 h left')
  expect(clockInWords(en, { ...clock, left: -60, standing: 'ended' })).toBe('Answered 1 h late')
})

test('a bar shows what is left of the promise, and is full once it is broken', () => {
  expect(shareLeft({ ...clock, left: 1200, promised: 2400 })).toBe(0.5)
  expect(shareLeft({ ...clock, left: -1, standing: 'late' })).toBe(1)
  expect(shareLeft({ ...clock, left: 5, promised: 0 })).toBe(0)
})
