import { expect, test } from 'vitest'
import type { Measured } from './checks.ts'
import { checksOf } from './checks.ts'

const now = Temporal.Instant.from('2027-03-01T12:00:00Z')
const sound: Measured = {
  ledger: { size: 10, waiting: 2, waitingSince: now.subtract({ seconds: 1 }) },
  jobs: { givenUp: [], dueSince: now.subtract({ seconds: 2 }) },
  secrets: { keys: 1, closed: 0, lost: 0, masterKeyTrouble: null },
  charterAdopted: true,
  memory: 300_000_000,
  disk: 50_000_000_000,
}
const unwell = (change: Partial<Measured>) =>
  checksOf({ ...sound, ...change }, now)
    .filter(({ well }) => !well)
    .map(({ code }) => code)

test('a sound installation needs nobody, and a sentence stands for everything that was looked at', () => {
  expect(unwell({})).toEqual([])
  expect(checksOf(sound, now).map(({ check }) => check)).toEqual(['ledger', 'jobs', 'secrets', 'charter', 'disk', 'memory'])
})

test('a charter that nobody adopted breaks nothing, and is said with its way on', () => {
  expect(unwell({ charterAdopted: false })).toEqual([])
  expect(checksOf({ ...sound, charterAdopted: false }, now).find(({ check }) => check === 'charter')?.remedy).toBeTruthy()
})

test.each<[string, Partial<Measured>, string]>([
  [
    'entries that wait for more than a minute',
    { ledger: { size: 1, waiting: 3, waitingSince: now.subtract({ seconds: 61 }) } },
    'ledger-behind',
  ],
  ['a round that was given up', { jobs: { givenUp: ['the sweep'], dueSince: null } }, 'jobs-given-up'],
  ['a job that nobody does', { jobs: { givenUp: [], dueSince: now.subtract({ minutes: 11 }) } }, 'jobs-idle'],
  ['a master key that is not there', { secrets: { keys: 1, closed: 1, lost: 0, masterKeyTrouble: 'No file.' } }, 'no-master-key'],
  ['a data key that does not open', { secrets: { keys: 2, closed: 1, lost: 0, masterKeyTrouble: null } }, 'secrets-closed'],
  ['a disk that is nearly full', { disk: 900_000_000 }, 'disk-full'],
  ['a process that holds too much', { memory: 1_600_000_000 }, 'memory-much'],
])('%s: it says so, and what to do', (_, change, code) => {
  expect(unwell(change)).toEqual([code])
  expect(checksOf({ ...sound, ...change }, now).find(({ well }) => !well)?.remedy).toBeTruthy()
})
