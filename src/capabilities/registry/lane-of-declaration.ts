import type { Charter } from '#src/engines/charter/index.ts'
import type { Lane, Purpose, ReviewRow, Writing } from '../review/index.ts'
import { laneOf, openReview } from '../review/index.ts'
import { authorsOf } from './author-store.ts'
import type { DeclarationRow } from './declaration-store.ts'
import type { SolutionRow } from './store.ts'

interface Asking {
  purpose: Purpose
  by: { id: string; human: string }
  note: string | null
  /** Human beings who decided about it before. */
  excluded?: readonly string[]
  /** Whose decision is looked at again. */
  role?: string | undefined
  /** Left out, the whole lane that the charter prescribes. */
  lane?: Lane | undefined
}

/** Asks people to look at one declaration. The solution's row is locked. */
export const openLane = async (
  writing: Writing,
  charter: Charter,
  row: SolutionRow,
  { id, materialDigest, tier, facts }: DeclarationRow,
  { purpose, by, note, excluded = [], role, lane }: Asking,
): Promise<ReviewRow> => {
  const kind = typeof facts['kind'] === 'string' ? facts['kind'] : undefined
  return openReview(writing, charter, {
    kind: 'solution',
    subject: row.id,
    name: row.name,
    matter: id,
    digest: materialDigest,
    purpose,
    // Whoever looks once more is not told what others came to.
    tier: purpose === 'second-look' ? null : tier,
    lane: lane ?? laneOf(charter, { purpose, tier, kind, role }),
    authors: await authorsOf(writing.db, row.id, row.unitId),
    excluded,
    note,
    submittedBy: by,
  })
}
