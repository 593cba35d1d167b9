import { SUSPECT } from './reading/normalise.ts'

/** What a UTF-16 unit can be in a word: bits, so that all of a word can be gathered in one number. */
export const CHAR = {
  /** White space, and characters of scripts that write no spaces: each ends a word. */
  gap: 1,
  small: 2,
  capital: 4,
  /** Set with `small` or `capital`: letters whose shapes can pass for Latin ones, and all other letters. */
  greekOrCyrillic: 8,
  otherScript: 16,
  /** May open a word: quotation marks, brackets. */
  opening: 32,
  /** May close it. */
  closing: 64,
  /** Hyphens, dashes and apostrophes: may stand inside it. */
  joint: 128,
  /** Marks that mean nothing while they stand alone. */
  bullet: 256,
  /** Digits and anything else: such a word is worth a look. */
  telling: 512,
} as const

export const LETTER = CHAR.small | CHAR.capital

const UNKNOWN = 0xffff
const kinds = new Uint16Array(65536).fill(UNKNOWN)

export const charKind = (code: number): number => {
  const known = kinds[code] ?? CHAR.telling
  return known === UNKNOWN ? (kinds[code] = classify(code)) : known
}

const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u3000-\u303f\uff00-\uffef]/
const FULL_WIDTH = /[\uff01-\uff9f\uffe0-\uffee]/

const classify = (code: number): number => {
  const char = String.fromCharCode(code)
  // White space to patterns, nothing to the eye: it hides values as other invisible marks do.
  if (char === '\ufeff') return CHAR.telling
  if (/\s/.test(char) || (UNSPACED.test(char) && !FULL_WIDTH.test(char))) return CHAR.gap
  if (/[0-9]/.test(char)) return CHAR.telling
  if (/["'`“‘„«(¿¡]/.test(char))
    return char === "'" ? CHAR.opening | CHAR.closing | CHAR.joint : CHAR.opening | (/["`“‘]/.test(char) ? CHAR.closing : 0)
  if (/[)”»,.;:!?…]/.test(char)) return CHAR.closing
  if (char === '’') return CHAR.closing | CHAR.joint
  if (/[-–—‐‑]/.test(char)) return CHAR.joint
  if (/[&/|*•+~_]/.test(char)) return CHAR.bullet
  const script = /[\u0370-\u052f\u0531-\u058f]/.test(char)
    ? CHAR.greekOrCyrillic
    : SUSPECT.test(char) && char !== 'ı'
      ? CHAR.telling
      : CHAR.otherScript
  if (script === CHAR.telling) return CHAR.telling
  if (/[\p{Lu}\p{Lt}]/u.test(char)) return CHAR.capital | script
  return /[\p{L}\p{M}]/u.test(char) ? CHAR.small | script : CHAR.telling
}
