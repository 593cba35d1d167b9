import type { Chance } from './chance.ts'
import type { SolutionPage } from './seen.ts'

/** Something that a person sets out to do: an operation, and what they say. */
export interface Intent {
  does: string
  with: Readonly<Record<string, unknown>>
  /** Whose newest version they read right before. */
  reads?: { solution: string } | { review: string } | { standards: string }
}

/** The day as planning sees it. */
export interface Today {
  day: number
  date: Temporal.PlainDate
  chance: Chance
}

export const onSolution = (does: string, key: string, more: Record<string, unknown> = {}): Intent => ({
  does,
  with: { key, ...more },
  reads: { solution: key },
})

/** The entry as it stands, with other facts or words. */
export const edit = (
  page: SolutionPage,
  change: { facts?: Record<string, unknown>; purpose?: string; benefit?: unknown; note?: string },
): Intent => {
  const { key, name, purpose, facts } = page
  return onSolution('edit-solution', key, { name, purpose, facts, ...change })
}

export const sameFacts = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean =>
  Object.keys({ ...a, ...b }).every(fact => spelled(a[fact]) === spelled(b[fact]))

/** In a list of answers the order says nothing. */
const spelled = (value: unknown): string => JSON.stringify(Array.isArray(value) ? value.map(String).toSorted() : value)
