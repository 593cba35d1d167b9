import { isParticle, type CapitalWord } from '../capitals.ts'
import { COMMON_ENDING, COMMON_WORDS } from '../words/common-words.ts'
import { AMBIGUOUS_GIVEN_NAMES, GIVEN_NAMES } from '../words/given-names.ts'
import { BODY_FIRST, KNOWN_COMPANIES } from '../words/organisations.ts'
import { PLACES } from '../words/places.ts'
import { SURNAME_ENDING, SURNAMES } from '../words/surnames.ts'

const TITLE =
  /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Herr|Herrn|Frau|Hr|Fr|Mme|Mlle|Monsieur|Madame|Señor|Señora|Sr|Sra|Srta|Don|Doña|Signor|Signora|Sig|Dott|Ing|Senhor|Senhora|Pan|Pani|Rev|Capt|Captain|Lt|Sgt|Judge|Senator|Inspector|Officer|Detective|Nurse|Doctor|Hon|Dipl|De heer|Mevrouw|Dhr|Mevr|Minister|President|Chancellor|Mayor|Governor|Ambassador|Sheriff|Pastor|Uncle|Aunt|Rabbi|Rouva|Kyrios|Bay|Bayan)$/

/** What a word can be, whatever stands around it. */
export interface Nature {
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
export type Word = CapitalWord & Nature

const firstWords = (names: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...names].map(name => /^[\p{L}'’-]+/u.exec(name)?.[0] ?? name))
const PLACE_FIRST = firstWords(PLACES)
const COMPANY_FIRST = firstWords(KNOWN_COMPANIES)
/** "I'm", "Don't", "We’ll". */
const CONTRACTION =
  /^(?:I|You|We|They|He|She|It|Who|What|That|There|Here|How|Let|Don|Can|Won|Isn|Aren|Doesn|Didn|Wasn|Couldn|Shouldn|Wouldn|Haven|Hasn)['’]\p{Ll}{1,2}$/u
const FAMILY_PREFIX = /^(?:O['’]|Mc|Mac[A-Z]|D['’])\p{Lu}?\p{L}{2,}$/u

/** The lists write some names with accents and some without; texts do as they please. */
const unaccented = (low: string): string => (/\P{ASCII}/u.test(low) ? low.normalize('NFD').replace(/\p{M}/gu, '') : low)

export const natureOf = (text: string): Nature => {
  const plain = text.replace(/['’]s$/, '')
  const low = plain.toLowerCase()
  const halves = low.includes('-') ? low.split('-') : []
  const given =
    GIVEN_NAMES.has(low) || GIVEN_NAMES.has(unaccented(low)) || (halves.length > 0 && halves.every(half => GIVEN_NAMES.has(half)))
  const surname =
    SURNAMES.has(low) ||
    SURNAMES.has(unaccented(low)) ||
    (low.length > 5 && SURNAME_ENDING.test(low)) ||
    FAMILY_PREFIX.test(plain) ||
    halves.some(half => SURNAMES.has(half))
  const common = COMMON_WORDS.has(low) || CONTRACTION.test(text) || (low.length > 7 && !given && !surname && COMMON_ENDING.test(low))
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

export const isCapitals = (word: Word): boolean => word.text.length > 1 && word.text === word.text.toUpperCase()

/** A word that can be part of a name though no list knows it. */
export const isOpen = (word: Word): boolean =>
  !word.common &&
  !word.title &&
  !word.particle &&
  word.text.length > 1 &&
  !isCapitals(word) &&
  !PLACES.has(word.text) &&
  !/\p{Ll}\p{Lu}/u.test(word.text.replace(/^(?:Mc|Mac|O['’]|D['’]|De|Le|La|Di|Van)/, ''))

/** A capital and small letters, and nothing the lists know as another word. */
export const isNameLike = (word: Word): boolean =>
  isOpen(word) &&
  word.text.length > 2 &&
  /^\p{Lu}\p{Ll}+(?:[-'’]\p{Lu}?\p{Ll}+)*$|^(?:Mc|Mac|De|Le|La|Di|Van|O['’]|D['’])\p{Lu}\p{Ll}+$/u.test(word.text)
