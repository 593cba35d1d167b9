import { describe, expect, test } from 'vitest'
import { leftToSign } from './left-to-sign.ts'

const said = (role: string, state: string, human: string | null = null, conditional = false) => ({ role, state, human, conditional })
const upheld = {
  asked: ['it-security', 'legal', 'change-management'],
  comparable: true,
  earlier: [said('it-security', 'approved', 'dan'), said('legal', 'rejected', 'mei'), said('change-management', 'fallen')],
  appeal: [{ role: 'legal', human: 'oli' }],
  excluded: [],
}

describe('after an upheld appeal', () => {
  test('the roles are left that never said yes; whoever said something already is asked for nothing more', () => {
    expect(leftToSign(upheld)).toEqual({ roles: ['change-management'], decided: ['dan', 'mei', 'oli'] })
  })
  test('a yes for other content, or in a lower tier, is no yes', () => {
    expect(leftToSign({ ...upheld, comparable: false })).toEqual({ roles: ['it-security', 'change-management'], decided: ['mei', 'oli'] })
  })
  test('a yes on conditions that fell is asked for again, of whom it may be', () => {
    const earlier = [said('it-security', 'approved', 'dan', true), said('legal', 'rejected', 'mei')]
    expect(leftToSign({ ...upheld, earlier })).toEqual({ roles: ['it-security', 'change-management'], decided: ['mei', 'oli'] })
  })
  test('an office that somebody had asked for as well is still asked', () => {
    const alone = { ...upheld, asked: ['coe'], earlier: [said('coe', 'rejected', 'han'), said('legal', 'fallen')] }
    expect(leftToSign({ ...alone, appeal: [{ role: 'coe', human: 'luc' }] })).toEqual({ roles: ['legal'], decided: ['han', 'luc'] })
  })
  test('nothing is left where the one role that the lane asks for has said yes', () => {
    const alone = { ...upheld, asked: ['coe'], earlier: [said('coe', 'rejected', 'han')] }
    expect(leftToSign({ ...alone, appeal: [{ role: 'coe', human: 'luc' }], excluded: ['eva'] })).toEqual({
      roles: [],
      decided: ['eva', 'han', 'luc'],
    })
  })
})
