import type { Decided } from './decide-facts.ts'
import type { DeclarationRow } from './declaration-store.ts'
import type { Change, SolutionRow } from './store.ts'

/** Columns of a solution that follow a declaration, so that lists need no join. */
export const following = ({
  facts,
  charterVersion,
  charterDigest,
  tier,
  verdict,
}: Pick<DeclarationRow, 'facts' | 'charterVersion' | 'charterDigest' | 'tier' | 'verdict'>) => ({
  facts,
  charterVersion,
  charterDigest,
  tier,
  verdict,
})

/** What a decision says in a declaration's columns. */
export const decidedAs = ({ charterVersion, charterDigest, tier, verdict }: Decided) => ({ charterVersion, charterDigest, tier, verdict })

/**
 * What changes at a solution when its newest, unapproved declaration does: everything while nothing of it was approved; beside an
 * approved version only which declaration that is.
 */
export const beside = ({ runningId }: Pick<SolutionRow, 'runningId'>, draft: DeclarationRow): Change =>
  runningId === null ? { draftId: draft.id, state: draft.state, ...following(draft) } : { draftId: draft.id }
