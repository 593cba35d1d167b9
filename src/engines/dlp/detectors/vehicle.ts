import { labelDistance, words } from '../context.ts'
import type { Detector, Page, Report } from '../types.ts'

const VIN = /(?<![\w-])[A-HJ-NPR-Z0-9]{17}(?![\w-])/gi
const LABEL = words('vin\\b|vehicle|chassis|fahrgestell|fin\\b|châssis|bastidor|telaio|car\\b|auto\\b|truck')
const VALUES: Readonly<Record<string, number>> = {
  A: 1,
  B: 2,
  C: 3,
  D: 4,
  E: 5,
  F: 6,
  G: 7,
  H: 8,
  J: 1,
  K: 2,
  L: 3,
  M: 4,
  N: 5,
  P: 7,
  R: 9,
  S: 2,
  T: 3,
  U: 4,
  V: 5,
  W: 6,
  X: 7,
  Y: 8,
  Z: 9,
}
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]

/** ISO 3779; the check digit (49 CFR 565.15) is required in North America and China only, elsewhere a label must help. */
const hasCheck = (vin: string): boolean => {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += (VALUES[vin.charAt(i)] ?? Number(vin.charAt(i))) * (WEIGHTS[i] ?? 0)
  return 'X' === vin[8] ? sum % 11 === 10 : sum % 11 === Number(vin[8])
}

const find = ({ text, survey }: Page, report: Report): void => {
  for (let r = 0; r < survey.runs.length; r += 2) {
    const from = survey.runs[r] ?? 0
    for (const match of text.slice(from, survey.runs[r + 1]).matchAll(VIN)) {
      const vin = match[0].toUpperCase()
      // The maker's and the model's part hold letters; sixteen digits and one letter are a number of a program.
      if (!/[A-Z]/.test(vin.slice(0, 8)) || !/\d{3}/.test(vin) || !/\d/.test(vin.slice(-4))) continue
      const start = from + match.index
      const labelled = labelDistance(LABEL, text, start, start + 17) >= 0
      const confidence = hasCheck(vin) ? (labelled ? 0.98 : match[0] === vin ? 0.85 : 0.5) : labelled ? 0.8 : 0
      if (confidence > 0) report({ type: 'VIN', start, end: start + 17, confidence })
    }
  }
}

export const vehicle: Detector = {
  family: 'vehicle',
  types: ['VIN'],
  find,
  examples: [
    {
      type: 'VIN',
      found: ['VIN «1M8GDM9AXKP042788»', 'the car, «1HGCM82633A004352»,', 'Fahrgestellnummer «WVWZZZ1JZXW000001»'],
      ignored: ['1M8GDM9AXKP042789', 'ABCDEFGHJKLMNPRST', '12345678901234567', '9007199254740991n'],
    },
  ],
}
