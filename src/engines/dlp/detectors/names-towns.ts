import type { Report } from '../types.ts'
import { GIVEN_NAMES } from '../words/given-names.ts'
import { PLACES } from '../words/places.ts'
import { SURNAMES } from '../words/surnames.ts'
import { isNameLike, type Word } from './names-nature.ts'

/**
 * Towns that no list holds, told by how towns are named: a word that opens them ("West Allis", "Port Clinton"), or an
 * ending. Endings that surnames share need a word of place before them, and those that everyday words share
 * ("overview", "support") a person's name in front of them ("Josephville", "Williamsport").
 */
const OPENER = /^(?:North|South|East|West|New|Port|Lake|Fort|Mount|Saint|San|Santa|Nueva|Nuevo|Villa|Bad|Upper|Lower)$/
const TOWN_ENDING =
  /\p{L}{2}(?:ville|burgh|bury|shire|borough|mouth|chester|stad|furt|ton|ham|ford|town|by|dorf|hausen|heim|kirchen|stadt|brück|siedl|ingen)$/u
const AFTER_A_NAME =
  /^(\p{Lu}\p{L}{2,}?)s?(?:ville|burgh|bury|shire|borough|mouth|chester|stad|furt|ton|haven|town|view|side|land|fort|port|berg)$/u
const CUE = /(?<!\p{L})(?:[Ii]n|[Tt]o|[Ff]rom|near|via|outside|towards|nach|aus|bei|à|near|of)\s$/u
/** "to", "from" and "of" come before people as well. */
const CUE_OF_PLACE = /(?<!\p{L})(?:[Ii]n|near|via|outside|towards|nach|aus|à)\s$/u

const holdsName = (word: string): boolean => {
  const stem = AFTER_A_NAME.exec(word)?.[1]?.toLowerCase()
  return stem !== undefined && (GIVEN_NAMES.has(stem) || GIVEN_NAMES.has(stem + 's') || SURNAMES.has(stem) || SURNAMES.has(stem + 's'))
}

/** Comes before people are looked for: "West Scott" is no Scott. */
export const towns = (text: string, words: readonly Word[], taken: Uint8Array, report: Report): void => {
  for (const [i, word] of words.entries()) {
    if (taken[i] === 1) continue
    const next = words[i + 1]
    const opens = OPENER.test(word.text) && next !== undefined && isNameLike(next) && taken[i + 1] !== 1
    const last = opens ? next : word
    if (PLACES.has(text.slice(word.start, last.end))) continue
    // A name goes on behind: "West Travis Smith" and "Lake John" of a person are not told apart from here.
    if ((i > 0 && words[i - 1]?.common === false) || (words[i + (opens ? 2 : 1)]?.common === false && text.charAt(last.end) === ' '))
      continue
    const before = text.slice(Math.max(0, word.start - 10), word.start)
    const confidence = opens ? (last.given || last.surname || CUE.test(before) ? 0.65 : 0) : oneWord(word, before)
    if (confidence === 0) continue
    report({ type: 'LOCATION', start: word.start, end: last.end, confidence })
    taken.fill(1, i, i + (opens ? 2 : 1))
  }
}

const oneWord = (word: Word, before: string): number => {
  if (word.given || !isNameLike(word)) return 0
  if (holdsName(word.text) && !SURNAMES.has(word.text.toLowerCase())) return CUE.test(before) ? 0.7 : 0.6
  return TOWN_ENDING.test(word.text) && CUE_OF_PLACE.test(before) && word.text.length > 5 ? 0.65 : 0
}
