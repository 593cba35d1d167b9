import type { View } from '../../data/reviews.ts'

/** In the order in which the tabs stand. */
export const views: readonly View[] = ['open', 'mine', 'unassigned', 'due-today', 'paused', 'late', 'decided']

export const isView = (value: unknown): value is View => views.some(view => view === value)

export type Decision = 'approve' | 'return' | 'reject'
const decisions: readonly Decision[] = ['approve', 'return', 'reject']

export const isDecision = (value: unknown): value is Decision => decisions.some(decision => decision === value)
