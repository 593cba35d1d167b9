import { NUMBER_WORD_SET } from './reading/spacing.ts'
import { COMMON_WORDS } from './words/common-words.ts'
import { GIVEN_NAMES } from './words/given-names.ts'
import { PLACES } from './words/places.ts'

/**
 * How much of the text so far can no longer take part in a match, whatever follows. Whole words in small letters are
 * never part of one by themselves; everything else (digits, capitals, marks) is *sticky*: it stays until enough text
 * behind it shows that nothing continues it and no label follows.
 */

/** At most this many characters wait; longer kinds are recognised by their opening. */
export const HOLD = 256
/** How far behind a number its label ("… is my SSN") or the rest of an address may stand. */
const AFTER_NUMBER = 72
/** The same for capitalised words: verbs that tell a person, a company's legal form. */
const AFTER_CAPITAL = 44
/** Around "at" and "dot", which may be spelled-out signs of an e-mail address. */
const AFTER_SIGN = 40

/** White space ends a token; so does a character of a script that writes no spaces. */
const TOKEN = /[^\s\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u3000-\u303f\uff00-\uffef]+/g
const SMALL = /^["'(“‘„«]*\p{Ll}+(?:['’-]\p{Ll}+)*["')”’»]*[,.;:!?…]*$/u
const CAPITAL = /^["'(“‘„«]*\p{Lu}[\p{L}'’.-]*["')”’»]*[,.;:!?…]*$/u
const SIGNS = new Set(['at', 'dot', 'arroba', 'punkt', 'point', 'punto', 'ponto', 'ät'])
/** Small words that begin a street address. */
const STREETS = new Set('ul al pl os nám str bd ulica aleja plac osiedle ulice náměstí strada bulevardul utca'.split(' '))
const EDGES = /^["'(“‘„«]+|["')”’»,.;:!?…]+$/g

export interface Settled {
  /** Everything before it is settled. */
  upTo: number
  /** Not because it settled, but because it waited too long: what stands before may go on behind. */
  forced: boolean
}

export const settledUpTo = (text: string): Settled => {
  const length = text.length
  const tokens = tokensOf(text)
  let held = tokens.at(-2)?.start ?? 0
  if (tokens.length < 2) held = 0
  let followedByCapital = true
  let linkedTo = length
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i]
    if (!token) continue
    const { start, end, word } = token
    const reach = reachOf(word, followedByCapital)
    followedByCapital = /^\p{Lu}/u.test(word.replace(EDGES, '')) && /^(?:[^,.;:!?]|\p{Lu}\.)+$/u.test(word)
    if (reach < 0) {
      // Two plain words in a row part what stands before them from what comes behind.
      if (start < held && linkedTo - end > AFTER_NUMBER) break
      continue
    }
    if (length - end <= reach || linkedTo - end <= LINK) {
      const from = SIGNS.has(word) ? (tokens[i - 1]?.start ?? start) : start
      held = Math.min(held, from)
      linkedTo = from
    }
  }
  const late = overdue(text)
  return late > held ? { upTo: late, forced: true } : { upTo: held, forced: false }
}

/** Sticky tokens this close together settle together: one may be the other's continuation. */
const LINK = 26

const tokensOf = (text: string): { start: number; end: number; word: string }[] =>
  Array.from(text.matchAll(TOKEN), match => ({ start: match.index, end: match.index + match[0].length, word: match[0] }))

/** Characters that must follow before the word is settled; -1 for a word that never sticks. */
const reachOf = (word: string, followedByCapital: boolean): number => {
  const bare = word.replace(EDGES, '').toLowerCase()
  if (SIGNS.has(bare)) return AFTER_SIGN
  if (NUMBER_WORD_SET.has(bare) || STREETS.has(bare)) return AFTER_SIGN
  if (word.length === 1 && /\p{L}/u.test(word)) return 6
  if (SMALL.test(word)) return -1
  if (CAPITAL.test(word)) return COMMON_WORDS.has(bare) && !followedByCapital ? 0 : AFTER_CAPITAL
  return AFTER_NUMBER
}

/** The first break behind which no more than `HOLD` characters wait. */
const overdue = (text: string): number => {
  const least = text.length - HOLD
  if (least <= 0) return 0
  const space = /\s/.exec(text.slice(least))
  return space ? least + space.index + 1 : least
}

/** Whether anything between the two positions could be, or begin, a finding. Says no only to plain words. */
export const mayHold = (text: string, from: number, to: number): boolean => {
  let singles = 0
  for (const match of text.slice(from, to).matchAll(TOKEN)) {
    const word = match[0]
    if (SMALL.test(word) && word.length > 1) {
      const bare = word.replace(EDGES, '')
      if (SIGNS.has(bare) || NUMBER_WORD_SET.has(bare)) return true
      singles = 0
      continue
    }
    if (/^\p{L}$/u.test(word)) {
      if (++singles > 2) return true
      continue
    }
    if (!CAPITAL.test(word)) return true
    const bare = word.replace(EDGES, '')
    if (!COMMON_WORDS.has(bare.toLowerCase()) || GIVEN_NAMES.has(bare.toLowerCase()) || PLACES.has(bare)) return true
  }
  return false
}
