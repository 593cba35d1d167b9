import { hash } from 'node:crypto'
import type { Charter } from '#src/engines/charter/index.ts'
import { NOT_SURE } from '#src/engines/charter/index.ts'
import { canonical } from '#src/kernel/canonical.ts'
import type { Seen } from '#src/store/tables.ts'
import { isDerived } from '../intake/index.ts'

export type DeclaredFacts = Readonly<Record<string, unknown>>

/**
 * Facts in the one spelling in which they are stored and digested: open answers are left out, the answers of a list stand
 * once and in order, and a single one is a list too. What says the same has the same digest.
 */
export const spelled = (charter: Pick<Charter, 'questions'>, facts: DeclaredFacts): Record<string, unknown> => {
  const many = new Set(charter.questions.filter(({ type }) => type === 'many').map(({ id }) => id))
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([fact, value]) => !isDerived(fact) && value !== undefined && value !== null && value !== NOT_SURE)
      .map(([fact, value]) => [fact, many.has(fact) ? listOf(value) : value])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  )
}

const listOf = (value: unknown): unknown => {
  const list = typeof value === 'string' ? [value] : value
  return Array.isArray(list) ? [...new Set(list.map(String))].toSorted() : value
}

/** What an approval covers, besides the conditions that come with it: change any of it, and it is another declaration. */
interface Material {
  facts: DeclaredFacts
  /** What was read from its artifact. */
  inspection: Seen | null
}

/** Name, purpose, platform and benefit are not in it: whoever rewords them changes nothing that was approved. */
export const materialDigest = ({ facts, inspection }: Material): string => hash('sha256', canonical(['material', facts, inspection]), 'hex')

/** Facts that differ between two declarations, in order. */
export const differingFacts = (before: DeclaredFacts, after: DeclaredFacts): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter(fact => canonical(before[fact] ?? null) !== canonical(after[fact] ?? null))
    .toSorted()
