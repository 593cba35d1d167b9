import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { EffectRow } from './effect-store.ts'
import { reached } from './rule.ts'

export const keepers = ['undone', 'over', 'changed'] as const
export type Keeper = (typeof keepers)[number]

/**
 * What keeps an effect from being undone; null where nothing does. Only where nobody changed the solution since does undoing put it
 * back exactly where it was; whatever was decided about it meanwhile stays.
 */
export const whyNotUndone = (
  {
    undoneAt,
    undoUntil,
    solutionVersion,
    solutionNow,
  }: Pick<EffectRow, 'undoneAt' | 'undoUntil' | 'solutionVersion'> & { solutionNow: number },
  now: Temporal.Instant,
): Keeper | null => {
  if (undoneAt !== null) return 'undone'
  if (solutionNow !== solutionVersion) return 'changed'
  return reached(undoUntil, now) ? 'over' : null
}

export const refusalFor = (keeper: Keeper): Refusal => {
  if (keeper === 'undone') return refuse('conflict', 'effect-undone', 'This was undone already.', 'There is nothing to do.')
  if (keeper === 'over')
    return refuse('conflict', 'effect-final', 'The days in which this could be undone are over.', 'Have two people resume the solution.')
  return refuse(
    'conflict',
    'solution-changed-since',
    'Somebody changed the solution since, so it can’t be put back exactly where it was.',
    'Have two people resume it as it stands now.',
  )
}
