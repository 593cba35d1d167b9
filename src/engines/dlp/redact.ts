import { refuse } from '#src/kernel/refusal.ts'
import type { Finding } from './types.ts'

/** Placeholder → original value. Whoever holds it can undo the redaction: treat it like the data itself. */
export type Originals = ReadonlyMap<string, string>

export interface Redacted {
  text: string
  findings: Finding[]
  originals: Originals
}

const PLACEHOLDER = /\[[A-Z][A-Z0-9_]*_\d+\]/g

/**
 * Gives each distinct value one placeholder, `[EMAIL_ADDRESS_1]`, numbered in the order of first appearance, the same
 * wherever the value returns: sentences stay readable for people and models. Numbers that already stand in the text
 * are skipped, so that restoring never touches what was there before. A vault carries numbering over several texts.
 */
export interface Vault {
  readonly originals: Originals
  placeholder(type: string, value: string): string
  /** Keeps the vault from handing out placeholders that the text itself contains. */
  avoid(text: string): void
}

export const createVault = (): Vault => {
  const originals = new Map<string, string>()
  const placeholders = new Map<string, string>()
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  return {
    originals,
    avoid(text) {
      for (const [placeholder] of text.matchAll(PLACEHOLDER)) if (!originals.has(placeholder)) taken.add(placeholder)
    },
    placeholder(type, value) {
      const key = `${type}\u0000${value}`
      const known = placeholders.get(key)
      if (known !== undefined) return known
      let placeholder: string
      do {
        const count = (counts.get(type) ?? 0) + 1
        counts.set(type, count)
        placeholder = `[${type}_${count}]`
      } while (taken.has(placeholder))
      placeholders.set(key, placeholder)
      originals.set(placeholder, value)
      return placeholder
    },
  }
}

export const redact = (text: string, findings: readonly Finding[], vault: Vault = createVault()): Redacted => {
  vault.avoid(text)
  let redacted = ''
  let done = 0
  for (const { type, start, end } of findings) {
    if (start < done || end > text.length)
      throw refuse(
        'invalid',
        'findings-do-not-fit',
        'The findings overlap or lie outside the text.',
        'Hand in the findings of this very text, unchanged.',
        'findings',
      )
    redacted += text.slice(done, start) + vault.placeholder(type, text.slice(start, end))
    done = end
  }
  return { text: redacted + text.slice(done), findings: [...findings], originals: vault.originals }
}

/** Puts the values back, wherever their placeholders now stand; placeholders it does not know stay as they are. */
export const restore = (text: string, originals: Originals): string =>
  text.replace(PLACEHOLDER, placeholder => originals.get(placeholder) ?? placeholder)
