import { expect, test } from 'vitest'
import { toldOfStop } from './told.ts'

const suspended = [
  { ownerId: 'ada', backupOwnerId: 'bo' },
  { ownerId: 'bo', backupOwnerId: null },
  { ownerId: 'ada', backupOwnerId: 'ada' },
]

const stop = { id: 'seven', number: 7, because: 'It leaks.' }

test('whoever answers for what a stop suspended is told once, and in which part they answer', () => {
  expect(toldOfStop(stop, suspended)).toMatchObject([
    { to: 'ada', because: 'owner', about: { kind: 'stop', key: 'STOP-0007' }, facts: { stop: 'STOP-0007', why: 'It leaks.' } },
    { to: 'bo', because: 'backup-owner', loud: true, urgency: 'act' },
  ])
})

test('nobody is told of a stop that suspended nothing', () => {
  expect(toldOfStop(stop, [])).toEqual([])
})
