import type { Report } from '../types.ts'
import { AMBIGUOUS_PLACES, PLACES } from '../words/places.ts'
import { isCapitals, isNameLike, isOpen, type Word } from './names-nature.ts'

const SUFFIX = /^(?:Jr|Sr|II|III|IV|PhD|MD|Esq|DDS|DVM|MBA)$/

/** Right before a name and hardly before anything else. */
const STRONG_CUE =
  /(?:\b(?:[Mm]y name(?:'s| is)|[Nn]ame(?:d|:| is)|(?:[Ff]irst|[Ll]ast|[Ff]ull|[Mm]aiden|[Ff]amily)[ _-]?name["'\s]*[:=]["'\s]*|call me|called|[Dd]ear|[Ss]igned(?: by)?|[Rr]egards,?|[Ss]incerely,?|[Cc]heers,?|[Tt]hanks,?|[Gg]rüßen|[Gg]rüße,?|[Cc]ordialement,?|[Ss]aludos,?|[Ss]aluti,?|[Aa]ttn[:.]?|[Aa]ttention:|[Pp]atient(?:in)?:?|[Ee]mployee:?|[Ii]nsured:?|[Aa]pplicant:?|[Cc]laimant:?|[Cc]ardholder:?|[Cc]ontact(?: person)?:|[Cc]ustomer:|[Oo]wner:|[Mm]anager:|[Mm]aker:|[Aa]uthor:|[Ff]rom:|[Tt]o:|[Cc][Cc]:|[Hh]i|[Hh]ello|[Hh]ey|Hallo|Bonjour|Hola|Ciao|Caro|Cara|Cher|Chère|Estimad[oa]|señor(?:a|ita)?|monsieur|madame|mademoiselle|mevrouw|meneer|signor[ae]?|senhora?|pani|doña|Liebe[r]?|Sehr geehrte[r]?|Je m'appelle|m'appelle|[Mm]e llamo|[Mm]i chiamo|[Ii]ch heiße|heißt|Name ist|[Mm]ein Name ist|[Ii]k heet|[Jj]ag heter|[Nn]azywam się|[Mm]eu nome é|[Bb]este|[Gg]eachte|[Hh]ej|[Kk]ära|[Dd]rogi|[Ss]zanown[yaei]|my (?:friend|colleague|wife|husband|brother|sister|son|daughter|boss|manager|neighbou?r|doctor|mother|father|uncle|aunt|cousin|partner|lawyer|accountant|assistant)|married to|engaged to|daughter of|son of|wife of|husband of|behalf of|born to))\s*,?\s*[\n]?\s*$/
/** The key of a record: things have names too, so it takes two words that are nothing else. */
const NAME_KEY =
  /\b(?:[Nn]ame|[Pp]erson|[Oo]wner|[Aa]uthor|[Cc]ontact|[Mm]anager|[Aa]ssignee|[Ee]mployee|[Cc]ustomer|[Kk]unde|[Nn]om|[Nn]ombre|[Nn]ome|[Nn]aam)["']?\s*[:=]\s*["']?$/
const WEAK_CUE =
  /\b(?:by|from|with|and|contact|ask|asked|tell|told|meet|met|call|called|email|emailed|for|to|about|between|that|as|when|if|while|because|did|does|has|is|was|cc|per|via|see|thank|know|knows|saw|helped|hired|reports to|assigned to|spoke to|speak to|spoke with|talked to|talk to|invite|invited|von|mit|an|bei|par|avec|de|con|por|da|met|door|av|med|hos)\s*$/i
const VERB_AFTER =
  /^(?:'s|’s)?,?\s+(?:said|says|wrote|writes|told|asked|asks|lives?|lived|works?|worked|was born|has been|will be|called|calls|reported|requested|requests|needs|wants|wanted|signed|joined|left|moved|and I|and his|and her|is a|was a|is the|is my|is our|is on|has a|has requested|replied|confirmed|agreed|approved|submitted|complained|claims|claimed|phoned|emailed|sent|paid|bought|ordered|married|died|graduated|studied|aged|\(\d|who|whose|ist|hat|wohnt|arbeitet|schrieb|sagte|habite|travaille|a dit|vive|trabaja|lavora|abita|woont|werkt|bor|arbetar|mieszka|pracuje|DOB|born)\b/

/** Names of people in one run of capitals; `taken` marks words that another kind has claimed. */
export const people = (text: string, words: readonly Word[], taken: Uint8Array, report: Report): void => {
  for (let i = 0; i < words.length;) {
    const length = taken[i] === 1 ? 0 : personAt(text, words, taken, i, report)
    if (length > 0) taken.fill(1, i, i + length)
    i += Math.max(1, length)
  }
}

const personAt = (text: string, words: readonly Word[], taken: Uint8Array, at: number, report: Report): number => {
  const first = words[at]
  if (!first || first.particle) return 0
  let from = at
  while (from < words.length && words[from]?.title === true && from - at < 3) from++
  const titled = from > at
  const head = words[from]
  if (!head || taken[from] === 1) return 0
  if (
    head.common &&
    !(titled && head.particle) &&
    !head.given &&
    !(titled && head.surname) &&
    !(head.surname && !titled && words[from + 1]?.sure === true)
  )
    return 0
  let to = from
  while (to < words.length && to - from < 5 && taken[to] !== 1) {
    const word = words[to]
    if (!word) break
    if (to > from && word.common && !word.particle && !word.surname && !word.given && !SUFFIX.test(word.text)) break
    if (
      to > from &&
      PLACES.has(word.text) &&
      !word.surname &&
      !word.given &&
      !(words[to - 1]?.sure === true && AMBIGUOUS_PLACES.has(word.text))
    )
      break
    if (!(
      word.given ||
      word.surname ||
      word.initial ||
      word.particle ||
      isOpen(word) ||
      AMBIGUOUS_PLACES.has(word.text) ||
      (to > from && SUFFIX.test(word.text))
    ))
      break
    to++
  }
  while (to > from && words[to - 1]?.particle === true) to--
  if (to === from) return 0
  if (to - from > 1 && (words[to - 1]?.initial ?? false) && words.length > to) to--
  const name = words.slice(from, to)
  const confidence = judgeName(text, name, titled)
  if (confidence === 0) return 0
  let end = name.at(-1)?.end ?? head.end
  if (name.at(-1)?.initial === true && text.charAt(end) === '.' && name.length > 1) end++
  report({ type: 'PERSON', start: head.start, end, confidence })
  return to - at
}

const judgeName = (text: string, name: readonly Word[], titled: boolean): number => {
  const [head] = name
  const last = name.at(-1)
  if (!head || !last) return 0
  const solid = name.filter(({ particle, initial }) => !particle && !initial)
  if (solid.length === 0) return 0
  const place = PLACES.has(text.slice(head.start, last.end))
  if (titled) return head.initial && solid.length === 0 ? 0 : 0.9
  const before = text.slice(Math.max(0, head.start - 40), head.start)
  if (place && !STRONG_CUE.test(before)) return 0
  const anySure = name.some(({ sure }) => sure)
  const capitals = solid.every(isCapitals)
  if (capitals && !(solid.length > 1 && name.some(({ given }) => given) && name.some(({ surname }) => surname)) && !STRONG_CUE.test(before))
    return 0
  if (solid.length > 1) {
    if (head.sure) return last.surname ? 0.92 : 0.82
    if (head.given && last.surname) return 0.85
    if (anySure && !head.common) return 0.75
    if (STRONG_CUE.test(before)) return 0.85
    if (NAME_KEY.test(before) && solid.every(isNameLike)) return 0.7
    const after = text.slice(last.end, last.end + 24)
    if (head.given) return last.common ? 0 : 0.65
    if (last.surname && !last.common && isNameLike(head)) return solid.some(isForeign) ? 0.75 : 0.65
    if (solid.some(isForeign) && solid.every(isNameLike) && isEnglish(text.slice(Math.max(0, head.start - 60), last.end + 60))) return 0.6
    if (VERB_AFTER.test(after) && solid.every(isNameLike) && isEnglish(text.slice(Math.max(0, head.start - 60), last.end + 60))) return 0.6
    return WEAK_CUE.test(before) &&
      /\b(?:by|[Kk]ontakt|contact|contacter|contacta|ask|tell|told|meet|met|emailed|spoke to|spoke with|talked to|assigned to|reports to|hired|thank|(?:address|name|number|phone|e-?mail|account|behalf|care) of)\s*$/i.test(
        before,
      ) &&
      solid.every(isNameLike)
      ? 0.55
      : 0
  }
  const only = solid[0]
  if (!only) return 0
  if (name.length > 1 && name.some(({ initial }) => initial)) {
    const dotted = /^\p{Lu}\./u.test(text.slice(head.start, head.start + 2)) || /\p{Lu}\.?$/u.test(text.slice(last.start, last.end))
    if (only.given && !only.common) return 0.8
    if (only.surname && dotted) return only.common ? 0.6 : 0.78
    return STRONG_CUE.test(before) ? 0.75 : 0
  }
  const cue = STRONG_CUE.test(before)
  if (only.sure) return cue ? 0.9 : capitals ? 0 : 0.7
  const after = text.slice(last.end, last.end + 24)
  if (cue && !only.common && (!place || only.given)) return only.given || only.surname ? 0.85 : /^[\s]*[,.!?\n:]|^$/.test(after) ? 0.65 : 0
  if (only.given && !only.common && VERB_AFTER.test(after)) return 0.6
  return only.given && !only.common && !place && WEAK_CUE.test(before) && only.text.length > 3 && !capitals ? 0.55 : 0
}

const isEnglish = (around: string): boolean => /\b(?:the|and|was|with|from|his|her|that|has|have|will|this|is|by|of|my|our)\b/.test(around)

/** Letters that English has not: in an English text a sign of a name. */
const isForeign = ({ text }: Word): boolean => /[À-ÖØ-öø-ſ]/.test(text)
