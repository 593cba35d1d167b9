import type { DeclaredFacts } from './material.ts'

interface Idea {
  name: string
  purpose: string
  facts: DeclaredFacts
}

/** Words too common to say anything, in the languages of the pages. */
const COMMON = new Set(
  'a an the and or of to for in on with from by is are it its my our we i that this into as at be der die das und oder von zu für in im auf mit aus ein eine einer eines den dem des ist sind es sein ihr wir ich dass als bei'.split(
    ' ',
  ),
)

/** The words of a text that say what it is about. */
export const tellingWords = (text: string): string[] => [
  ...new Set(
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(word => word.length > 2 && !COMMON.has(word)),
  ),
]

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** Shared over all (Jaccard): 1 for the same sets, 0 where nothing is shared or both are empty. */
const overlap = (a: readonly string[], b: readonly string[]): number => {
  const all = new Set([...a, ...b])
  return all.size === 0 ? 0 : a.filter(each => b.includes(each)).length / all.size
}

/**
 * How alike two ideas are, from 0 to 1: mostly by what they say they do, and by kind, tools and data.
 * Words count for six tenths, the kind for two, tools and data for one each.
 */
export const likeness = (one: Idea, other: Idea): number =>
  0.6 * overlap(tellingWords(`${one.name} ${one.purpose}`), tellingWords(`${other.name} ${other.purpose}`)) +
  (one.facts['kind'] !== undefined && one.facts['kind'] === other.facts['kind'] ? 0.2 : 0) +
  0.1 * overlap(listOf(one.facts['tools']), listOf(other.facts['tools'])) +
  0.1 * overlap(listOf(one.facts['dataClasses']), listOf(other.facts['dataClasses']))
