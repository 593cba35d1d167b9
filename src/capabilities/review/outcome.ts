import type { Outcome } from './kind.ts'

export interface Signed {
  state: 'open' | 'approved' | 'returned' | 'rejected' | 'fallen'
}

/**
 * What the sign-offs of a review come to: one no ends it, one return sends it back, and a yes takes every one of them.
 * @returns null while it is still open.
 */
export const outcomeOf = (signOffs: readonly Signed[], conditions: number): Outcome | null => {
  const counted = signOffs.filter(({ state }) => state !== 'fallen')
  if (counted.some(({ state }) => state === 'rejected')) return 'rejected'
  if (counted.some(({ state }) => state === 'returned')) return 'returned'
  if (counted.length === 0 || counted.some(({ state }) => state === 'open')) return null
  return conditions > 0 ? 'approved-with-conditions' : 'approved'
}
