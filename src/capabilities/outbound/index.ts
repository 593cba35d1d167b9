import { privateTargetAllowed, privateTargetWithdrawn } from './entries.ts'
import { privateTargets } from './governed.ts'
import { listPrivateTargets } from './list-private-targets.ts'
import { openPrivateTarget, proposePrivateTarget } from './open-private-target.ts'
import { withdrawPrivateTarget } from './withdraw-private-target.ts'

export { readsTargets } from './permissions.ts'
export { currentTargets } from './store.ts'

/** Which private targets the one exit may call. They are opened by two people, and closed by one. */
export const outboundCapability = {
  operations: [listPrivateTargets, withdrawPrivateTarget, proposePrivateTarget],
  kinds: [openPrivateTarget],
  governed: [privateTargets],
  entries: [privateTargetAllowed, privateTargetWithdrawn],
  /** What the command that tries a target asks. */
  listPrivateTargets,
}
