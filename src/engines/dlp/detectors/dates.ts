import { isDay } from '../checksums.ts'
import { labelDistance, words } from '../context.ts'
import type { Detector, Page, Report } from '../types.ts'

const LOCALES = 'en de fr es it nl pt pl sv da fi nb cs sk hu ro hr sl el ru uk tr bg et lv lt ca id'.split(' ')

/** Month names, long and short, in the languages that write day, month and year with words; from CLDR by way of Intl. */
const MONTHS = new Map<string, number>()
for (const locale of LOCALES)
  for (const options of [{ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }] as const) {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    for (let month = 0; month < 12; month++) {
      const name = format
        .formatToParts(Date.UTC(2024, month, 15))
        .find(({ type }) => type === 'month')
        ?.value.toLowerCase()
        .replace(/\.$/, '')
      if (name && /^\p{L}{3,}$/u.test(name) && !MONTHS.has(name)) MONTHS.set(name, month + 1)
    }
  }
MONTHS.set('sept', 9)

const BIRTH = words(
  'born|b\\. ?$|dob\\b|d\\.o\\.b|date of birth|birth ?date|birthday|b-?day|bday|geboren|geb\\b|geb\\.|geburt|née? le|naissance|nacid|nacimiento|nac\\b|nato il|nata il|nascita|geboortedatum|' +
    'nascimento|nascid|urodz|ur\\.|född|födelse|fødsel|født|syntym|γέννησ|γεννή|рожд|народ|doğum|narozen|születés|născut|rođen|生年月日|生まれ|出生|생년월일|출생|जन्म|ميلاد',
)

const TIME =
  '(?:[T ,]{1,2}(?:at )?\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?: ?[apAP]\\.?[mM]\\.?(?!\\w))?(?: ?(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2})(?!\\w))?)?'
const YEAR_FIRST = new RegExp(`(?<![\\w.-]|\\w/)(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\d]|[-./]\\d)${TIME}`, 'g')
const YEAR_LAST = new RegExp(`(?<![\\w.-])(\\d{1,2})([-/.])(\\d{1,2})\\2((?:19|20)\\d{2}|\\d{2})(?![\\w]|[-./]\\d)${TIME}`, 'g')
const DAY_MONTH = new RegExp(
  `(?<![\\w.])(\\d{1,2})(?:st|nd|rd|th|er|\\.ª?|º|-)?[ -]?(?:of |de |d['’])?(\\p{L}{3,12})(?:\\.?[ ,-]{1,2}(?:de |del |of )?((?:19|20)\\d{2}|['’]\\d{2})(?![\\w]))?${TIME}`,
  'gu',
)
const MONTH_DAY = new RegExp(
  `(?<![\\p{L}\\d])(\\p{L}{3,12})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?![\\d.:%]|,\\d)(?:,? ((?:19|20)\\d{2})(?![\\w]))?${TIME}`,
  'gu',
)
const MONTH_YEAR = /(?<![\p{L}\d])(\p{L}{3,12})\.?,? (?:de |del |of )?((?:19|20)\d{2})(?![\w])/gu
const EAST_ASIAN = /(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/g

const find = ({ text, survey }: Page, report: Report): void => {
  for (let w = 0; w < survey.digits.length; w += 2) {
    const from = survey.digits[w] ?? 0
    const stretch = text.slice(from, survey.digits[w + 1])
    const tell = (match: RegExpExecArray, plain: number, born = 0.95): void => {
      const start = from + match.index
      const end = start + match[0].length
      if (labelDistance(BIRTH, text, start, end) >= 0) report({ type: 'DATE_OF_BIRTH', start, end, confidence: born })
      else if (plain > 0) report({ type: 'DATE_TIME', start, end, confidence: plain })
    }
    if (/[-/.]/.test(stretch)) {
      for (const match of stretch.matchAll(YEAR_FIRST)) if (isDay(Number(match[1]), Number(match[3]), Number(match[4]))) tell(match, 0.85)
      for (const match of stretch.matchAll(YEAR_LAST)) {
        const [, a = '', mark = '', b = '', y = ''] = match
        const year = y.length === 2 ? 1900 + Number(y) : Number(y)
        if (isDay(year, Number(b), Number(a)) || isDay(year, Number(a), Number(b)))
          tell(match, y.length === 4 ? 0.85 : mark === '/' ? 0.55 : 0)
      }
    }
    for (const match of stretch.matchAll(EAST_ASIAN)) tell(match, 0.85)
    if (!namesMonth(stretch)) continue
    for (const match of stretch.matchAll(DAY_MONTH)) {
      const month = MONTHS.get((match[2] ?? '').toLowerCase())
      if (month !== undefined && isDay(2024, month, Number(match[1]))) tell(match, match[3] ? 0.85 : ambiguous(match[2]) ? 0 : 0.6)
    }
    for (const match of stretch.matchAll(MONTH_DAY)) {
      const month = MONTHS.get((match[1] ?? '').toLowerCase())
      if (month !== undefined && isDay(2024, month, Number(match[2]))) tell(match, match[3] ? 0.85 : ambiguous(match[1]) ? 0 : 0.6)
    }
    for (const match of stretch.matchAll(MONTH_YEAR))
      if (MONTHS.has((match[1] ?? '').toLowerCase())) tell(match, ambiguous(match[1]) ? 0 : 0.6, 0.9)
  }
}

const WORD = /\p{L}{3,12}/gu
const namesMonth = (stretch: string): boolean => {
  for (const [word] of stretch.matchAll(WORD)) if (MONTHS.has(word.toLowerCase())) return true
  return false
}

/** Names of months that are more often other words; written small, they need a year. */
const ambiguous = (month: string | undefined): boolean =>
  /^(?:may|march|mar|mai|set|out|sept?|juin|avg|ago|des|dec|mag|dic)$/.test(month ?? '')

export const dates: Detector = {
  family: 'dates',
  types: ['DATE_OF_BIRTH', 'DATE_TIME'],
  find,
  examples: [
    {
      type: 'DATE_OF_BIRTH',
      found: [
        'DOB: «05/15/1980»',
        'geboren am «3. Mai 1985»',
        'née le «12 mars 1990»',
        'born on «March 3, 1985» in',
        'her birthday is «1990-02-28»',
        'fecha de nacimiento: «3 de mayo de 1990»',
        '生年月日：«1985年3月12日»',
        'ur. «12.03.1985»',
      ],
      ignored: ['on 05/15/1980 we met', 'DOB: 45/15/1980'],
    },
    {
      type: 'DATE_TIME',
      found: ['on «2024-03-01T12:30:00Z» it', 'am «12. März 2024»', 'by «March 3, 2025».', '«01/02/2024»'],
      ignored: ['in 1984', 'version 1.2.3', 'may 5 people', '2024-13-45', '10.11.12'],
    },
  ],
}
