import { mod97, weighted } from '../checksums.ts'
import { before, distanceIn, words } from '../context.ts'
import type { Detector, Page, Report } from '../types.ts'

/** Length of an IBAN by country, from the SWIFT IBAN registry (release 99). */
const IBAN_LENGTH: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BI: 27,
  BR: 29,
  BY: 28,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DJ: 27,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FK: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HN: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IQ: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LC: 32,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  LY: 25,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MN: 20,
  MR: 27,
  MT: 31,
  MU: 30,
  NI: 28,
  NL: 18,
  NO: 15,
  OM: 23,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  RU: 33,
  SA: 24,
  SC: 31,
  SD: 18,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  SO: 23,
  ST: 25,
  SV: 28,
  TL: 23,
  TN: 24,
  TR: 26,
  UA: 29,
  VA: 22,
  VG: 24,
  XK: 20,
  YE: 30,
}

const IBAN_LABEL = words('iban')
const IBAN = /(?<![A-Za-z0-9])[A-Za-z]{2}[ -]?\d{2}(?:[ -]?[A-Za-z0-9]){11,31}/g

/** Takes from the candidate as many characters as its country prescribes, and checks ISO 13616's two check digits. */
const ibans = (stretch: string, from: number, report: Report): void => {
  IBAN.lastIndex = 0
  for (let match = IBAN.exec(stretch); match; match = IBAN.exec(stretch)) {
    const written = match[0]
    const length = IBAN_LENGTH[written.slice(0, 2).toUpperCase()]
    if (length === undefined) {
      IBAN.lastIndex = match.index + 2
      continue
    }
    let compact = ''
    let end = 0
    while (compact.length < length && end < written.length) {
      const char = written.charAt(end++)
      if (char !== ' ' && char !== '-') compact += char.toUpperCase()
    }
    const free = !/[A-Za-z0-9]/.test(stretch.charAt(match.index + end))
    const whole = compact.length === length && free
    const right = whole && mod97(compact.slice(4) + compact.slice(0, 4)) === 1
    // A slip of the pen still gives an account away, when the text itself calls it an IBAN.
    if (right || (whole && distanceIn(IBAN_LABEL, before(stretch, match.index, 24)) >= 0)) {
      report({ type: 'IBAN_CODE', start: from + match.index, end: from + match.index + end, confidence: right ? 0.99 : 0.6 })
      IBAN.lastIndex = match.index + end
    } else {
      const odd = oddLength(written)
      if (odd > 0) report({ type: 'IBAN_CODE', start: from + match.index, end: from + match.index + odd, confidence: 0.7 })
      IBAN.lastIndex = match.index + Math.max(2, odd)
    }
  }
}

const BANK_AND_DIGITS = /^[A-Za-z]{2}[ -]?\d\d[ -]?[A-Za-z]{4}(?:[ -]?\d){8,20}(?![A-Za-z0-9])/

/** How much of it is a bank's four letters and digits with right check digits: one digit more or fewer than its country writes hides no account. */
const oddLength = (written: string): number => {
  const odd = BANK_AND_DIGITS.exec(written)?.[0] ?? ''
  const compact = odd.replace(/[ -]/g, '').toUpperCase()
  return compact !== '' && mod97(compact.slice(4) + compact.slice(0, 4)) === 1 ? odd.length : 0
}

const COUNTRY =
  'A[DEFGILMOQRSTUWXZ]|B[ABDEFGHIJLMNOQRSTVWYZ]|C[ACDFGHIKLMNORUVWXYZ]|D[EJKMOZ]|E[CEGHRST]|F[IJKMOR]|G[ABDEFGHILMNPQRSTUWY]|H[KMNRTU]|I[DELMNOQRST]|J[EMOP]|K[EGHIMNPRWYZ]|L[ABCIKRSTUVY]|M[ACDEFGHKLMNOPQRSTUVWXYZ]|N[ACEFGILOPRUZ]|OM|P[AEFGHKLMNRSTWY]|QA|R[EOSUW]|S[ABCDEGHIJKLMNORSTVXYZ]|T[CDFGHJKLMNORTVWZ]|U[AGMSYZ]|V[ACEGINU]|W[FS]|XK|Y[ET]|Z[AMW]'
/** ISO 9362: institution, country, location, optional branch. Upper case only: eight small letters are a word. */
const BIC = new RegExp(`(?<![\\w-])[A-Z]{4}(?:${COUNTRY})[A-Z2-9][A-NP-Z0-9](?:[A-Z0-9]{3})?(?![\\w-])`, 'g')
const BIC_LABEL = /(?<![\p{L}])(?:bic|swift)(?![\p{L}])/giu

/** A head office's branch code is so rarely anything else that no label is needed. */
const HEAD_OFFICE = new RegExp(`(?<![\\w-])[A-Z]{4}(?:${COUNTRY})[A-Z2-9][A-NP-Z0-9]XXX(?![\\w-])`, 'g')

/** BICs stand beside their name; upper-case words of eight letters that happen to fit are common in headings. */
const bics = ({ text }: Page, report: Report): void => {
  if (text.includes('XXX'))
    for (const match of text.matchAll(HEAD_OFFICE))
      report({ type: 'BIC', start: match.index, end: match.index + match[0].length, confidence: 0.8 })
  BIC_LABEL.lastIndex = 0
  let done = 0
  for (let label = BIC_LABEL.exec(text); label; label = BIC_LABEL.exec(text)) {
    const from = Math.max(done, label.index - 24)
    const stretch = text.slice(from, label.index + 56)
    for (const match of stretch.matchAll(BIC)) {
      const start = from + match.index
      if (from > 0 && match.index === 0) continue
      if (
        start < label.index &&
        /[A-Za-z0-9]/.test(text.slice(start + match[0].length, label.index).replace(/\b(?:is|the|as|our|code)\b/gi, ''))
      )
        continue
      report({ type: 'BIC', start, end: start + match[0].length, confidence: 0.92 })
      done = start + match[0].length
    }
  }
}

const ACCOUNT = /(?<![\w.,$€£+-])\d(?:[ -]?\d){5,19}(?![\w]|[.,:]\d|-\w)/g
const ACCOUNT_LABEL = words(
  'account (?:n|#)|account:|acct|a/c|bank account|checking|savings account|bank details|kontonummer|konto-?nr|bankkonto|konto:|' +
    'compte bancaire|num[ée]ro de compte|cuenta bancaria|n[úu]mero de cuenta|conto corrente|rekeningnummer|conta banc[áa]ria|numer konta|rachun|kontonr|tilinumero|routing|aba\\b|sort code|bsb\\b|口座番号|계좌번호',
)
/** "account 44-5678-9012": nothing between, and long enough to be no count. */
const DIRECT = /(?<!\p{L})(?:account|acct|konto|compte|cuenta|rekening)\.?\s*$/u
const ROUTING = words('routing|aba\\b|rtn\\b')
const SORT_CODE = words('sort code|sort-code')

/** Domestic account numbers have no shape of their own: only a label right before them makes one. */
const accounts = (text: string, stretch: string, from: number, report: Report): void => {
  for (const match of stretch.matchAll(ACCOUNT)) {
    const start = from + match.index
    const end = start + match[0].length
    const near = distanceIn(ACCOUNT_LABEL, before(text, start, 40))
    const digits = match[0].replace(/\D/g, '')
    if ((near < 0 || near > 24) && !(digits.length >= 8 && DIRECT.test(before(text, start, 24)))) continue
    const routing = distanceIn(ROUTING, before(text, start, 24)) >= 0
    if (routing && !(digits.length === 9 && weighted(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0)) continue
    report({ type: 'BANK_ACCOUNT', start, end, confidence: 0.86 - Math.max(0, near) * 0.001, kind: routing ? 'aba-routing' : 'account' })
  }
}

const find = (page: Page, report: Report): void => {
  const { text, survey } = page
  for (let w = 0; w < survey.digits.length; w += 2) {
    const from = survey.digits[w] ?? 0
    const stretch = text.slice(from, survey.digits[w + 1])
    ibans(stretch, from, report)
    accounts(text, stretch, from, report)
  }
  bics(page, report)
}

export const bank: Detector = {
  family: 'bank',
  types: ['IBAN_CODE', 'BIC', 'BANK_ACCOUNT'],
  find,
  forms: [
    {
      type: 'BANK_ACCOUNT',
      kind: 'sort-code',
      written: ['##-##-##', '## ## ##', '######'],
      label: SORT_CODE,
      alone: 0,
      labelled: 0.85,
    },
  ],
  examples: [
    {
      type: 'IBAN_CODE',
      found: [
        'IBAN «DE89 3704 0044 0532 0130 00», danke',
        '«GB29NWBK60161331926819»',
        'to «FR14 2004 1010 0505 0001 3M02 606».',
        '«nl91abna0417164300»',
        '«GB29-NWBK-6016-1331-9268-19»',
        '«GB55ZPWA2651483393544»',
      ],
      ignored: ['DE89 3704 0044 0532 0130 01', 'GB29NWBK6016133192681', 'AB12 3456 7890 1234 5678'],
    },
    {
      type: 'BIC',
      found: ['BIC: «DEUTDEFF»', 'SWIFT code «NEDSZAJJXXX»', 'the BIC is «BNPAFRPP».'],
      ignored: ['PASSWORD reset', 'BIC to follow', 'SWIFT is a language'],
    },
    {
      type: 'BANK_ACCOUNT',
      found: ['Account number: «12345678»', 'Kontonummer «532013000»', 'routing number «021000021»', 'sort code «20-00-00»'],
      ignored: ['account 12 of 40', 'routing number 021000022', 'order 12345678', 'account opened 2021'],
    },
  ],
}
