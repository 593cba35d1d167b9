import { expect, test } from 'vitest'
import { costOf, wayOf, whatBlocks } from './cost.ts'

const decided = (tier: 1 | 2 | 3 | 4, verdict: Parameters<typeof wayOf>[0]['verdict'], open: string[] = []) => ({ tier, verdict, open })

test('what was declared already is only noted, beside a running version too', () => {
  const draft = { digest: 'a', state: 'in-review' }
  expect(costOf({ digest: 'a', decided: decided(3, 'review'), draft, approved: null })).toBe('noted')
  expect(costOf({ digest: 'b', decided: decided(3, 'review'), draft, approved: { digest: 'b', tier: 3 } })).toBe('noted')
  expect(costOf({ digest: 'c', decided: decided(3, 'review'), draft, approved: null })).toBe('full-review')
})

test('the difference alone is looked at only where the whole was, under a tier at least as high', () => {
  expect(wayOf(decided(2, 'review'), { digest: 'a', tier: 2 })).toBe('short-review')
  expect(wayOf(decided(2, 'review'), { digest: 'a', tier: 3 })).toBe('short-review')
  expect(wayOf(decided(3, 'review'), { digest: 'a', tier: 2 })).toBe('full-review')
  expect(wayOf(decided(2, 'review'), { digest: 'a', tier: 1 })).toBe('full-review')
  expect(wayOf(decided(2, 'review'), null)).toBe('full-review')
})

test('tier 1 goes ahead at once, unless an answer is missing that could change that', () => {
  expect(wayOf(decided(1, 'approved-by-default'), null)).toBe('at-once')
  expect(wayOf(decided(1, 'approved-by-default', ['kind']), null)).toBe('blocked')
  expect(whatBlocks({ verdict: 'approved-by-default', guardrails: [], open: ['kind'] })).toMatchObject([{ field: 'facts.kind' }])
})
