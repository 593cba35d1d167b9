import { nearest } from '#src/kernel/nearest.ts'

/** Something wrong in a charter's documents: where it stands, what it is, and what to write instead. */
export interface Problem {
  /** The path as the caller gave it. */
  file: string
  /** Counted from 1. */
  line: number
  /** Counted from 1. */
  column: number
  wrong: string
  instead: string
}

/** One line for a terminal or an editor: `charter/tiers.yaml:12:11 …`. */
export const problemText = ({ file, line, column, wrong, instead }: Problem): string => `${file}:${line}:${column} ${wrong}\n  ${instead}`

/** "Did you mean …?" where something is near, else the list of what is allowed. */
export const suggest = (word: string, known: readonly string[]): string => {
  const near = nearest(word, known)
  if (near !== undefined) return `Did you mean "${near}"?`
  const shown = known.slice(0, 24)
  return `Write one of: ${shown.join(', ')}${shown.length < known.length ? ', …' : ''}.`
}
