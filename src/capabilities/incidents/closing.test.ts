import { expect, test } from 'vitest'
import { whyNotClosed } from './closing.ts'
import { dutiesOf } from './duties.ts'

const settled = { state: 'contained' as const, cause: 'A rule was missing.', lessons: 'Ask first.' }
const done = { doneAt: Temporal.Instant.from('2026-11-24T09:00:00Z'), dueOn: '2026-11-20', deferredBecause: null }
const open = { doneAt: null, dueOn: '2026-12-24', deferredBecause: null }
const today = '2026-11-25'

test('what is settled can be closed, with actions that are done or put off', () => {
  expect(whyNotClosed(settled, [done, { ...open, deferredBecause: 'The part is late.' }], today)).toEqual([])
})

test.each([
  ['It is not contained yet.', { ...settled, state: 'open' as const }, []],
  ['Nobody has written down the cause.', { ...settled, cause: null }, []],
  ['Nobody has written down what was learned.', { ...settled, lessons: null }, []],
  ['One action is neither done nor put off.', settled, [done, open]],
  ['One action is neither done nor put off.', settled, [{ ...open, deferredBecause: 'Late.', dueOn: '2026-11-24' }]],
  ['2 actions are neither done nor put off.', settled, [open, open]],
])('%s', (reason, incident, actions) => {
  expect(whyNotClosed(incident, actions, today).map(blocker => blocker.reason)).toEqual([reason])
})

test('72 hours are counted from when somebody became aware, over days on which nobody works', () => {
  const noticedAt = Temporal.Instant.from('2026-12-24T17:00:00Z')
  expect(dutiesOf({ noticedAt, dataClasses: ['internal', 'health'] }).map(({ dueAt }) => dueAt?.toString())).toEqual([
    '2026-12-27T17:00:00Z',
    undefined,
  ])
  expect(dutiesOf({ noticedAt, dataClasses: ['internal', 'confidential'] })).toEqual([])
})
