import { describe, expect, test } from 'vitest'
import type { AtStake } from './escalation.ts'
import { stepFor } from './escalation.ts'
import { outcomeOf } from './outcome.ts'

const waiting: AtStake = { started: false, assigneeHere: true, toldPercent: 0, percent: 10 }
const step = (change: Partial<AtStake>) => stepFor({ ...waiting, ...change }, [60, 90])

describe('what happens before a promise breaks', () => {
  test('nothing, as long as there is time', () => expect(step({ percent: 59.9 })).toBeNull())
  test('who has not begun hands over at the first step, and once only', () => {
    expect(step({ percent: 60 })).toEqual({ reassign: 'not-begun', tell: false, toldPercent: 60 })
    expect(step({ percent: 70, toldPercent: 60 })).toBeNull()
  })
  test('who has begun goes on', () => {
    expect(step({ percent: 60, started: true })).toEqual({ reassign: null, tell: false, toldPercent: 60 })
  })
  test('those who lead are told at the last step, and once only', () => {
    expect(step({ percent: 92, started: true, toldPercent: 60 })).toEqual({ reassign: null, tell: true, toldPercent: 90 })
    expect(step({ percent: 140, toldPercent: 90 })).toBeNull()
  })
  test('after nights that were missed both come at once', () => {
    expect(step({ percent: 120 })).toEqual({ reassign: 'not-begun', tell: true, toldPercent: 90 })
  })
  test('whoever is away hands over at once, whatever the clock says', () => {
    expect(step({ assigneeHere: false, started: true })).toMatchObject({ reassign: 'away', tell: false })
    expect(step({ assigneeHere: null })).toMatchObject({ reassign: 'unassigned' })
  })
})

describe('what sign-offs come to', () => {
  const signed = (...states: ('open' | 'approved' | 'returned' | 'rejected' | 'fallen')[]) => states.map(state => ({ state }))
  test('a yes takes every one of them', () => {
    expect(outcomeOf(signed('approved', 'open'), 0)).toBeNull()
    expect(outcomeOf(signed('approved', 'approved'), 0)).toBe('approved')
    expect(outcomeOf(signed('approved', 'fallen', 'approved'), 2)).toBe('approved-with-conditions')
  })
  test('one no ends it, one return sends it back, whatever is open', () => {
    expect(outcomeOf(signed('approved', 'rejected', 'open'), 0)).toBe('rejected')
    expect(outcomeOf(signed('returned', 'open'), 1)).toBe('returned')
  })
  test('nothing was approved where nobody signed', () => {
    expect(outcomeOf(signed('fallen'), 0)).toBeNull()
    expect(outcomeOf([], 0)).toBeNull()
  })
})
