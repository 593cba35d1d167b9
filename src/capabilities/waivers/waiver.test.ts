import { describe, expect, test } from 'vitest'
import { standingOf, waived, whyNotDecide } from './waiver.ts'

const leave = { what: 'audit-date', state: 'granted', endsOn: '2026-12-24' }

test.each([
  ['granted', '2026-12-24', 'running'],
  ['granted', '2026-12-25', 'expired'],
  ['requested', '2026-12-24', 'requested'],
  ['requested', '2026-12-25', 'expired'],
  ['declined', '2026-12-25', 'declined'],
  ['ended', '2026-12-01', 'ended'],
] as const)('leave that is %s is on %s %s', (state, today, standing) => {
  expect(standingOf({ ...leave, state }, today)).toBe(standing)
})

test('a duty is put off by leave that runs, for that duty and no other', () => {
  expect(waived([leave], 'audit-date', '2026-12-24')).toBe(true)
  expect(waived([leave], 'entry-expired', '2026-12-24')).toBe(false)
  expect(waived([{ ...leave, state: 'requested' }], 'audit-date', '2026-12-24')).toBe(false)
  expect(waived([], 'audit-date', '2026-12-24')).toBe(false)
})

describe('who decides about leave', () => {
  const asked = { human: 'anna', offices: ['coe'], by: 'coe', requestedByHuman: 'bert', behind: ['bert', 'cora'] }
  test('is the office, through somebody who had nothing to do with it', () => {
    expect(whyNotDecide(asked)).toBeNull()
    expect(whyNotDecide({ ...asked, offices: ['legal'] })).toMatchObject({ code: 'not-your-leave' })
    expect(whyNotDecide({ ...asked, by: null })).toMatchObject({ code: 'not-your-leave' })
    expect(whyNotDecide({ ...asked, human: 'bert' })).toMatchObject({ code: 'own-leave' })
    expect(whyNotDecide({ ...asked, human: 'cora' })).toMatchObject({ code: 'own-leave' })
  })
})
