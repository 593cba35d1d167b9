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
const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const shared = a.intersection(b).size
  return shared === 0 ? 0 : shared / (a.size + b.size - shared)
}

const readOnce = ({ name, purpose, facts }: Idea) => ({
  words: new Set(tellingWords(`${name} ${purpose}`)),
  kind: facts['kind'],
  tools: new Set(listOf(facts['tools'])),
  dataClasses: new Set(listOf(facts['dataClasses'])),
})

/**
 * How alike other ideas are to one, from 0 to 1: mostly by what they say they do, and by kind, tools and data.
 * Words count for six tenths, the kind for two, tools and data for one each.
 */
export const likenessTo = (one: Idea): ((other: Idea) => number) => {
  const a = readOnce(one)
  return other => {
    const b = readOnce(other)
    return (
      0.6 * overlap(a.words, b.words) +
      (a.kind !== undefined && a.kind === b.kind ? 0.2 : 0) +
      0.1 * overlap(a.tools, b.tools) +
      0.1 * overlap(a.dataClasses, b.dataClasses)
    )
  }
}
