import { describe, expect, test } from 'vitest'
import { nextAct } from './acts.ts'
import { byUrgency } from './urgency.ts'

const quiet = { expired: false, expiresInDays: 300, conditionsLate: 0, ownerGoneSince: null }
const asked = { may: [], draft: null, standing: quiet, conditionsBefore: 0, noticeDays: 60 }

describe('what is asked next', () => {
  test('is nothing that one may not do', () => {
    expect(nextAct({ ...asked, draft: { state: 'changes-requested' }, standing: { ...quiet, expired: true } })).toBeNull()
    expect(nextAct({ ...asked, may: ['edit', 'retire'] })).toBeNull()
  })

  test.each([
    ['an entry about to end is confirmed', { may: ['submit', 'recertify'], standing: { ...quiet, expiresInDays: 60 } }, 'recertify'],
    ['one with time left is not', { may: ['recertify'], standing: { ...quiet, expiresInDays: 61 } }, null],
    ['what was sent back is changed before it is sent again', { may: ['edit', 'submit'], draft: { state: 'changes-requested' } }, 'edit'],
    [
      'a condition that stands before going live comes first',
      { may: ['go-live', 'meet-conditions'], conditionsBefore: 1 },
      'meet-conditions',
    ],
    ['nobody is sent live while one that is met waits to be accepted', { may: ['go-live'], conditionsBefore: 1 }, null],
    ['one that has time does not', { may: ['go-live', 'meet-conditions'] }, 'go-live'],
    ['one that is late does', { may: ['meet-conditions'], standing: { ...quiet, conditionsLate: 1 } }, 'meet-conditions'],
    ['what nobody answers for is handed over', { may: ['hand-over'], standing: { ...quiet, ownerGoneSince: '2026-11-01' } }, 'hand-over'],
  ] as const)('%s', (_, change, act) => {
    expect(nextAct({ ...asked, ...change })).toBe(act)
  })
})

test('trouble comes first, then what is asked, then what others have; what has ended comes last', () => {
  const row = { state: 'active', next: null, expired: false, expiresInDays: 300, conditionsLate: 0, review: null, changedAt: '2026-11-01' }
  const rows = [
    { ...row, id: 'ended', state: 'retired', expired: true },
    { ...row, id: 'quiet' },
    { ...row, id: 'later', review: { dueAt: '2026-12-02' } },
    { ...row, id: 'with others', review: { dueAt: '2026-12-01' } },
    { ...row, id: 'to send', next: 'submit' as const },
    { ...row, id: 'to mend', next: 'edit' as const },
    { ...row, id: 'stopped', state: 'suspended' },
    { ...row, id: 'over', expired: true, expiresInDays: null },
  ]
  expect(rows.toSorted(byUrgency).map(({ id }) => id)).toEqual([
    'stopped',
    'over',
    'to mend',
    'to send',
    'with others',
    'later',
    'quiet',
    'ended',
  ])
})
