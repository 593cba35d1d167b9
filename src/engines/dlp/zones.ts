import { CHAR, charKind } from './characters.ts'
import { WORD, wordKind } from './word-kinds.ts'

/**
 * Where a text is worth a look. Most words can't be part of a finding; those that can are *strong* (digits, marks,
 * capitals that name something) and open a zone, which lasts until nothing strong has come for as long as a label or
 * the rest of an address may take. *Weak* words (everyday capitals, single letters, "at", "one") count close before a
 * strong one, and in rows.
 *
 * All of it is a function of the text from the last decision on, never of how the text arrived.
 */

/** How far behind a number its label ("… is my SSN") or the rest of an address may stand. */
const AFTER_NUMBER = 72
/** The same for capitalised words: verbs that tell a person, a company's legal form. */
const AFTER_NAME = 44
const AFTER_SPOKEN = 40
const AFTER_LETTERS = 12
/** A weak word at most this far before a zone, or before another weak word of it, belongs to the zone. */
const LINK = 26
/** No zone begins further before its first strong word than this and the word before. */
const LEAD = 64

export interface ZoneRules {
  /** Names, places or streets are looked for, so that capitals matter. */
  capitals: boolean
  /** Any word may be a finding: a company's own detectors run. */
  everything: boolean
}

export type Outlook =
  /** Nothing in what is known; no zone can begin before `free` any more. */
  | { state: 'none'; free: number }
  /** A zone has begun, and more text is needed to judge it. */
  | { state: 'open'; start: number }
  /** A zone with all that must be seen to judge it, up to `end`. Its last strong word ends at `cut`. `worded`: it holds capitals only. */
  | { state: 'closed'; start: number; end: number; cut: number; worded: boolean }
  /** A zone that goes on beyond the window, which ends at `end`. `cut` is the last gap that leaves a reach behind it, or `start`. */
  | { state: 'full'; start: number; end: number; cut: number; worded: boolean }

interface Word {
  kind: number
  start: number
  end: number
  /** Where the word before it starts. */
  previous: number
}

/**
 * The first zone at or behind `from`, a place where a word may begin. Before `bound` everything is decided. A zone
 * that needs more than `window` units is told as full. `last`: the text ends where what is known ends.
 */
export const zoneFrom = (text: string, from: number, bound: number, window: number, last: boolean, rules: ZoneRules): Outlook => {
  const known = text.length
  const weak: Word[] = []
  let worded = true
  let previousKind: number = WORD.plain
  let previousStart = from
  let previousEnd = -LINK
  let start = -1
  let until = 0
  let strongEnd = 0
  let cut = 0

  const open = (at: number, before: number): void => {
    if (start >= 0) return
    start = Math.max(bound, beginning(at, before, weak, LEAD))
    cut = start
  }
  // A run of capitals may turn out to begin one word before the next, and its zone as far again before that.
  const freeBefore = (at: number): number => Math.max(bound, beginning(at, previousStart, weak, 2 * LEAD + LINK))
  const reach = (end: number, further: number): void => {
    strongEnd = end
    until = Math.max(until, end + further)
  }

  for (let i = from; ;) {
    while (i < known && charKind(text.charCodeAt(i)) === CHAR.gap) i++
    if (start >= 0) {
      const limit = start + window
      const close = Math.max(until, previousEnd)
      if (close <= limit && i >= close) return { state: 'closed', start, end: close, cut: strongEnd, worded }
      if (i >= limit) return { state: 'full', start, end: limit, cut, worded }
      if (i > start && i <= limit - AFTER_NUMBER) cut = i
    }
    if (i >= known) {
      if (start < 0) return { state: 'none', free: last ? known : freeBefore(known) }
      return last ? { state: 'closed', start, end: known, cut: known, worded } : { state: 'open', start }
    }

    const at = i
    const stop = Math.min(known, (start < 0 ? at : start) + window)
    let seen = 0
    for (; i < stop; i++) {
      const kind = charKind(text.charCodeAt(i))
      if (kind === CHAR.gap) break
      seen |= kind
    }
    if (start >= 0 && i === start + window && known >= i) return { state: 'full', start, end: i, cut, worded }
    const long = i - at > LEAD
    if (i === known && !last && !long) {
      return start < 0 ? { state: 'none', free: freeBefore(at) } : { state: 'open', start }
    }

    const opensQuote = (charKind(text.charCodeAt(at)) & CHAR.opening) !== 0 && text.charCodeAt(previousEnd - 1) === COLON
    const kind = rules.everything || long || opensQuote ? WORD.strong : wordKind(text, at, i, seen, rules.capitals)
    if (kind !== WORD.plain) {
      const before = weak.at(-1)
      if ((kind === WORD.name || kind === WORD.everyday) && previousKind === WORD.everyday && before && isRun(text, before, at)) {
        open(before.start, before.previous)
        reach(before.end, AFTER_NAME)
      }
      if (kind === WORD.strong || kind === WORD.name) {
        if (kind === WORD.strong) worded = false
        open(at, previousStart)
        reach(i, kind === WORD.name ? AFTER_NAME : AFTER_NUMBER)
        if (i === known && !last)
          return known < start + window ? { state: 'open', start } : { state: 'full', start, end: start + window, cut, worded }
      } else {
        if (weak.length >= MOST_WEAK) weak.splice(0, MOST_WEAK / 2)
        weak.push({ kind, start: at, end: i, previous: previousStart })
        const row = rowReach(weak)
        if (row > 0) {
          worded = false
          open(at, previousStart)
          reach(i, row)
        }
      }
    }
    previousKind = kind
    previousStart = at
    previousEnd = i
  }
}

const COLON = 58
/** More than any lead holds, twice: older ones can be forgotten. */
const MOST_WEAK = 256

/** Where a zone begins whose first strong word is at `at`: with the weak words that lead up to it, and one word before. */
const beginning = (at: number, before: number, weak: readonly Word[], lead: number): number => {
  let begin = at - before <= LEAD ? before : at
  let link = at
  for (let w = weak.length - 1; w >= 0; w--) {
    const word = weak[w]
    if (!word || at - word.start > lead || link - word.end > (word.kind === WORD.sign ? AFTER_SPOKEN : LINK)) break
    link = word.start
    begin = Math.min(begin, word.start - word.previous <= LEAD ? word.previous : word.start)
  }
  return begin
}

/** Whether a capital at `next` goes on the run of capitals that `word` may begin: one space, no end of a clause between. */
const isRun = (text: string, word: Word, next: number): boolean => {
  const mark = charKind(text.charCodeAt(word.end - 1))
  return next - word.end <= 2 && ((mark & CHAR.closing) === 0 || (text.charCodeAt(word.end - 1) === POINT && word.end - word.start <= 5))
}

const POINT = 46

/** How far a row of weak words reaches that may be one value: spelled digits, single letters, "at … dot"; 0 for none. */
const rowReach = (weak: readonly Word[]): number => {
  const word = weak.at(-1)
  if (word?.kind === WORD.numberWord && isRow(weak, 3, 5)) return AFTER_SPOKEN
  if (word?.kind === WORD.letter && isRow(weak, 4, 4)) return AFTER_LETTERS
  if (word?.kind !== WORD.sign) return 0
  const before = weak.findLast(({ kind, end }) => kind === WORD.sign && end < word.start)
  return before && word.start - before.end <= AFTER_SPOKEN ? AFTER_SPOKEN : 0
}

const isRow = (weak: readonly Word[], count: number, gap: number): boolean => {
  const row = weak.slice(-count)
  return (
    row.length === count && row.every((word, i) => word.kind === row[0]?.kind && (i === 0 || word.start - (row[i - 1]?.end ?? 0) <= gap))
  )
}
