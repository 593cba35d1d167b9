import type { Blocker } from '#src/kernel/refusal.ts'
import type { SolutionRow } from '../registry/index.ts'

interface Releasable {
  /** The key of the stop that is lifted. */
  stop: string
  solution: Pick<SolutionRow, 'state' | 'stopped'>
  /** What keeps it from going live now, other stops among it. */
  blockers: readonly Blocker[]
}

/**
 * What keeps a solution suspended although a stop of it is lifted; empty where it runs again. Only what this stop suspended runs
 * again by its being lifted, or what an earlier one left to it.
 */
export const whyKept = ({ stop, solution: { state, stopped }, blockers }: Releasable): readonly Blocker[] => {
  if (state !== 'suspended') return [{ reason: 'It is not suspended any more.', remedy: 'There is nothing to do.' }]
  if (stopped?.stop !== stop) return [{ reason: 'Something else had stopped it.', remedy: 'Two people resume it, once that is settled.' }]
  return blockers
}
