import type { Blocker } from '#src/kernel/refusal.ts'
import type { DeclaredFacts } from './material.ts'
import type { StopRow } from './stop-store.ts'

/** STOP-0007 from 7. */
export const stopKeyOf = (number: number): string => `STOP-${String(number).padStart(4, '0')}`
export const stopNumberOf = (key: string): number => Number(key.slice('STOP-'.length))

/** What a stop is about. */
export type StopTarget = Pick<StopRow, 'kind' | 'targetId' | 'model'>

/** What would run, as stops look at it. */
export interface Runs {
  solution: string
  facts: DeclaredFacts
  /** Its unit and every unit above it. */
  units: readonly string[]
}

/**
 * Whether a stop covers something. Declarations name tools and no models, so a stop of one model is on the safe side: it covers
 * whatever uses the tool.
 */
export const covers = ({ kind, targetId }: StopTarget, { solution, facts, units }: Runs): boolean => {
  if (kind === 'solution') return targetId === solution
  return kind === 'unit' ? units.includes(targetId) : toolsIn(facts).includes(targetId)
}

/** Tools that facts name: a list, one word, or `{ among: [...] }` where it is one of several. */
export const toolsIn = ({ tools }: DeclaredFacts): readonly unknown[] => {
  const named = typeof tools === 'object' && tools !== null && 'among' in tools ? tools.among : tools
  return Array.isArray(named) ? named : [named]
}

const things = { solution: 'It', tool: 'A tool that it uses', model: 'A model of a tool that it uses', unit: 'Its unit' } as const

/** Why nothing that is covered may run: checklists and refusals are made of it. What was written about a stop stays on its page. */
export const whyStopped = (stops: readonly Pick<StopRow, 'kind' | 'number'>[]): Blocker[] =>
  stops.map(({ kind, number }) => ({
    reason: `${things[kind]} is stopped (${stopKeyOf(number)}).`,
    remedy: 'IT security, a CoE reviewer or the program lead proposes to lift the stop, and another of them adopts that.',
  }))
