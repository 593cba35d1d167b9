import { expect, test } from 'vitest'
import { asSeen } from './as-seen.ts'

const seen = (facts: Record<string, unknown>, doubts: Record<string, string[]> = {}) => ({
  artifact: 'a',
  facts: Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, { value, confidence: 0.9 }])),
  doubts,
})

test('what was read adds and never takes away', () => {
  expect(asSeen({ integrations: ['crm'], externalContent: true }, seen({ integrations: ['erp'] }))).toEqual({
    integrations: ['crm', 'erp'],
    externalContent: true,
  })
  expect(asSeen({ movesMoney: true }, seen({ movesMoney: false }))).toEqual({ movesMoney: true })
})

test('a list that nobody declared stays open beyond what was seen', () => {
  expect(asSeen({}, seen({ integrations: ['erp'] }))).toEqual({ integrations: ['erp', 'not-sure'] })
})

test('one answer gives way to the least that was seen, and only where it says less', () => {
  const shared = seen({ audience: { among: ['my-team', 'business-unit', 'outside'] } })
  expect(asSeen({ audience: 'only-me' }, shared)).toEqual({ audience: 'my-team' })
  expect(asSeen({ audience: 'outside' }, shared)).toEqual({ audience: 'outside' })
  expect(asSeen({}, shared)).toEqual({ audience: { among: ['my-team', 'business-unit', 'outside'] } })
})

test('a plain no against a doubt opens the question; an answer that accounts for it settles it', () => {
  const database = seen({}, { integrations: ['data-warehouse', 'production-database'] })
  expect(asSeen({ integrations: ['none'] }, database)).toEqual({ integrations: ['not-sure'] })
  expect(asSeen({ integrations: ['office-suite'] }, database)).toEqual({ integrations: ['office-suite', 'not-sure'] })
  expect(asSeen({ integrations: ['data-warehouse'] }, database)).toEqual({ integrations: ['data-warehouse'] })
  expect(asSeen({ sendsAs: 'nothing', externalContent: false }, seen({}, { sendsAs: [], externalContent: [] }))).toEqual({
    sendsAs: undefined,
    externalContent: undefined,
  })
  expect(asSeen({ sendsAs: 'shared-identity' }, seen({}, { sendsAs: [] }))).toEqual({ sendsAs: 'shared-identity' })
})
