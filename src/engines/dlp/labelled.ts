import type { InfoType, Page, Report } from './types.ts'

/**
 * Numbers that have no form of their own (passports, licences, patient numbers): a label, a few words that may stand
 * between, and a value that looks like an identifier.
 */
export interface Labelled {
  type: InfoType
  kind?: string
  /** Without flags and groups; matched in any case where a word begins. */
  label: string
  /** What the value looks like; the caller's alternatives are tried in order. */
  value: RegExp
  /** A second look at the value without separators. */
  check?: (compact: string) => boolean
  confidence: number
}

/** "number is", "no.: ", "#", "(US) = ", quotes of JSON, up to three small words. */
const BETWEEN =
  /(?:['’]?s)?(?![\p{L}])(?:[ _-]?(?:number|numbers|num|no|nr|nº|n°|id|code|card|document|holder|details?|info|ref|reference|nummer|numéro|número|numero)(?![\p{L}\d]))*\.?(?:["'`\]]|\)|\s)*(?:\([^()\n]{1,20}\))?(?:[\s:=#>–—"'`(-]|(?:is|was|are|ist|est|es|è|é|on|file|the|my|his|her|für|de|der|reads|lautet|following|used|with|us)(?![\p{L}\d]))*/iuy

const LEAD = 80

export const labelledFinder = (entries: readonly Labelled[]): ((page: Page, report: Report) => void) => {
  const compiled = entries.map(entry => ({
    ...entry,
    label: new RegExp(`(?<![\\p{L}])(?:${entry.label})`, 'giu'),
    value: new RegExp(`(?:${entry.value.source})(?![\\p{L}\\p{N}_]|[-.]\\d)`, 'yu' + (entry.value.flags.includes('i') ? 'i' : '')),
  }))
  return ({ text, survey }, report) => {
    for (let w = 0; w < survey.digits.length; w += 2) {
      const from = Math.max(0, (survey.digits[w] ?? 0) - LEAD)
      const to = survey.digits[w + 1] ?? 0
      const stretch = text.slice(from, to)
      for (const { type, kind, label, value, check, confidence } of compiled)
        for (const match of stretch.matchAll(label)) {
          BETWEEN.lastIndex = match.index + match[0].length
          const between = BETWEEN.exec(stretch)
          if (!between) continue
          value.lastIndex = match.index + match[0].length + between[0].length
          const found = value.exec(stretch)
          if (!found || !/\d/.test(found[0]) || (check && !check(found[0].replace(/[^A-Za-z0-9]/g, '').toUpperCase()))) continue
          const start = from + found.index
          report({ type, start, end: start + found[0].length, confidence, ...(kind ? { kind } : {}) })
        }
    }
  }
}
