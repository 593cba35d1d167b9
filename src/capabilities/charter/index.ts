import { adoptCharterKind } from './adopt-charter.ts'
import type { Charters } from './charters.ts'
import { checkCharter } from './check-charter.ts'
import { compareCharters } from './compare-charters.ts'
import { compareWithShipped } from './compare-with-shipped.ts'
import { charterAdopted, charterProposed, charterSuperseded, charterWithdrawn } from './entries.ts'
import { charterVersions } from './governed.ts'
import type { SolutionsAfter } from './impact.ts'
import { listCharterVersions } from './list-charter-versions.ts'
import { proposeCharter } from './propose-charter.ts'
import { showCharterVersion } from './show-charter-version.ts'
import { showComingRules } from './show-coming-rules.ts'

export { createCharters, listedAs } from './charters.ts'
export type { Charters, ToolsKept } from './charters.ts'
export { readCharter } from './documents.ts'
export type { Shipped } from './documents.ts'
export type { SolutionsAfter } from './impact.ts'
export { seesVersion as seesCharterVersion } from './permissions.ts'
export { adoptionInForce } from './store.ts'

/**
 * The charter's versions: proposed by one person, adopted by another, never changed. `solutionsAfter` comes from the
 * registry, which itself needs to know which charter is in force.
 */
export const charterCapability = (charters: Charters, solutionsAfter: SolutionsAfter) => {
  const adoptCharter = adoptCharterKind(charters, solutionsAfter)
  return {
    operations: [
      proposeCharter(charters, adoptCharter),
      checkCharter(charters, adoptCharter, solutionsAfter),
      listCharterVersions(charters),
      showCharterVersion(charters),
      compareCharters(charters),
      compareWithShipped(charters),
      showComingRules(charters, solutionsAfter),
    ],
    kinds: [adoptCharter],
    governed: [charterVersions],
    entries: [charterProposed, charterAdopted, charterSuperseded, charterWithdrawn],
  }
}
