import { describe, expect, test } from 'vitest'
import type { Held } from './held.ts'
import { expectContent, expectGoing, expectOpen, expectYesOrNo, openSignOff } from './in-hand.ts'

type Review = Pick<Held['review'], 'digest' | 'state' | 'purpose' | 'endedAt'>
const held = (review: Partial<Review> = {}, subject: string | null = 'seen', signOffs: { role: string; state: string }[] = []) =>
  ({
    review: { digest: 'seen', state: 'in-review', purpose: 'full', endedAt: null, ...review },
    subject: { digest: subject },
    signOffs,
  }) as unknown as Held

const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'yes'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a decision', () => {
  test('is about what was looked at, and about what stands there still', () => {
    expect(codeOf(() => expectContent(held(), 'seen'))).toBe('yes')
    expect(codeOf(() => expectContent(held(), 'something else'))).toBe('other-content')
    expect(codeOf(() => expectContent(held({}, 'changed since'), 'seen'))).toBe('other-content')
    expect(codeOf(() => expectContent(held({}, null), 'seen'))).toBe('other-content')
  })

  test('waits for an answer, and comes too late once the review is over', () => {
    expect(codeOf(() => expectGoing(held()))).toBe('yes')
    expect(codeOf(() => expectGoing(held({ state: 'with-maker' })))).toBe('waits-for-maker')
    expect(codeOf(() => expectOpen(held({ endedAt: Temporal.Instant.from('2026-12-01T09:00Z') })))).toBe('review-over')
  })

  test('is a yes or no, unless it is a second look', () => {
    expect(codeOf(() => expectYesOrNo(held()))).toBe('yes')
    expect(codeOf(() => expectYesOrNo(held({ purpose: 'second-look' })))).toBe('second-look')
  })

  test('is given in a role whose sign-off is open', () => {
    const signOffs = [
      { role: 'coe', state: 'open' },
      { role: 'legal', state: 'approved' },
    ]
    expect(openSignOff(held({}, 'seen', signOffs), 'coe')).toMatchObject({ role: 'coe' })
    for (const role of ['legal', 'it-security'])
      expect(codeOf(() => openSignOff(held({}, 'seen', signOffs), role))).toBe('no-such-sign-off')
  })
})
