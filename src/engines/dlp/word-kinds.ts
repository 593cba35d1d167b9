import { CHAR, charKind, LETTER } from './characters.ts'
import { natureOf } from './detectors/names-nature.ts'
import { NUMBER_WORD_SET } from './reading/spacing.ts'
import { PASSWORD_WORDS, SIGN_WORDS, STREET_WORDS } from './words/zone-words.ts'

/** What a word of the text means for the walk in `zones.ts`. */
export const WORD = {
  /** Never part of a finding by itself. */
  plain: 0,
  /** Digits, marks, mixed scripts, a name for a password: a finding may begin or end here. */
  strong: 1,
  /** A capital that may name a person, a place or a company. */
  name: 2,
  /** A capital that every text has, at the beginning of sentences and elsewhere. */
  everyday: 3,
  letter: 4,
  numberWord: 5,
  sign: 6,
  street: 7,
} as const

/** A longer word is none. */
const LONGEST_WORD = 30

/** `seen` are the bits of all its characters. `capitals` says whether names are looked for. */
export const wordKind = (text: string, start: number, end: number, seen: number, capitals: boolean): number => {
  if ((seen & CHAR.telling) !== 0 || end - start > LONGEST_WORD) return WORD.strong
  // A mark alone may stand between the pieces of a value: "amel" + "ia@exa", amel • ia@exa.
  if ((seen & LETTER) === 0) return end - start === 1 && seen === CHAR.bullet ? WORD.letter : WORD.plain
  if ((seen & CHAR.bullet) !== 0 || ((seen & CHAR.greekOrCyrillic) !== 0 && (seen & CHAR.otherScript) !== 0)) return WORD.strong
  if ((seen & ~(LETTER | CHAR.greekOrCyrillic | CHAR.otherScript)) === 0) return bareKind(text, start, end, seen, capitals)
  let first = start
  while ((charKind(text.charCodeAt(first)) & LETTER) === 0)
    if ((charKind(text.charCodeAt(first++)) & CHAR.opening) === 0) return WORD.strong
  let beyond = end
  while ((charKind(text.charCodeAt(beyond - 1)) & LETTER) === 0) beyond--
  let joints = 0
  for (let i = first; i < beyond; i++) {
    const kind = charKind(text.charCodeAt(i))
    if ((kind & LETTER) !== 0) continue
    if ((kind & CHAR.joint) === 0 || (charKind(text.charCodeAt(i + 1)) & LETTER) === 0) return WORD.strong
    joints++
  }
  // "one-one-one-…" may spell a number.
  return joints > 2 ? WORD.strong : bareKind(text, first, beyond, seen, capitals)
}

const SMALL_KINDS = new Map<string, number>([
  ...[...NUMBER_WORD_SET].map(word => [word, WORD.numberWord] as const),
  ...[...SIGN_WORDS].map(word => [word, WORD.sign] as const),
  ...[...STREET_WORDS].map(word => [word, WORD.street] as const),
  ...[...PASSWORD_WORDS].map(word => [word, WORD.strong] as const),
])
/** Whether a listed word has these ends and this length: most words need no look into the list. */
const MAYBE_LISTED = new Uint8Array(8192)
const placeOf = (first: number, last: number, length: number): number => (first * 7 + last * 131 + length * 1031) & 8191
for (const word of SMALL_KINDS.keys())
  for (const written of [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)])
    MAYBE_LISTED[placeOf(written.charCodeAt(0), written.charCodeAt(written.length - 1), written.length)] = 1

const bareKind = (text: string, start: number, end: number, seen: number, capitals: boolean): number => {
  const length = end - start
  if (length === 1) return WORD.letter
  if (MAYBE_LISTED[placeOf(text.charCodeAt(start), text.charCodeAt(end - 1), length)] === 1) {
    const listed = SMALL_KINDS.get(text.slice(start, end).toLowerCase())
    if (listed !== undefined) return listed
  }
  return (seen & CHAR.capital) === 0 ? WORD.plain : capitalKind(text.slice(start, end), capitals)
}

const capitalKind = (word: string, capitals: boolean): number => {
  if ((charKind(word.charCodeAt(0)) & CHAR.capital) === 0) return WORD.strong
  if (!capitals) return /^\p{Lu}[\p{Ll}'’-]+$/u.test(word) ? WORD.everyday : WORD.strong
  // Codes of banks are eight capitals, and much else is.
  if (word.length >= 6 && word === word.toUpperCase()) return WORD.strong
  if (EVERYDAY.has(word)) return WORD.everyday
  if (!natureOf(word).plain) return WORD.name
  if (EVERYDAY.size < MOST_REMEMBERED) EVERYDAY.add(word)
  return WORD.everyday
}

/** Everyday words that were looked up already; names are never kept. */
const EVERYDAY = new Set<string>()
const MOST_REMEMBERED = 2000
