import { luhn } from '../checksums.ts'
import { words } from '../context.ts'
import type { Detector, Form } from '../types.ts'

/**
 * Issuer ranges (ISO/IEC 7812-1 prefixes as the schemes publish them) with the lengths each one issues. A number that
 * passes Luhn but fits no range is a card only with a word for it nearby. JCB's range is taken whole: what lies beside
 * its issued part is used in forms and forgeries, and sixteen digits with a right check digit are hardly anything else.
 */
const BRANDS: readonly (readonly [kind: string, prefix: RegExp, lengths: readonly number[]])[] = [
  ['american-express', /^3[47]/, [15]],
  ['diners-club', /^(?:30[0-5]|309|36|38|39)/, [14, 16]],
  ['jcb', /^(?:2131|1800|35)/, [15, 16]],
  ['mastercard', /^(?:5[1-5]|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)/, [16]],
  ['discover', /^(?:6011|64[4-9]|65)/, [16, 19]],
  ['visa', /^4/, [16, 19]],
  ['unionpay', /^62/, [16, 17, 18, 19]],
  ['mir', /^220[0-4]/, [16]],
  ['rupay', /^(?:60|81|82|508)/, [16]],
  ['maestro', /^(?:50|5[6-8]|6)/, [12, 13, 14, 15, 16, 17, 18, 19]],
]

const LABEL = words(
  'credit|debit|card|visa|master ?card|amex|american express|maestro|discover|diners|jcb|unionpay|pan\\b|cc\\b|ccn|cvv|kredit|karte|' +
    'carte|carta|tarjeta|pay(?:s|ing)? with|paid with|chargeback|zahlt? mit|bezahlt mit|payé par|cartão|cartao|kaart|kort\\b|kortn|karta|kartę|kartu|luottokort|kart\\b|kártya|κάρτα|карт|信用卡|カード|카드|بطاقة',
)

const brandOf = (digits: string): string | undefined =>
  BRANDS.find(([, prefix, lengths]) => lengths.includes(digits.length) && prefix.test(digits))?.[0]

const WRITTEN = [
  '#### #### #### ####',
  '####-####-####-####',
  '################',
  '####.####.####.####',
  '#### ###### #####',
  '####-######-#####',
  '###############',
  '#### #### #### ###',
  '#### #### ##### ##',
  '#### ###### ####',
  '####-######-####',
  '##############',
  '#############',
  '#### #### #### #',
  '#### ### ### ###',
  '#### #### #### #### ###',
  '####-####-####-####-###',
  '###################',
  '##################',
  '#################',
  '############',
  '#### #### ####',
  '#### #### #### ##',
] as const

/** Their ranges are so wide that shorter numbers need a word for them. */
const RARE: ReadonlySet<string> = new Set(['maestro', 'rupay'])

const form = (kind: string, alone: number, lengths: readonly number[]): Form => ({
  type: 'CREDIT_CARD',
  kind,
  written: WRITTEN.filter(written => lengths.includes(written.replace(/[^#]/g, '').length)),
  check: digits => (brandOf(digits) === kind || (kind === 'visa' && lengths.includes(13) && digits.startsWith('4'))) && luhn(digits),
  label: LABEL,
  alone,
  labelled: 0.99,
})

/** Ranges in which cards of twelve digits were issued. */
const SHORT_MAESTRO = /^(?:50(?:18|20|38)|5893|6304|6390|6759|676[1-3]|5[678])/

/** Whether the check digit is GS1's: weights 3 and 1 from the right. */
const articleNumber = (digits: string): boolean =>
  Array.from(digits)
    .toReversed()
    .reduce((sum, digit, i) => sum + Number(digit) * (i % 2 === 0 ? 1 : 3), 0) %
    10 ===
  0

export const cards: Detector = {
  family: 'card',
  types: ['CREDIT_CARD'],
  forms: [
    ...BRANDS.map(([kind, , lengths]) =>
      form(kind, RARE.has(kind) ? 0.55 : 0.9, RARE.has(kind) ? lengths.filter(length => length >= 16) : lengths),
    ),
    // Thirteen digits that begin with 4 are a German article number more often than an old Visa.
    { ...form('visa', 0, [13]), labelled: 0.95 },
    { ...form('visa', 0.55, [13]), check: digits => digits.startsWith('4') && luhn(digits) && !articleNumber(digits), labelled: 0.95 },
    { ...form('maestro', 0.55, [12]), check: digits => SHORT_MAESTRO.test(digits) && luhn(digits) && !articleNumber(digits) },
    {
      type: 'CREDIT_CARD',
      written: WRITTEN,
      check: digits => luhn(digits) && (brandOf(digits) === undefined || brandOf(digits) === 'maestro') && !/^0(?!604)/.test(digits),
      label: LABEL,
      alone: 0,
      labelled: 0.8,
    },
  ],
  examples: [
    {
      type: 'CREDIT_CARD',
      found: [
        'Visa «4111 1111 1111 1111», expires 12/29',
        'paid with «5555-5555-5555-4444»',
        'Amex «3782 822463 10005»',
        'Die Kreditkarte «6011000990139424» wurde belastet',
        '«3597923747016430»',
        'He pays with «4430011132755»',
        '«4222222222222»',
        '«502039624593»',
        '{"cardNumber":"«30569309025904»"}',
      ],
      ignored: [
        'order 4111111111111111 shipped',
        'card 4111 1111 1111 1112',
        'trace id 9876543210987654',
        '4006381333931',
        '036000291452',
        'ISBN 978-3-16-148410-0',
      ],
    },
  ],
}
