import { eachCapitalRun, isParticle, type CapitalWord } from '../capitals.ts'
import type { Detector, Page, Report } from '../types.ts'
import { COMMON_ENDING, COMMON_WORDS } from '../words/common-words.ts'
import { AMBIGUOUS_GIVEN_NAMES, GIVEN_NAMES } from '../words/given-names.ts'
import { BODY_FIRST, BODY_LAST, KNOWN_COMPANIES, LEGAL_FORM } from '../words/organisations.ts'
import { AMBIGUOUS_PLACES, PLACES } from '../words/places.ts'
import { SURNAME_ENDING, SURNAMES } from '../words/surnames.ts'

/**
 * People, places and organisations by lists, endings and the words around them. No model reads the sentence: a rare
 * name without any such sign is missed, and a common noun in capitals between two names may be taken along.
 */
const TITLE =
  /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Herr|Herrn|Frau|Hr|Fr|Mme|Mlle|Monsieur|Madame|Señor|Señora|Sr|Sra|Srta|Don|Doña|Signor|Signora|Sig|Dott|Ing|Senhor|Senhora|Pan|Pani|Rev|Capt|Captain|Lt|Sgt|Judge|Senator|Inspector|Officer|Detective|Nurse|Doctor|Hon|Dipl|De heer|Mevrouw|Dhr|Mevr|Minister|President|Chancellor|Mayor|Governor|Ambassador|Sheriff|Pastor|Uncle|Aunt|Rabbi|Rouva|Kyrios|Bay|Bayan)$/
const SUFFIX = /^(?:Jr|Sr|II|III|IV|PhD|MD|Esq|DDS|DVM|MBA)$/

/** Right before a name and hardly before anything else. */
const STRONG_CUE =
  /(?:\b(?:[Mm]y name(?:'s| is)|[Nn]ame(?:d|:| is)|(?:[Ff]irst|[Ll]ast|[Ff]ull|[Mm]aiden|[Ff]amily)[ _-]?name["'\s]*[:=]["'\s]*|call me|called|[Dd]ear|[Ss]igned(?: by)?|[Rr]egards,?|[Ss]incerely,?|[Cc]heers,?|[Tt]hanks,?|[Gg]rüßen|[Gg]rüße,?|[Cc]ordialement,?|[Ss]aludos,?|[Ss]aluti,?|[Aa]ttn[:.]?|[Aa]ttention:|[Pp]atient(?:in)?:?|[Ee]mployee:?|[Ii]nsured:?|[Aa]pplicant:?|[Cc]laimant:?|[Cc]ardholder:?|[Cc]ontact(?: person)?:|[Cc]ustomer:|[Oo]wner:|[Mm]anager:|[Mm]aker:|[Aa]uthor:|[Ff]rom:|[Tt]o:|[Cc][Cc]:|[Hh]i|[Hh]ello|[Hh]ey|Hallo|Bonjour|Hola|Ciao|Caro|Cara|Cher|Chère|Estimad[oa]|Liebe[r]?|Sehr geehrte[r]?|Je m'appelle|m'appelle|[Mm]e llamo|[Mm]i chiamo|[Ii]ch heiße|heißt|Name ist|[Mm]ein Name ist|[Ii]k heet|[Jj]ag heter|[Nn]azywam się|[Mm]eu nome é|[Bb]este|[Gg]eachte|[Hh]ej|[Kk]ära|[Dd]rogi|[Ss]zanown[yaei]|my (?:friend|colleague|wife|husband|brother|sister|son|daughter|boss|manager|neighbou?r|doctor|mother|father|uncle|aunt|cousin|partner|lawyer|accountant|assistant)|married to|engaged to|daughter of|son of|wife of|husband of|behalf of|born to))\s*,?\s*[\n]?\s*$/
/** The key of a record: things have names too, so it takes two words that are nothing else. */
const NAME_KEY = /\b(?:[Nn]ame|[Pp]erson|[Oo]wner|[Aa]uthor|[Cc]ontact|[Mm]anager|[Aa]ssignee|[Ee]mployee|[Cc]ustomer|[Kk]unde|[Nn]om|[Nn]ombre|[Nn]ome|[Nn]aam)["']?\s*[:=]\s*["']?$/
const WEAK_CUE =
  /\b(?:by|from|with|and|contact|ask|asked|tell|told|meet|met|call|called|email|emailed|for|to|about|between|that|as|when|if|while|because|did|does|has|is|was|cc|per|via|see|thank|know|knows|saw|helped|hired|reports to|assigned to|spoke to|speak to|spoke with|talked to|talk to|invite|invited|von|mit|an|bei|par|avec|de|con|por|da|met|door|av|med|hos)\s*$/i
const VERB_AFTER =
  /^(?:'s|’s)?,?\s+(?:said|says|wrote|writes|told|asked|asks|lives?|lived|works?|worked|was born|has been|will be|called|calls|reported|requested|requests|needs|wants|wanted|signed|joined|left|moved|and I|and his|and her|is a|was a|is the|is my|is our|is on|has a|has requested|replied|confirmed|agreed|approved|submitted|complained|claims|claimed|phoned|emailed|sent|paid|bought|ordered|married|died|graduated|studied|aged|\(\d|who|whose|ist|hat|wohnt|arbeitet|schrieb|sagte|habite|travaille|a dit|vive|trabaja|lavora|abita|woont|werkt|bor|arbetar|mieszka|pracuje|DOB|born)\b/

/** Before a place. */
const PLACE_CUE =
  /\b(?:[Ii]n|[Aa]t|[Ff]rom|[Tt]o|[Nn]ear|[Vv]isit(?:ed|ing|s)?|[Vv]ia|[Oo]utside|[Aa]round|[Tt]owards?|[Tt]hrough|[Aa]cross|[Ll]eaving|[Ll]eave|[Bb]etween|city of|town of|state of|in downtown|over|aus|nach|bei|à|en|de|desde|a|da|di|dans|près de|uit|naar|till|från|i|w|z|do)\s*$/
const STRONG_PLACE_CUE =
  /\b(?:lives? in|lived in|living in|born in|raised in|grew up in|moved to|moving to|move to|relocat(?:ed|ing|e) to|located in|based in|headquartered in|situated in|resid(?:es?|ed|ing) in|resident of|citizen of|city of|town of|village of|capital of|province of|region of|county of|state of|country of|travel(?:l?ed|l?ing|s)? to|trip to|flights? to|flights? from|fly(?:ing)? to|flew to|flying from|vacation in|holiday in|visited|visiting|mov(?:ed|ing) from|(?:offices?|branch|store|plant|factory|warehouse|hospital|school|hotel|conference|meeting|event|weather) in|works? in|working in|worked in|stay(?:ed|ing)? in|wohnt in|wohne in|geboren in|lebt in|habite à|né(?:e)? à|vive en|nacid[oa] en|nato a|nata a|abita a|vivo en|woont in|bor i|[Cc]ity["']?\s*[:=]\s*["']?|[Tt]own["']?\s*[:=]\s*["']?|[Cc]ountry["']?\s*[:=]\s*["']?|[Oo]rt:|[Ss]tadt:|[Vv]ille ?:|[Cc]iudad:|[Ll]ocation["']?\s*[:=]\s*["']?|[Pp]lace of birth:?|[Bb]irthplace:?)\s*$/

/** The last word of every cue above: most words stop here. */
const PLACE_CUE_END = /(?:\b(?:in|to|of|from|a|en|i|visited|visiting)|à|[:="'])\s*$/
const PLACE_OPENER = /^(?:North|South|East|West|New|Port|Lake|Saint|St|San|Santa|Los|Las|El|La|Le|Les|Fort|Mount|Upper|Lower|Great|Old|Bad)$/

/** What a word can be, whatever stands around it. */
interface Nature {
  given: boolean
  sure: boolean
  surname: boolean
  initial: boolean
  common: boolean
  title: boolean
  particle: boolean
  /** The first word of a place or a company that the lists know. */
  opensPlace: boolean
  opensCompany: boolean
  /** An everyday word: alone, it names nothing. */
  plain: boolean
}
type Word = CapitalWord & Nature

const firstWords = (names: ReadonlySet<string>): ReadonlySet<string> => new Set([...names].map((name) => /^[\p{L}'’-]+/u.exec(name)?.[0] ?? name))
const PLACE_FIRST = firstWords(PLACES)
const COMPANY_FIRST = firstWords(KNOWN_COMPANIES)
const FAMILY_PREFIX = /^(?:O['’]|Mc|Mac[A-Z]|D['’])\p{Lu}?\p{L}{2,}$/u

const natureOf = (text: string): Nature => {
  const plain = text.replace(/['’]s$/, '')
  const low = plain.toLowerCase()
  const halves = low.includes('-') ? low.split('-') : []
  const given = GIVEN_NAMES.has(low) || (halves.length > 0 && halves.every((half) => GIVEN_NAMES.has(half)))
  const surname = SURNAMES.has(low) || (low.length > 5 && SURNAME_ENDING.test(low)) || FAMILY_PREFIX.test(plain) || halves.some((half) => SURNAMES.has(half))
  const common = COMMON_WORDS.has(low) || (low.length > 7 && !given && !surname && COMMON_ENDING.test(low))
  const opensPlace = PLACE_FIRST.has(text)
  const opensCompany = COMPANY_FIRST.has(text)
  return {
    given,
    sure: given && !AMBIGUOUS_GIVEN_NAMES.has(low) && !COMMON_WORDS.has(low),
    surname,
    initial: /^\p{Lu}$/u.test(plain),
    common,
    title: TITLE.test(plain),
    particle: isParticle(text),
    opensPlace,
    opensCompany,
    plain: common && !given && !opensPlace && !opensCompany && !BODY_FIRST.test(text),
  }
}

const find = ({ text }: Page, report: Report): void => {
  const natures = new Map<string, Nature>()
  const nature = (word: string): Nature => {
    let known = natures.get(word)
    if (!known) natures.set(word, (known = natureOf(word)))
    return known
  }
  eachCapitalRun(text, (run) => {
    const [only] = run
    if (run.length === 1 && only && nature(only.text).plain) return
    const words = run.map((word): Word => ({ ...word, ...nature(word.text) }))
    const taken = new Uint8Array(words.length)
    organisations(text, words, taken, report)
    people(text, words, taken, report)
    places(text, words, taken, report)
  })
}

const isCapitals = (word: Word): boolean => word.text.length > 1 && word.text === word.text.toUpperCase()

/** A word that can be part of a name though no list knows it. */
const isOpen = (word: Word): boolean => !word.common && !word.title && !word.particle && word.text.length > 1 && !isCapitals(word) && !PLACES.has(word.text) && !/\p{Ll}\p{Lu}/u.test(word.text.replace(/^(?:Mc|Mac|O['’]|D['’]|De|Le|La|Di|Van)/, ''))

const people = (text: string, words: readonly Word[], taken: Uint8Array, report: Report): void => {
  for (let i = 0; i < words.length; ) {
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
  if (head.common && !head.given && !(titled && head.surname) && !(head.surname && !titled && words[from + 1]?.sure === true)) return 0
  let to = from
  while (to < words.length && to - from < 5 && taken[to] !== 1) {
    const word = words[to]
    if (!word) break
    if (to > from && word.common && !word.particle && !word.surname && !word.given && !SUFFIX.test(word.text)) break
    if (to > from && PLACES.has(word.text) && !word.surname && !word.given && !(words[to - 1]?.sure === true && AMBIGUOUS_PLACES.has(word.text))) break
    if (!(word.given || word.surname || word.initial || word.particle || isOpen(word) || AMBIGUOUS_PLACES.has(word.text) || (to > from && SUFFIX.test(word.text)))) break
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
  if (capitals && !(solid.length > 1 && name.some(({ given }) => given) && name.some(({ surname }) => surname)) && !STRONG_CUE.test(before)) return 0
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
    return WEAK_CUE.test(before) && /\b(?:by|[Kk]ontakt|contact|contacter|contacta|ask|tell|told|meet|met|emailed|spoke to|spoke with|talked to|assigned to|reports to|hired|thank)\s*$/i.test(before) && solid.every(isNameLike) ? 0.55 : 0
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
const isNameLike = (word: Word): boolean => isOpen(word) && word.text.length > 2 && /^\p{Lu}\p{Ll}+(?:[-'’]\p{Lu}?\p{Ll}+)*$|^(?:Mc|Mac|De|Le|La|Di|Van|O['’]|D['’])\p{Lu}\p{Ll}+$/u.test(word.text)

const places = (text: string, words: readonly Word[], taken: Uint8Array, report: Report): void => {
  for (let i = 0; i < words.length; i++) {
    if (taken[i] === 1) continue
    const word = words[i]
    if (!word) continue
    const before = word.opensPlace ? text.slice(Math.max(0, word.start - 24), word.start) : ''
    let found = false
    for (let n = word.opensPlace ? Math.min(4, words.length - i) : 0; n > 0 && !found; n--) {
      const last = words[i + n - 1]
      if (!last) continue
      const name = text.slice(word.start, last.end)
      const dotted = name + '.'
      const full = PLACES.has(name) ? name : text.charAt(last.end) === '.' && PLACES.has(dotted) ? dotted : ''
      if (full === '') continue
      const cue = PLACE_CUE.test(before)
      if (n === 1 && AMBIGUOUS_PLACES.has(name) && !cue && !/^,\s+\p{Lu}/u.test(text.slice(last.end, last.end + 4))) continue
      report({ type: 'LOCATION', start: word.start, end: word.start + full.length, confidence: cue ? 0.85 : n > 1 ? 0.8 : 0.7 })
      taken.fill(1, i, i + n)
      found = true
      i += n - 1
    }
    if (found || (word.common && !PLACE_OPENER.test(word.text)) || word.title || word.particle || !PLACE_CUE_END.test(text.slice(Math.max(0, word.start - 12), word.start)) || !STRONG_PLACE_CUE.test(text.slice(Math.max(0, word.start - 40), word.start))) continue
    let to = i
    while (to + 1 < words.length && taken[to + 1] !== 1 && to - i < 3 && words[to + 1]?.title !== true) to++
    const last = words[to]
    if (!last || isCapitals(word) || last.common) continue
    report({ type: 'LOCATION', start: word.start, end: last.end, confidence: 0.65 })
    taken.fill(1, i, to + 1)
  }
}

const organisations = (text: string, words: readonly Word[], taken: Uint8Array, report: Report): void => {
  const tell = (from: number, to: number, confidence: number): void => {
    const first = words[from]
    const last = words[to]
    if (!first || !last) return
    let end = last.end
    if (text.charAt(end) === '.' && /^(?:Inc|Corp|Ltd|Co|Bros|Kft|Zrt)$/.test(last.text)) end++
    report({ type: 'ORGANIZATION', start: first.start, end, confidence })
    taken.fill(1, from, to + 1)
  }
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (!word || taken[i] === 1) continue
    for (let n = word.opensCompany ? Math.min(3, words.length - i) : 0; n > 0; n--) {
      const last = words[i + n - 1]
      if (last && KNOWN_COMPANIES.has(text.slice(word.start, last.end))) {
        tell(i, i + n - 1, 0.75)
        break
      }
    }
    if (i > 0 && LEGAL_FORM.test(word.text)) {
      let from = i
      while (from > 0 && taken[from - 1] !== 1 && words[from - 1]?.title !== true && !/^(?:The|At|In|From|To|For|By|With|Our|My|I)$/.test(words[from - 1]?.text ?? '')) from--
      const weak = /^(?:Group|Partners|Associates|Solutions|Consulting|Company|Industries|Enterprises|Ventures|Technologies|Holding|Holdings|Co|AS|SE|SA|SL|AB|Limited|Sons)$/.test(word.text)
      const shouted = isCapitals(word) && words.slice(from, i).every(isCapitals) && i - from > 1
      const named = !shouted && words.slice(from, i).some((part) => !part.common)
      if (from < i && (!weak || named)) tell(from, i, weak ? 0.65 : 0.85)
    } else if (i > 0 && BODY_LAST.test(word.text) && taken[i - 1] !== 1 && !(word.surname && words[i - 1]?.given === true)) {
      let from = i
      while (from > 0 && taken[from - 1] !== 1 && !/^(?:The|At|In|From|To|For|By|With|Our|My|I)$/.test(words[from - 1]?.text ?? '')) from--
      if (from < i && words.slice(from, i).some((part) => !part.common)) tell(from, i, 0.65)
    } else if (BODY_FIRST.test(word.text) && /^ (?:of|de|di|der|für|do) \p{Lu}\p{L}+/u.test(text.slice(word.end, word.end + 24))) {
      const tail = /^ (?:of|de|di|der|für|do) \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?/u.exec(text.slice(word.end, word.end + 60))?.[0] ?? ''
      report({ type: 'ORGANIZATION', start: word.start, end: word.end + tail.length, confidence: 0.65 })
      taken[i] = 1
    }
  }
}

export const names: Detector = {
  family: 'names',
  types: ['PERSON', 'LOCATION', 'ORGANIZATION'],
  find,
  examples: [
    {
      type: 'PERSON',
      found: [
        'I spoke to «Jane Doe» yesterday.',
        'Mr. «Thorvaldsen» called.',
        'My name is «Zyrel Quandt».',
        'Sehr geehrte Frau «Müller-Lüdenscheidt»,',
        'signed by «Hans van der Berg» today',
        '«JOHN SMITH» owes 20',
        'Ask «J. Johansson» about it',
        'cc «Priya» and others',
        'According to «María García López» it works',
      ],
      ignored: ['Project Status Report', 'Will the meeting start?', 'The Data Warehouse team', 'Click Save and Close', 'Monday Morning Update', 'React and Angular', 'Dear Customer,', 'General Terms and Conditions', 'Visit New York today'],
    },
    { type: 'LOCATION', found: ['she lives in «Kleinkleckersdorf»', 'offices in «Berlin» and Rome', 'from «New York City» to', 'Kunden in «Österreich» und', 'moved to «North Judithshire»'], ignored: ['Reading the book', 'a nice day', 'Excel sheet in English'] },
    { type: 'ORGANIZATION', found: ['invoice from «Acme Widgets Inc.»', 'bei der «Muster Bau GmbH»', 'at «Siemens»', 'the «University of Cambridge»'], ignored: ['The Company shall', 'our Group', 'in the Bank'] },
  ],
}
