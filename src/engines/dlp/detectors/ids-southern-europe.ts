import { weighted } from '../checksums.ts'
import { words } from '../context.ts'
import type { Detector } from '../types.ts'

const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE'

/** Real Decreto 1553/2005: number mod 23 picks the letter; foreigners' X, Y, Z stand for 0, 1, 2. */
const isDni = (n: string): boolean => {
  const body = n.replace(/^[XYZ]/, letter => String('XYZ'.indexOf(letter)))
  return /^\d{8}[A-Z]$/.test(body) && DNI_LETTERS[Number(body.slice(0, 8)) % 23] === body[8]
}

/** Orden EHA/451/2008: Luhn over seven digits; the control is a digit or, by kind of body, the letter J, A … I. */
const isCif = (n: string): boolean => {
  const match = /^[ABCDEFGHJNPQRSUVW](\d{7})([0-9A-J])$/.exec(n)
  if (!match) return false
  const [, digits = '', control = ''] = match
  let sum = 0
  for (let i = 0; i < 7; i++) {
    const digit = Number(digits[i])
    sum += i % 2 === 0 ? Math.floor((digit * 2) / 10) + ((digit * 2) % 10) : digit
  }
  const check = (10 - (sum % 10)) % 10
  return control === String(check) || control === 'JABCDEFGHI'[check]
}

/** Decreto ministeriale 23.12.1976: values of the characters in odd places, 0–9 and A–Z. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
const FISCAL = /^[A-Z]{6}[\dLMNP-V]{2}[ABCDEHLMPRST][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]$/

const isFiscalCode = (n: string): boolean => {
  if (!FISCAL.test(n)) return false
  let sum = 0
  for (let i = 0; i < 15; i++) {
    const code = n.charCodeAt(i)
    const value = code < 58 ? code - 48 : code - 65
    sum += i % 2 === 0 ? (ODD[value] ?? 0) : value
  }
  return String.fromCharCode(65 + (sum % 26)) === n[15]
}

/** Seven places may carry letters for digits where two people would share a code (omocodia). */
const fiscalShapes = (): string[] => {
  const shapes = ['AAAAAA##A##A###A', 'AAA AAA ##A## A###A']
  for (const place of [14, 13, 12, 10, 9, 7, 6]) {
    const last = shapes.at(-1) ?? ''
    shapes.push(last.length === 16 ? last.slice(0, place) + 'A' + last.slice(place + 1) : 'AAAAAA##A##A##AA')
  }
  return shapes
}

/** Portaria fiscal: weights 9 … 2, modulus 11; first digit by kind of holder. */
const isPortugueseNif = (n: string): boolean => {
  const rest = weighted(n, [9, 8, 7, 6, 5, 4, 3, 2]) % 11
  return /^[125689]|^3|^45|^7[0-24-579]/.test(n) && Number(n[8]) === (rest < 2 ? 0 : 11 - rest)
}

const NIF = words('nif\\b|dni\\b|nie\\b|cif\\b|documento|identidad|national id|spanish id|fiscal')

export const southernEuropeanIds: Detector = {
  family: 'ids-southern-europe',
  types: ['ES_NIF', 'IT_FISCAL_CODE', 'PT_NIF'],
  forms: [
    {
      type: 'ES_NIF',
      kind: 'dni',
      written: [
        '########A',
        '########-A',
        '######## A',
        '##.###.###-A',
        '##.###.###A',
        '##.###.### A',
        'A#######A',
        'A-#######-A',
        'A#######-A',
        'A-#######A',
        'A #######-A',
        'A #######A',
        'A ####### A',
      ],
      check: (n, raw) => isDni(n) && /[A-Z]$/.test(raw),
      label: NIF,
      alone: 0.82,
      labelled: 0.98,
    },
    {
      type: 'ES_NIF',
      kind: 'dni',
      written: ['########A', '########-A', 'A#######A'],
      check: isDni,
      label: NIF,
      alone: 0.45,
      labelled: 0.95,
    },
    {
      type: 'ES_NIF',
      kind: 'cif',
      written: ['A########', 'A-########', 'A#######A', 'A-#######-A', 'A-#######A', 'A#######-A'],
      check: isCif,
      label: NIF,
      alone: 0.4,
      labelled: 0.95,
    },
    {
      type: 'IT_FISCAL_CODE',
      written: fiscalShapes(),
      check: isFiscalCode,
      label: words('codice fiscale|c\\.?f\\.?\\b|fiscal'),
      alone: 0.97,
      labelled: 0.99,
    },
    {
      type: 'PT_NIF',
      written: ['#########', '### ### ###', '###.###.###', '###-###-###'],
      check: isPortugueseNif,
      label: words('nif\\b|nipc|contribuinte|n[úu]mero fiscal|identifica[çc][ãa]o fiscal'),
      alone: 0,
      labelled: 0.97,
    },
  ],
  examples: [
    {
      type: 'ES_NIF',
      found: ['DNI «12345678Z»', 'NIE: «X1234567L»', '«12.345.678-Z»', 'NIF «A58818501»'],
      ignored: ['12345678A', 'X1234567A', 'part B12345678', 'article 12345678Z'],
    },
    {
      type: 'IT_FISCAL_CODE',
      found: ['codice fiscale «RSSMRA85T10A562S»', '«rssmra85t10a562s»'],
      ignored: ['RSSMRA85T10A562T', 'RSSMRA85T10A56'],
    },
    { type: 'PT_NIF', found: ['NIF «501442600»', 'contribuinte n.º «501 442 600»'], ignored: ['501442600', 'NIF 501442601'] },
  ],
}
