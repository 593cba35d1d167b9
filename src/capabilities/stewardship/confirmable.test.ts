import { expect, test } from 'vitest'
import { whyNotConfirmable } from './confirmable.ts'

const fine = { approved: { tier: 2 }, now: { tier: 2, verdict: 'review', because: [] }, changing: false }

test('what is still what was approved can be confirmed, under a milder charter too', () => {
  expect(whyNotConfirmable(fine)).toEqual([])
  expect(whyNotConfirmable({ ...fine, now: { ...fine.now, tier: 1, verdict: 'approved-by-default' } })).toEqual([])
})

test('nobody confirms what is being changed, what the charter no longer allows, or what belongs into a higher lane now', () => {
  expect(whyNotConfirmable({ ...fine, changing: true })).toHaveLength(1)
  expect(whyNotConfirmable({ ...fine, now: { ...fine.now, tier: 3 } })).toHaveLength(1)
  for (const verdict of ['refused', 'referred', 'blocked'])
    expect(whyNotConfirmable({ ...fine, now: { ...fine.now, verdict, because: [{ because: 'So.', remedy: 'Do.' }] } })).toEqual([
      { field: 'facts', reason: 'So.', remedy: 'Do.' },
    ])
})
