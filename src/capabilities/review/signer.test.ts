import { describe, expect, test } from 'vitest'
import type { Candidacy, Reviewer } from './signer.ts'
import { assigneeOf, whyNotSigner } from './signer.ts'

const fit: Candidacy = {
  candidate: { human: 'reviewer', state: 'active', roles: ['coe-reviewer', 'legal'] },
  role: 'coe',
  authors: ['maker', 'owner'],
  review: { submittedByHuman: 'maker', excluded: ['first-reviewer'] },
  signOffs: [
    { role: 'coe', state: 'open', decidedByHuman: null },
    { role: 'legal', state: 'open', decidedByHuman: null },
  ],
}
const reasons = (change: Partial<Candidacy>) => whyNotSigner({ ...fit, ...change }).map(({ reason }) => reason)

describe('who signs off', () => {
  test('somebody of the office who had nothing to do with it', () => {
    expect(reasons({})).toEqual([])
    expect(reasons({ role: null })).toEqual([])
  })
  test('nobody without the office', () => {
    expect(reasons({ role: 'it-security' })).toEqual(['This takes the sign-off of IT security, which your roles don’t give.'])
    expect(reasons({ candidate: { ...fit.candidate, roles: ['program-lead', 'administrator', 'maker'] } })).toHaveLength(1)
  })
  test('nobody who made, owns or submitted it, through whichever account', () => {
    for (const human of ['maker', 'owner']) expect(reasons({ candidate: { ...fit.candidate, human } })).toHaveLength(1)
    expect(reasons({ authors: [], candidate: { ...fit.candidate, human: 'maker' } })).toHaveLength(1)
  })
  test('nobody who decided before, where it is looked at again', () => {
    expect(reasons({ candidate: { ...fit.candidate, human: 'first-reviewer' } })).toHaveLength(1)
  })
  test('nobody twice on one review; a sign-off that fell does not count', () => {
    const [coe, legal] = fit.signOffs
    expect(reasons({ role: 'legal', signOffs: [{ ...coe!, state: 'approved', decidedByHuman: 'reviewer' }, legal!] })).toHaveLength(1)
    expect(reasons({ role: 'legal', signOffs: [{ ...coe!, state: 'fallen', decidedByHuman: 'reviewer' }, legal!] })).toEqual([])
  })
  test('nobody whose account is closed', () => {
    expect(reasons({ candidate: { ...fit.candidate, state: 'suspended' } })).toEqual(['Your account is not active.'])
  })
})

describe('whom a sign-off goes to', () => {
  const reviewer = (id: string, more: Partial<Reviewer> = {}): Reviewer => ({ id, human: id, open: 0, away: false, deputy: null, ...more })
  const three = [reviewer('a', { open: 3 }), reviewer('b', { open: 1 }), reviewer('c', { open: 1 })]

  test('whoever has the least on the table', () => expect(assigneeOf(three, [])).toBe('b'))
  test('never to an author, to somebody away, or back to whoever had it', () => {
    expect(assigneeOf(three, ['b'])).toBe('c')
    expect(assigneeOf([...three, reviewer('d', { away: true })], ['b', 'c', 'a'])).toBeNull()
    expect(assigneeOf(three, [], 'b')).toBe('c')
  })
  test('first of all to the deputy of whoever is away', () => {
    expect(assigneeOf([...three, reviewer('d', { away: true, deputy: 'a' })], [], 'd')).toBe('a')
    expect(assigneeOf([...three, reviewer('d', { away: true, deputy: 'a' })], ['a'], 'd')).toBe('b')
  })
})
