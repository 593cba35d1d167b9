import { isShortDay, mod11Of10, weighted } from '../checksums.ts'
import { words } from '../context.ts'
import type { Detector } from '../types.ts'

/** BZSt: ISO 7064 MOD 11,10; of the first ten digits one stands twice or three times, the others at most once. */
const isGermanTaxId = (n: string): boolean => {
  if (n[0] === '0' || !mod11Of10(n)) return false
  const counts = new Map<string, number>()
  for (const digit of n.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1)
  const repeated = [...counts.values()].filter(count => count > 1)
  return repeated.length === 1 && (repeated[0] ?? 0) <= 3
}

/** INSEE: key = 97 − (number mod 97); Corsica's 2A and 2B count as 19 and 18. */
const isNir = (n: string): boolean => {
  if (!/^[1-478]\d\d(?:0[1-9]|1[0-2]|[2-3]\d|4[0-2]|[5-9]\d)(?:\d\d|2[AB])/.test(n)) return false
  const body = n.slice(0, 13).replace('2A', '19').replace('2B', '18')
  return /^\d+$/.test(body) && (n.length === 13 || Number(n.slice(13)) === 97 - Number(BigInt(body) % 97n))
}

/** Elfproef with the last weight −1. */
const isBsn = (n: string): boolean => {
  const nine = n.padStart(9, '0')
  return nine !== '000000000' && weighted(nine, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0
}

/** 97 − (first nine digits mod 97), with a 2 in front for people born from 2000 on. Months may be raised by 20 or 40 (BIS). */
const isBelgian = (n: string): boolean => {
  const month = Number(n.slice(2, 4)) % 20
  if (month > 12 || Number(n.slice(4, 6)) > 31) return false
  const check = Number(n.slice(9))
  return check === 97 - (Number(n.slice(0, 9)) % 97) || check === 97 - (Number(`2${n.slice(0, 9)}`) % 97)
}

/** EAN-13 check digit over the country prefix 756. */
const isAhv = (n: string): boolean => n.startsWith('756') && weighted(n, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0

const TAX_ID = words('steuer|id-? ?nr|tax|identifikationsnummer|tin\\b')
const BE = words(
  'rijksregister|nationaal nummer|registre national|num[ée]ro national|national register|national number|niss|insz|nrn|rrn|nationalregister',
)
const BSN = words('bsn|burgerservice|sofi|citizen service')

export const westernEuropeanIds: Detector = {
  family: 'ids-western-europe',
  types: ['DE_TAX_ID', 'FR_NIR', 'NL_BSN', 'BE_RRN', 'CH_AHV'],
  forms: [
    {
      type: 'DE_TAX_ID',
      written: ['## ### ### ###', '##/###/###/###', '##-###-###-###'],
      check: isGermanTaxId,
      label: TAX_ID,
      alone: 0.85,
      labelled: 0.98,
    },
    {
      type: 'DE_TAX_ID',
      written: ['###########', '## ### ######', '### ### ### ##'],
      check: isGermanTaxId,
      label: TAX_ID,
      alone: 0.55,
      labelled: 0.98,
    },
    {
      type: 'FR_NIR',
      written: [
        '# ## ## ## ### ### ##',
        '###############',
        '# ## ## #A ### ### ##',
        '######A########',
        '#############-##',
        '#############/##',
        '# ## ## ## ### ###-##',
        '############# ##',
        '#-##-##-##-###-###-##',
        '# ## ## ## ### ### / ##',
      ],
      check: isNir,
      label: words('nir\\b|s[ée]cu|securite sociale|insee|num[ée]ro de ss|social security'),
      alone: 0.88,
      labelled: 0.98,
    },
    {
      type: 'FR_NIR',
      written: ['#############', '# ## ## ## ### ###'],
      check: isNir,
      label: words('nir\\b|s[ée]cu|insee|social security'),
      alone: 0,
      labelled: 0.85,
    },
    {
      type: 'NL_BSN',
      written: ['#########', '### ### ###', '####.##.###', '#### ## ###', '########', '###.###.###', '###-###-###'],
      check: isBsn,
      label: BSN,
      alone: 0,
      labelled: 0.97,
    },
    { type: 'NL_BSN', written: ['####.##.###'], check: isBsn, label: BSN, alone: 0.6, labelled: 0.97 },
    {
      type: 'BE_RRN',
      written: ['##.##.##-###.##', '##.##.##-###-##', '######-###-##', '######-###.##'],
      check: isBelgian,
      label: BE,
      alone: 0.93,
      labelled: 0.99,
    },
    {
      type: 'BE_RRN',
      written: ['###########', '## ## ## ### ##', '###### ### ##', '######-#####', '##.##.##.###.##'],
      check: n => isBelgian(n) && isShortDay(n.slice(0, 2), n.slice(2, 4), n.slice(4, 6)),
      label: BE,
      alone: 0.6,
      labelled: 0.98,
    },
    {
      type: 'CH_AHV',
      written: ['###.####.####.##', '### #### #### ##', '###-####-####-##'],
      check: isAhv,
      label: words('ahv|avs|navs|sozialversicherung|assurance|oasi|ssn'),
      alone: 0.96,
      labelled: 0.99,
    },
    {
      type: 'CH_AHV',
      written: ['#############'],
      check: isAhv,
      label: words('ahv|avs|navs|sozialversicherung|oasi'),
      alone: 0.7,
      labelled: 0.98,
    },
  ],
  examples: [
    {
      type: 'DE_TAX_ID',
      found: ['Steuer-ID «36 574 261 809»', 'Steueridentifikationsnummer: «36574261809»', 'IdNr. «36574261809»'],
      ignored: ['36574261808', 'Steuer-ID 01234567890', 'Steuer-ID 12345678901', 'Rechnung 36574261809'],
    },
    {
      type: 'FR_NIR',
      found: ['sécu : «2 55 08 14 168 025 38»', 'NIR «255081416802538»', 'née en Corse, «1 80 01 2A 001 001 61»'],
      ignored: ['255081416802539', '5 55 08 14 168 025 38'],
    },
    { type: 'NL_BSN', found: ['BSN «111222333»', 'burgerservicenummer: «1112.22.333»'], ignored: ['111222333', 'BSN 111222334'] },
    {
      type: 'BE_RRN',
      found: ['rijksregisternummer «85.07.30-033.28»', '«85073003328»'],
      ignored: ['85.07.30-033.29', 'order 85073003328'],
    },
    { type: 'CH_AHV', found: ['AHV «756.9217.0769.85»', '«7569217076985»'], ignored: ['756.9217.0769.84', '755.9217.0769.85'] },
  ],
}
