import type { Blocker } from '#src/kernel/refusal.ts'
import type { Decided } from './decide-facts.ts'
import type { State } from './lifecycle.ts'

/**
 * What a change costs: noted only; approved at once; a short or a full review; questions to settle; or what stands in the way
 * of submitting it at all.
 */
export const costs = ['noted', 'at-once', 'short-review', 'full-review', 'clarify', 'blocked', 'referred', 'refused'] as const
export type Cost = (typeof costs)[number]

interface Change {
  /** Digest of what an approval of the new content would cover. */
  digest: string
  decided: Pick<Decided, 'tier' | 'verdict' | 'open'>
  /** The newest declaration that is not approved, if there is one. */
  draft: { digest: string; state: string } | null
  /** The approved version that it runs or may run under, if there is one. */
  approved: { digest: string; tier: number } | null
}

/** What saving and submitting this content takes. The preview says it, the edit does it: both ask here. */
export const costOf = ({ digest, decided, draft, approved }: Change): Cost => {
  if (digest === draft?.digest || (approved !== null && digest === approved.digest)) return 'noted'
  return wayOf(decided, approved)
}

/** The way of content that nobody has approved. */
export const wayOf = ({ tier, verdict, open }: Change['decided'], approved: Change['approved']): Exclude<Cost, 'noted'> => {
  switch (verdict) {
    case 'refused':
    case 'referred':
    case 'blocked':
    case 'clarify':
      return verdict
    case 'approved-by-default':
      return open.length > 0 ? 'blocked' : 'at-once'
    case 'review':
  }
  // The difference alone is looked at where the whole was, under a tier at least as high.
  return approved !== null && approved.tier >= tier && approved.tier >= 2 ? 'short-review' : 'full-review'
}

/** The state in which new content enters the registry. */
export const stateOnEntry = ({ verdict }: Pick<Decided, 'verdict'>): Extract<State, 'draft' | 'refused' | 'referred'> =>
  verdict === 'refused' || verdict === 'referred' ? verdict : 'draft'

/** Everything that keeps content from being submitted, each with what would clear it. */
export const whatBlocks = ({ verdict, guardrails, open }: Pick<Decided, 'verdict' | 'guardrails' | 'open'>): Blocker[] => [
  ...guardrails.map(({ because, remedy }) => ({ field: 'facts', reason: because, remedy })),
  ...(verdict === 'approved-by-default'
    ? open.map(fact => ({ field: `facts.${fact}`, reason: 'This has no answer yet, and it could change the tier.', remedy: 'Answer it.' }))
    : []),
]
