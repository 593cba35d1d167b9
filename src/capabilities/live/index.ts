import type { Kind } from '../proposals/index.ts'
import { listChanges } from './list-changes.ts'

export { routes as toldKinds, untold } from './topics.ts'

/** That something changed, told to whoever may see it; what a page that stands open listens to. */
export const liveCapability = (kinds: readonly Kind[]) => {
  const changes = listChanges(kinds)
  return { operations: [changes], changes }
}
