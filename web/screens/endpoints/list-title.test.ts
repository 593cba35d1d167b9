import { expect, test } from 'vitest'
import { endpoints as words } from '../../texts/endpoints/en.ts'
import { listTitle } from './list-title.ts'

const quiet = { state: 'active', failingSince: null, dead: 0, lastSentAt: null } as const
const well = { ...quiet, lastSentAt: '2026-11-23T10:00:00Z' }
const failing = { ...well, failingSince: '2026-11-23T11:00:00Z' }
const paused = { ...failing, state: 'paused' } as const
const title = (...endpoints: Parameters<typeof listTitle>[1]) => listTitle(words.list, endpoints)

test('every event is said to arrive only where one did and nothing is in trouble', () => {
  expect(title()).toBe('No event leaves Guildhall yet')
  expect(title(quiet, quiet)).toBe('Nothing was sent to any of them yet')
  expect(title(quiet, well)).toBe('Every event arrives where it should')
  expect(title(well, failing)).toBe('Nothing arrives at one of them')
  expect(title(failing, paused)).toBe('One endpoint is paused')
  expect(title(paused, { ...well, dead: 2 })).toBe('2 events were given up')
})
