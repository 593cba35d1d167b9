import type { Part } from './difference.ts'

/** How much two texts differ, in characters as JavaScript counts them (UTF-16). */
export interface Size {
  added: number
  removed: number
}

export const sizeOf = (parts: readonly Part[]): Size => {
  const lengthOf = (kind: Part['kind']) => parts.reduce((sum, part) => (part.kind === kind ? sum + part.text.length : sum), 0)
  return { added: lengthOf('added'), removed: lengthOf('removed') }
}
