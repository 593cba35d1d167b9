import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { before, distanceIn, elseDistance, labelDistance, unspentDistance, words } from '../context.ts'
import type { Detector, Page, Report } from '../types.ts'

const STRONG = words(
  'phone|tel\\b|tel\\.|tel:|telephone|telefon|tél|téléphone|teléfono|telefono|telefoon|telefone|mobile|mobil|m[óo]vil|cell|celular|cellulare|portable|handy|gsm|fax|whats ?app|signal:|sms|text me|text (?:him|her|us|them)|' +
    'call|calling|called|dial|ring (?:me|us|him|her)|hotline|helpline|voicemail|pager|rufen|anruf|rückruf|zurückrufen|erreich|rufnummer|durchwahl|appel|rappele|joindre|llam|llám|chiama|richiam|bel (?:me|mij|ons)|bellen|ligue|ligar|zadzwo|numer tel|komórk|ring på|reach (?:me|us|him|her|them)|ring (?:mig|meg|til)|ringa|(?:my|mein|meine|mit|mitt|min|mon|mio|mi|meu|mijn|il mio|o meu) (?:new |neue )?(?:number|nummer|numéro|numero|número)|' +
    'puhelin|soita|τηλ|телефон|тел\\b|тел\\.|моб|電話|携帯|전화|휴대폰|连系电话|手机|电话|هاتف|جوال|फ़?ोन|मोबाइल|cep\\b|tlf|mob\\b|mob\\.|mob:|contact n|landline|extension|dial-in',
)
const WEAK = words(
  'number|contact|reach|line\\b|at\\b|nummer|numéro|número|numero|kontakt|contacter|unter\\b|joignable|bereikbaar|ph\\b|ph:|ph\\.|p:|t:|m:|f:|☎|📞|📱',
)

/**
 * How numbers are written at home, without a country code. Numbering plans: ITU-T E.164 national destination codes as
 * the regulators publish them (NANPA, Ofcom, BNetzA, ARCEP, ACMA, ANATEL …).
 */
const NATIONAL: readonly (readonly [starts: RegExp, confidence: number, written: readonly string[]])[] = [
  // North America: area and exchange begin with 2–9. Others are written the same way in tests, forms and forgeries.
  [
    /^1?[2-9]\d\d[2-9]/,
    0.88,
    [
      '(###) ###-####',
      '(###)###-####',
      '###-###-####',
      '1-###-###-####',
      '1 (###) ###-####',
      '1-(###)-###-####',
      '1.###.###.####',
      '(###) ### ####',
      '(###)-###-####',
      '1(###)###-####',
      '(###).###.####',
      '(###) ###.####',
    ],
  ],
  [/^1?[2-9]\d\d[2-9]/, 0.75, ['###.###.####', '###-### ####', '### ###-####', '1 ### ### ####', '1 ###-###-####']],
  [/^[2-9]\d\d[2-9]/, 0.55, ['### ### ####', '###/###-####', '###-#######']],
  [
    /^/,
    0.62,
    [
      '(###) ###-####',
      '(###)###-####',
      '###-###-####',
      '1-###-###-####',
      '###.###.####',
      '1 (###) ###-####',
      '(###) ### ####',
      '(###)-###-####',
    ],
  ],
  [/^001/, 0.85, ['001-###-###-####']],
  // United Kingdom, Ireland
  [
    /^0(?:1|2|3|7|8)/,
    0.8,
    [
      '0## #### ####',
      '(0##) #### ####',
      '0#### ######',
      '(0####) ######',
      '0#### ### ###',
      '(0####) ### ###',
      '0### ### ####',
      '(0###) ### ####',
      '0#### #####',
      '(0####) #####',
      '0## ### ####',
      '(0##) ### ####',
    ],
  ],
  // France, Belgium, Switzerland, Netherlands
  [/^0[1-9]/, 0.86, ['0# ## ## ## ##', '0#.##.##.##.##', '0#-##-##-##-##', '0### ## ## ##', '0###/##.##.##', '0### ## ### ##']],
  [
    /^0[1-9]/,
    0.84,
    [
      '0## ### ## ##',
      '0## ### ####',
      '0##/### ## ##',
      '0##-#######',
      '0##-### ## ##',
      '0##-### ####',
      '0#-########',
      '0# ########',
      '0## ## ## ##',
      '0# ### ## ##',
      '0####-######',
      '0###-######',
      '(0##)#######',
      '(0###) ######',
      '(0#) ########',
    ],
  ],
  // Germany, Austria
  [
    /^0[1-9]/,
    0.72,
    [
      '0##/#######',
      '0##/######',
      '0##/#####',
      '0###/#######',
      '0###/######',
      '0####/######',
      '0##/########',
      '0### #######',
      '0### ########',
      '0## ########',
      '0## #######',
      '0#### ######',
      '0#### #####',
      '(0##) #######',
      '(0###) #######',
      '(0##) ########',
      '(0####) ######',
      '(0####) #####',
      '0###-#######',
      '0##-########',
      '0###/## ## ##',
      '0###/### ## ##',
      '0### / #######',
      '0## / #######',
      '0### ### ## ##',
      '0##/### ####',
    ],
  ],
  // Sweden, Finland, Australia, New Zealand, Japan, Korea, South Africa, Turkey
  [
    /^0[1-9]/,
    0.8,
    [
      '0##-### ## ##',
      '0##-## ## ##',
      '0#-### ### ##',
      '0#-### ## ##',
      '0## ### ## ##',
      '0## #######',
      '0# #### ####',
      '(0#) #### ####',
      '(0#)########',
      '(0#) ### ####',
      '0### ### ###',
      '0#-####-####',
      '(0#)-####-####',
      '0##-####-####',
      '0##-###-####',
      '0###-##-####',
      '0### ### ## ##',
      '0### ### ####',
      '(0###) ### ## ##',
      '0#-###-####',
      '0# ### ####',
      '0####-#-####',
      '(0##) ###-####',
    ],
  ],
  // Brazil, India, Spain and Italy mobile
  [/^[1-9]\d9?/, 0.82, ['(##) #####-####', '(##) ####-####', '(##)#####-####', '## #####-####', '(##) # ####-####']],
  [/^[6-9]/, 0.52, ['##### #####', '#####-#####']],
  [/^[679]/, 0.6, ['### ## ## ##']],
  // Germany's and Austria's longer mobile codes, Hungary, Russia, China, Chile, India with its trunk prefix
  [/^0[1-9]/, 0.72, ['0#### #######', '0### ######', '06 ## ### ####', '0##### #####']],
  [/^8/, 0.8, ['8 (###) ###-##-##', '8 ### ###-##-##', '8 (###) ### ## ##']],
  [/^1[3-9]/, 0.6, ['### #### ####', '###-####-####']],
  [/^[2-9]/, 0.6, ['(#) #### ####']],
  [/^3[2-9]\d/, 0.55, ['### #######', '### ### ####', '###-#######']],
]

const SHAPES = new Map<string, [RegExp, number][]>()
for (const [starts, confidence, written] of NATIONAL)
  for (const shape of written) {
    const key = shape.replace(/[0-9]/g, '#')
    SHAPES.set(key, [
      ...(SHAPES.get(key) ?? []),
      [new RegExp(starts.source + (/^\D*0/.test(shape) && starts.source === '^' ? '0' : '')), confidence],
    ])
  }

/** As far as digits and what stands between the digits of a number go. */
const STRETCH = /(?:(?<![\w.,])|(?<=[^\d\s],)|(?<=,)(?=[+(0]))(?:\+ ?\(?|\(\+? ?)?\d+(?:(?: ?[-./] ?|\) ?[-./]?|[ -]?\(|  ?)\d+)*/g
const EXTENSION = /\s*(?:,\s*)?(?:x|ext\.?|extension|#|poste|dw\.?|durchwahl|int\.?)\s*\.?:?\s*\d{1,6}(?!\w)/iy
const GROUP = /\d+/g
const DATE =
  /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2}))(?![-./\d])|^\d{1,2}[-./]\d{4}$|^(?:19|20)\d\d ?[-–/] ?(?:19|20)?\d\d$|^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/
/** "jo@example.com / 20 18 71 79": the two ways to reach somebody stand side by side. */
const BEHIND_ADDRESS = /@[\p{L}\d.-]{1,40}\.\p{L}{2,}>?\s*[/|;,·•–—-]\s*$/u
/** "2.5.4.10.1.3": numbers of sections and of objects. */
const LEVELS = /^\d{1,2}(?:\.\d{1,2}){5,}$|^\d(?:\.\d){4,}/
/** "a0 03 02 01 02 02 01 01 30 0d": pairs of digits in a row of bytes. */
const BYTES_BEFORE = /(?:^|\s)(?:[a-f]\d|\d[a-f]|[a-f]{2})(?: \d\d){0,6} $/i
const BYTES_AFTER = /^(?: \d\d){0,6} (?:[a-f]\d|\d[a-f]|[a-f]{2})(?!\w)/i
const isHex = (text: string, start: number, end: number): boolean =>
  /^\d\d \d\d /.test(text.slice(start, start + 6)) &&
  (BYTES_BEFORE.test(text.slice(Math.max(0, start - 26), start)) || BYTES_AFTER.test(text.slice(end, end + 26)))

/** How files, orders and invoices are numbered. */
const YEAR_FIRST = /^(?:19|20)\d\d[-/ ]/
const MAX_GROUPS = 24

const find = ({ text, survey }: Page, report: Report): void => {
  for (let w = 0; w < survey.digits.length; w += 2) {
    const from = survey.digits[w] ?? 0
    const stretch = text.slice(from, survey.digits[w + 1])
    for (const match of stretch.matchAll(STRETCH)) {
      if (match[0].length < 6) continue
      search(text, from + match.index, match[0], report)
    }
  }
}

/** The longest run of groups that makes a number, from the left; then on behind it. */
const search = (text: string, start: number, written: string, report: Report): void => {
  const groups = [...written.matchAll(GROUP)].slice(0, MAX_GROUPS).map(group => ({ at: group.index, to: group.index + group[0].length }))
  for (let i = 0; i < groups.length;) {
    let taken = 0
    for (let j = Math.min(groups.length, i + 8); j > i && taken === 0; j--) {
      const first = groups[i]
      const last = groups[j - 1]
      if (!first || !last) break
      const at = i === 0 ? 0 : opening(written, first.at)
      if ((i > 0 && !/\s\(?\+?$/.test(written.slice(0, first.at))) || (j < groups.length && !/^\)?\s/.test(written.slice(last.to))))
        continue
      const raw = written.slice(at, last.to)
      const digits = raw.replace(/\D/g, '').length
      if (digits < 6 || digits > 16 || (digits < 7 && j - i > 1)) continue
      const confidence = judge(raw, digits, text, start + at, start + last.to)
      if (confidence === 0) continue
      EXTENSION.lastIndex = start + last.to
      const extension = EXTENSION.exec(text)?.[0].length ?? 0
      report({ type: 'PHONE_NUMBER', start: start + at, end: start + last.to + extension, confidence })
      taken = j - i
    }
    i += Math.max(1, taken)
  }
}

const opening = (written: string, at: number): number => at - (/\(?\+?\(?$/.exec(written.slice(0, at))?.[0].length ?? 0)

const judge = (raw: string, digits: number, text: string, start: number, end: number): number => {
  if (DATE.test(raw) || LEVELS.test(raw) || isHex(text, start, end)) return 0
  const previous = text.slice(Math.max(0, start - 2), start)
  const next = text.slice(end, end + 5)
  if (/[$€£¥₹]\s?$|[\w]$|\d[-./:]$|[A-Za-z]-$|#$/.test(previous) || (/\d,$/.test(previous) && !/^[+(0]/.test(raw))) return 0
  if (/^(?:[%°]|\w|[-./:]\d|-[A-Za-z]|\s?[$€£])/.test(next) && !/^(?:x|ext)/i.test(next)) return 0
  // A comma and up to three digits go on the number, more are the next field of a table.
  if (/^,\d{1,3}(?!\d)/.test(next) && !/^[+(0]/.test(raw)) return 0
  const compact = raw.replace(/\D/g, '')
  if (/^\(?\s?\+/.test(raw)) return international(raw, distanceIn(STRONG, before(text, start, 48)) >= 0)
  const plain =
    SHAPES.get(raw.replace(/\d/g, '#'))?.reduce(
      (best, [starts, confidence]) => (starts.test(compact) ? Math.max(best, confidence) : best),
      0,
    ) ?? 0
  const strong = unspentDistance(STRONG, before(text, start, 48))
  const otherwise = elseDistance(text, start)
  if (otherwise >= 0 && (strong < 0 || otherwise < strong)) return 0
  if (strong >= 0 && digits >= 7) return Math.max(0.93 - strong * 0.002, plain)
  if (strong >= 0 && strong < 12 && digits === 6) return 0.6
  if (digits >= 7 && digits <= 13 && BEHIND_ADDRESS.test(text.slice(Math.max(0, start - 64), start))) return Math.max(0.8, plain)
  if (/^00[1-9]/.test(compact) && digits >= 11) return international(`+${compact.slice(2)}`, false)
  if (plain > 0) return labelDistance(WEAK, text, start, end) >= 0 ? Math.max(plain, 0.9) : plain
  if (digits < 7 || digits > 13) return 0
  if (!raw.includes('.') && labelDistance(STRONG, text, start, end) >= 0) return 0.75
  return digits >= 9 && /^0|\(|[ .-]/.test(raw) && !YEAR_FIRST.test(raw) && distanceIn(WEAK, before(text, start, 16)) >= 0 ? 0.55 : 0
}

/** With a country code the numbering plan itself decides; a forged or too new range still counts when its length fits. */
const international = (raw: string, labelled: boolean): number => {
  const number = parsePhoneNumberFromString(raw.replace(/^\(\+/, '+').replace(/^\(/, ''))
  if (number?.isValid()) return 0.96
  if (number?.isPossible()) return labelled ? 0.92 : 0.8
  return number && number.nationalNumber.length >= 6 ? (labelled ? 0.85 : 0.6) : labelled ? 0.7 : 0
}

export const phone: Detector = {
  family: 'phone',
  types: ['PHONE_NUMBER'],
  find,
  examples: [
    {
      type: 'PHONE_NUMBER',
      found: [
        'ring «+44 20 7946 0958» now',
        'call «(212) 555-0123» x',
        'or «212-555-0123 ext. 45».',
        'Tel. «030/1234567»',
        'Mobil: «0171 2345678»',
        'mon numéro est le «06 12 34 56 78»',
        'tel. «600 123 456»',
        'phone «2125550123»',
        'Telefon «+46 (0)8 123 456 78»',
        '«(11) 91234-5678»',
        '«001-581-896-0013x3890»',
        '電話 «03-1234-5678»',
        'You can reach me on «20417798» today',
        'Rückruf an «08904927729» erbeten',
        'Merci de rappeler au «0559189574»',
        'bel mij op «0478 371 812»',
        'jo@example.com / «43 07 63 21»',
        '2,Jon,«+45 32 12 34 56»,5105105105105100',
        '3,Ana,«0171 4567890»,12',
        '1001,«(212) 555-0123»,x',
      ],
      ignored: [
        'order 212-555-0123',
        'on 2024-03-01 12:30',
        'from 1990-1995',
        '$1,234,567.00',
        'version 10.0.19041.1288',
        'epoch 1700000000',
        'ISBN 978-3-16-148410-0',
        '01.02.2024',
        'part no. 030-1234-567',
        'PO number 2024-000183-77 approved',
        'AWB 020-12345675',
        'call on 20240131',
        'https://example.com/a - 20417798',
        '01 e4 a0 03 02 01 02 02 01 01 30 0d',
        'tel 1.2.3.4.5.6.7',
        '[11.05.24, 09:41] WhatsApp [11.05.24, 09:42]',
        'about 1,234,567 calls',
        '192.168.100.200',
        'a total of 1 234 567 items',
      ],
    },
  ],
}
