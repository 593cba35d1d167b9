import { isDay, isShortDay, luhn, verhoeff, weighted } from '../checksums.ts'
import { words } from '../context.ts'
import type { Detector, Page, Report } from '../types.ts'

/** Two check digits, each the weighted sum mod 11 of everything before it, 10 counting as 0. */
const isCpf = (n: string): boolean => brazilian(n, [10, 9, 8, 7, 6, 5, 4, 3, 2])
const isCnpj = (n: string): boolean => brazilian(n, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])

/** Also for the CNPJ with letters (Instrução Normativa RFB 2.229/2024): a character counts as its ASCII code less 48. */
const brazilian = (n: string, weights: readonly number[]): boolean => {
  const digit = (w: readonly number[]): number => {
    const rest = weighted(n, w) % 11
    return rest < 2 ? 0 : 11 - rest
  }
  const last = weights.length
  return digit(weights) === Number(n[last]) && digit([(weights[0] ?? 0) + 1, ...weights]) === Number(n[last + 1])
}

const isTfn = (n: string): boolean => weighted(n, n.length === 9 ? [1, 4, 3, 7, 5, 8, 6, 9, 10] : [10, 7, 8, 4, 6, 3, 5, 1]) % 11 === 0

/** Services Australia: first digit 2–6, ninth digit checks the first eight, then the issue number. */
const isMedicare = (n: string): boolean => /^[2-6]/.test(n) && weighted(n, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(n[8]) && n[9] !== '0'

/** Department of Home Affairs: birth date, serial, citizenship 0–2, Luhn. */
const isSouthAfrican = (n: string): boolean =>
  isShortDay(n.slice(0, 2), n.slice(2, 4), n.slice(4, 6)) && /^[012]/.test(n.slice(10)) && luhn(n)

/** Birth date, then sex and century in the seventh digit. Numbers given since October 2020 carry no check digit. */
const isKorean = (n: string): boolean => {
  const century = { 1: 1900, 2: 1900, 5: 1900, 6: 1900, 3: 2000, 4: 2000, 7: 2000, 8: 2000, 9: 1800, 0: 1800 }[Number(n[6])] ?? 0
  return isDay(century + Number(n.slice(0, 2)), Number(n.slice(2, 4)), Number(n.slice(4, 6)))
}
const hasKoreanCheck = (n: string): boolean =>
  isKorean(n) && (11 - (weighted(n, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 === Number(n[12])

/** Weights 2 7 6 5 4 3 2, plus 4 for T and G, 3 for M; each series has its own row of letters. */
const isNric = (n: string): boolean => {
  const series = n.charAt(0)
  const letters = { S: 'JZIHGFEDCBA', T: 'JZIHGFEDCBA', F: 'XWUTRQPNMLK', G: 'XWUTRQPNMLK', M: 'XWUTRQPNJLK' }[series]
  if (!letters) return false
  const offset = series === 'T' || series === 'G' ? 4 : series === 'M' ? 3 : 0
  return letters[(weighted(n.slice(1), [2, 7, 6, 5, 4, 3, 2]) + offset) % 11] === n[8]
}

const AADHAAR = words('aadha+r|uidai|uid\\b|आधार|ஆதார்')
const PAN = words('pan\\b|permanent account|income tax')
const CNPJ = words('cnpj|cadastro nacional')
const RRN = words('rrn|resident registration|주민|jumin|korean id')
/** Thirteen digits that begin with 1 are a moment in milliseconds, unless a word says otherwise. */
const ZA = words('south african|sa id|rsa id|id n|identity n|id:|identiteit')
const LETTERED_CNPJ = /(?<![\w.])[0-9A-Z]{2}\.?[0-9A-Z]{3}\.?[0-9A-Z]{3}\/[0-9A-Z]{4}-\d\d(?!\w)/g

const find = ({ text, survey }: Page, report: Report): void => {
  for (let w = 0; w < survey.digits.length; w += 2) {
    const from = survey.digits[w] ?? 0
    const stretch = text.slice(from, survey.digits[w + 1])
    if (!stretch.includes('/')) continue
    for (const match of stretch.matchAll(LETTERED_CNPJ))
      if (isCnpj(match[0].replace(/[./-]/g, '')))
        report({ type: 'BR_CNPJ', start: from + match.index, end: from + match.index + match[0].length, confidence: 0.97 })
  }
}

export const idsBeyondEurope: Detector = {
  family: 'ids-beyond-europe',
  types: ['IN_AADHAAR', 'IN_PAN', 'BR_CPF', 'BR_CNPJ', 'AU_TFN', 'AU_MEDICARE', 'ZA_ID', 'KR_RRN', 'SG_NRIC'],
  find,
  forms: [
    {
      type: 'IN_AADHAAR',
      written: ['#### #### ####', '####-####-####'],
      check: n => /^[2-9]/.test(n) && verhoeff(n),
      label: AADHAAR,
      alone: 0.72,
      labelled: 0.98,
    },
    {
      type: 'IN_AADHAAR',
      written: ['############'],
      check: n => /^[2-9]/.test(n) && verhoeff(n),
      label: AADHAAR,
      alone: 0.3,
      labelled: 0.97,
    },
    {
      type: 'IN_PAN',
      written: ['AAAAA####A'],
      check: (_, raw) => /^[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]$/.test(raw),
      label: PAN,
      alone: 0.85,
      labelled: 0.98,
    },
    { type: 'IN_PAN', written: ['AAAAA####A'], check: n => /^[A-Z]{3}[ABCFGHJLPT]/.test(n), label: PAN, alone: 0, labelled: 0.93 },
    { type: 'BR_CPF', written: ['###.###.###-##'], check: isCpf, label: words('cpf|cadastro de pessoa'), alone: 0.96, labelled: 0.99 },
    {
      type: 'BR_CPF',
      written: ['###########', '### ### ### ##', '#########-##', '###-###-###-##'],
      check: isCpf,
      label: words('cpf|cadastro de pessoa'),
      alone: 0.6,
      labelled: 0.98,
    },
    { type: 'BR_CNPJ', written: ['##.###.###/####-##'], check: isCnpj, label: CNPJ, alone: 0.97, labelled: 0.99 },
    {
      type: 'BR_CNPJ',
      written: ['##############', '########/####-##', '## ### ### #### ##'],
      check: isCnpj,
      label: CNPJ,
      alone: 0.6,
      labelled: 0.98,
    },
    {
      type: 'AU_TFN',
      written: ['### ### ###', '###-###-###', '#########', '########', '## ### ###', '### ### ##'],
      check: isTfn,
      label: words('tfn|tax file'),
      alone: 0,
      labelled: 0.98,
    },
    {
      type: 'AU_MEDICARE',
      written: ['#### ##### #', '####-#####-#'],
      check: isMedicare,
      label: words('medicare'),
      alone: 0.75,
      labelled: 0.98,
    },
    {
      type: 'AU_MEDICARE',
      written: ['##########', '###########', '#### ##### ##', '#### ##### #/#', '#### ##### #-#', '##########/#', '##########-#'],
      check: isMedicare,
      label: words('medicare'),
      alone: 0,
      labelled: 0.96,
    },
    { type: 'ZA_ID', written: ['#############'], check: n => isSouthAfrican(n) && n.startsWith('1'), label: ZA, alone: 0, labelled: 0.97 },
    {
      type: 'ZA_ID',
      written: ['#############'],
      check: n => isSouthAfrican(n) && !n.startsWith('1'),
      label: ZA,
      alone: 0.62,
      labelled: 0.97,
    },
    {
      type: 'ZA_ID',
      written: ['###### #### ###', '###### #### ## #', '######-####-##-#', '######-####-###'],
      check: isSouthAfrican,
      label: ZA,
      alone: 0.62,
      labelled: 0.97,
    },
    { type: 'KR_RRN', written: ['######-#######', '###### #######'], check: hasKoreanCheck, label: RRN, alone: 0.9, labelled: 0.99 },
    { type: 'KR_RRN', written: ['######-#######'], check: isKorean, label: RRN, alone: 0.65, labelled: 0.97 },
    { type: 'KR_RRN', written: ['#############'], check: hasKoreanCheck, label: RRN, alone: 0.4, labelled: 0.97 },
    {
      type: 'SG_NRIC',
      written: ['A#######A'],
      check: (n, raw) => isNric(n) && raw === n,
      label: words('nric|fin\\b|singapore|identity card'),
      alone: 0.92,
      labelled: 0.99,
    },
    { type: 'SG_NRIC', written: ['A#######A'], check: isNric, label: words('nric|fin\\b|singapore'), alone: 0.5, labelled: 0.97 },
  ],
  examples: [
    {
      type: 'IN_AADHAAR',
      found: ['Aadhaar «2345 6789 0124»', 'aadhar no «234567890124»'],
      ignored: ['2345 6789 0123', 'Aadhaar 1345 6789 0124', '234567890124'],
    },
    {
      type: 'IN_PAN',
      found: ['PAN «ABCPE1234F»', 'income tax pan: «abcpe1234f»'],
      ignored: ['ABCDE1234F', 'ABCPE12345', 'part ABCPE1234F'],
    },
    { type: 'BR_CPF', found: ['CPF «529.982.247-25»', '«52998224725» é meu CPF'], ignored: ['529.982.247-26', '111.111.111-11'] },
    {
      type: 'BR_CNPJ',
      found: ['CNPJ «11.222.333/0001-81»', 'cnpj: «11222333000181»', 'CNPJ «12.ABC.345/01DE-35»'],
      ignored: ['11.222.333/0001-82', '12.ABC.345/01DE-36'],
    },
    { type: 'AU_TFN', found: ['TFN «123 456 782»', 'tax file number «123456782»'], ignored: ['123456782', 'TFN 123 456 783'] },
    {
      type: 'AU_MEDICARE',
      found: ['Medicare «2123 45670 1»', 'medicare card: «2123456701»'],
      ignored: ['Medicare 2123 45671 1', '2123456701'],
    },
    { type: 'ZA_ID', found: ['ID number «8001015009087»', '«800101 5009 087»'], ignored: ['8001015009088', 'tracking 8001015009087'] },
    { type: 'KR_RRN', found: ['주민등록번호 «800101-1234563»', '«800101-1234563»'], ignored: ['801301-1234563', '800101-123456'] },
    { type: 'SG_NRIC', found: ['NRIC «S1234567D»', '«T0123456G», thanks'], ignored: ['S1234567A', 'A1234567D'] },
  ],
}
