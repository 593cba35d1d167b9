import type { Question } from './describe-facts.ts'
import type { Documents, Text } from './documents.ts'
import type { Coding } from './coding.ts'
import type { Program } from './program.ts'
import type { Rule } from './rules.ts'
import type { FactSpace, Tier } from './space.ts'

/** A charter that has been read, checked and found to keep its own examples. Immutable. */
export interface Charter {
  version: string
  /** SHA-256 in hex of its canonical content: layout and comments of the documents do not count. */
  digest: string
  /** SHA-256 in hex of the tool list that it decides by: that of its documents, or the one put in its place. */
  toolsDigest: string
  title: Text
  questions: readonly Question[]
  pages: readonly Page[]
  tiers: readonly TierText[]
  contacts: readonly Contact[]
  /** Every rule with its texts and source, in order. */
  rules: readonly Rule[]
  /** The documents that it decides by, for capabilities that carry them out (lanes, certification, rollout …). */
  documents: Documents
  /** What the engine made of it; not for others. */
  engine: Engine
}

/** Questions on one page are answered together. */
export interface Page {
  id: string
  title: Text
  help: Text | null
  /** The words for "none of these" and "not sure", where the page lists several rare things. */
  none: Text | null
  unsure: Text | null
  questions: readonly string[]
}

export interface TierText {
  tier: Tier
  name: Text
  summary: Text
  /** The roles whose sign-off this tier needs. */
  approvals: readonly string[]
}

export interface Contact {
  id: string
  name: Text
  for: Text
  reach: string
}

export interface Engine {
  /** Tells charters apart that don't read facts alike: digest and tool list. */
  key: string
  space: FactSpace
  coding: Coding
  programs: readonly Program[]
  /** Names of the fields facts may have. */
  fields: ReadonlySet<string>
  designMoves: readonly Move[]
}

/** One honest change of design: a fact set to, or freed of, a value, with what the maker would really do. */
export interface Move {
  fact: number
  /** The value it comes to have, or that takes the place of the one left out. */
  to: number
  /** The value that is left out of a list; -1 for a fact with one value. */
  without: number
  text: Text
}

/** The rules in force at an instant. */
export const programAt = ({ engine }: Charter, now: Temporal.Instant): Program => {
  const at = now.epochMilliseconds
  let found: Program | undefined
  for (const program of engine.programs) if (program.from <= at) found = program
  if (found === undefined) throw new Error('A charter has a program from the beginning of time.')
  return found
}
