import { weighted } from '../checksums.ts'
import { words } from '../context.ts'
import type { Detector } from '../types.ts'

/** NHS Data Dictionary: weights 10 … 2, modulus 11; a check digit of 10 is never issued. */
const isNhs = (n: string): boolean => weighted(n, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0

/** HMRC NIM39110: letters and prefixes that are never used; suffix A–D. */
const isNino = (n: string): boolean => /^(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/.test(n)

const NHS = words('nhs|national health')
const NINO = words('nino\\b|ni n|ni:|ni #|national insurance|nat\\.? ins')

export const britishIds: Detector = {
  family: 'ids-britain',
  types: ['UK_NHS', 'UK_NINO'],
  forms: [
    { type: 'UK_NHS', written: ['### ### ####', '###-###-####', '##########'], check: isNhs, label: NHS, alone: 0.3, labelled: 0.98 },
    {
      type: 'UK_NINO',
      written: ['AA######A', 'AA ## ## ## A', 'AA-##-##-##-A', 'AA ###### A', 'AA ### ### A'],
      check: (n, raw) => isNino(n) && raw.startsWith(n.slice(0, 2)),
      label: NINO,
      alone: 0.85,
      labelled: 0.98,
    },
    { type: 'UK_NINO', written: ['AA######A', 'AA ## ## ## A', 'AA-##-##-##-A'], check: isNino, label: NINO, alone: 0.5, labelled: 0.96 },
    {
      type: 'UK_NINO',
      written: ['AA######A', 'AA ## ## ## A', 'AA-##-##-##-A'],
      check: n => /[A-D]$/.test(n),
      label: NINO,
      alone: 0,
      labelled: 0.8,
    },
  ],
  examples: [
    {
      type: 'UK_NHS',
      found: ['NHS number «943 476 5919»', 'nhs no: «9434765919»', '«943-476-5919» is his NHS number'],
      ignored: ['NHS number 943 476 5918', 'call 943 476 5919', 'order 9434765919'],
    },
    {
      type: 'UK_NINO',
      found: ['NI number «AB 12 34 56 C»', 'his is «AB123456C», thanks', 'nino: «jg121316a»'],
      ignored: ['GB123456A', 'QQ123456B', 'AB123456E', 'DA 12 34 56 C'],
    },
  ],
}
