import { refuse } from '#src/kernel/refusal.ts'
import { companyFinders, type CompanyDetector } from './company.ts'
import { forget } from './context.ts'
import { DETECTORS } from './detectors/index.ts'
import { redact, type Redacted, type Vault } from './redact.ts'
import { SUSPECT } from './reading/normalise.ts'
import { readingsOf, type Stretch } from './reading/readings.ts'
import { originOf } from './reading/view.ts'
import { shapeFinder } from './shapes.ts'
import { createSweep, type Read, type Sweep } from './sweep.ts'
import { EMPTY } from './survey.ts'
import type { Detector, Finding, InfoType, Page, Report } from './types.ts'
import type { ZoneRules } from './zones.ts'

export interface ScannerOptions {
  /** Only these types. All when left out. */
  types?: readonly InfoType[]
  /** The company's own detectors; they always run, whatever `types` says. */
  company?: readonly CompanyDetector[]
  /** Findings below it are dropped. 0.5 when left out: the point from which a finding is more likely right than wrong. */
  minConfidence?: number
  /** Longest text in UTF-16 units; 10 million when left out. Longer ones are refused, never cut. */
  maxLength?: number
}

export interface Scanner {
  /** Every finding in `text`, in order, none overlapping. Pure: the same text gives the same findings. */
  scan(text: string): Finding[]
  /** Scans and replaces; hand the same vault in again to keep numbering over the messages of one conversation. */
  redact(text: string, vault?: Vault): Redacted
  /** The same walk over a text that is still arriving; `createStream` is made of it. */
  sweep(longest: number): Sweep
}

/** Builds the tables once; keep the scanner and use it for every text. */
export const createScanner = (options: ScannerOptions = {}): Scanner => {
  const wanted = options.types && new Set<string>(options.types)
  const detectors = DETECTORS.filter(({ types }) => !wanted || types.some(type => wanted.has(type)))
  const company = companyFinders(options.company ?? [])
  const ownTypes = new Set((options.company ?? []).map(({ id }) => id))
  const finders = [...findersOf(detectors), ...company]
  const provers = findersOf(detectors.filter(({ types }) => types.some(type => PROVEN.has(type))))
  const least = options.minConfidence ?? 0.5
  const maxLength = options.maxLength ?? 10_000_000
  const rules: ZoneRules = {
    capitals: detectors.some(({ types }) => types.some(type => WORDED.has(type))),
    everything: company.length > 0,
  }
  const worders = findersOf(detectors.filter(({ types }) => types.some(type => WORDED.has(type))))
  const read: Read = (text, from, to, worded, budget) => {
    const found: Finding[] = []
    if (worded && !SUSPECT.test(text)) {
      const page: Page = { text, from, to, survey: EMPTY }
      for (const finder of worders) finder(page, finding => !(wanted && !wanted.has(finding.type)) && found.push(finding))
      return { candidates: found, decoded: [] }
    }
    const decodings: Stretch[] = []
    for (const { page, view, depth, joined, isNew, decoded } of readingsOf(text, from, to, budget, explained(text.length, found))) {
      if (depth === 1 && !joined) decodings.push(...decoded)
      const trust = depth === 0 ? 1 : joined ? 0.9 : 0.97
      const report: Report = finding => {
        if (
          (wanted && !wanted.has(finding.type) && !ownTypes.has(finding.type)) ||
          (joined && !(PROVEN.has(finding.type) && finding.confidence >= (finding.type === 'PHONE_NUMBER' ? LABELLED : SURE)))
        )
          return
        const [start, end] = originOf(view, finding.start, finding.end)
        if (isNew(start, end)) found.push({ ...finding, start, end, confidence: finding.confidence * trust })
      }
      for (const finder of joined ? provers : finders) finder(page, report)
    }
    forget()
    return { candidates: found, decoded: decodings }
  }
  const sweep = (longest: number): Sweep => createSweep(read, rules, least, longest)
  const scan = (text: string): Finding[] => {
    if (text.length > maxLength)
      throw refuse(
        'too-large',
        'text-too-long',
        `The text has ${text.length} characters; at most ${maxLength} are scanned at once.`,
        'Send it in parts or use the stream.',
        'text',
      )
    const findings: Finding[] = []
    const walk = sweep(LONGEST)
    for (let upTo = 0; upTo < text.length;) {
      const step = walk.next(text, true)
      if (!step.settled) throw new Error('a whole text leaves nothing open')
      findings.push(...step.findings)
      upTo = step.upTo
    }
    return findings
  }
  return { scan, redact: (text, vault) => redact(text, scan(text), vault), sweep }
}

/** How far something unbroken is followed in a whole text; blobs that are longer aren't decoded anyway. */
const LONGEST = 2 ** 21

/** Types that begin with capitals or other letters, not with digits and marks. */
const WORDED: ReadonlySet<string> = new Set<InfoType>(['PERSON', 'LOCATION', 'ORGANIZATION', 'STREET_ADDRESS'])

/** From this confidence on nothing better is looked for in the same stretch. */
const SETTLED = 0.85

/** Answers whether a stretch lies within findings that need no second look; built when first asked. */
const explained = (length: number, found: readonly Finding[]): ((start: number, end: number) => boolean) => {
  let covered: Uint8Array | undefined
  return (start, end) => {
    if (!covered) {
      covered = new Uint8Array(length)
      for (const finding of found) if (finding.confidence >= SETTLED) covered.fill(1, finding.start, finding.end)
    }
    return covered[start] === 1 && covered[end - 1] === 1
  }
}

/** What a joined reading must reach before it is believed; a telephone number only with a word for it. */
const SURE = 0.6
const LABELLED = 0.89

/** Types whose form or check digit holds even when the marks between digits were ignored. */
const PROVEN: ReadonlySet<string> = new Set<InfoType>([
  'CREDIT_CARD',
  'IBAN_CODE',
  'US_SSN',
  'US_ITIN',
  'UK_NHS',
  'UK_NINO',
  'DE_TAX_ID',
  'FR_NIR',
  'ES_NIF',
  'IT_FISCAL_CODE',
  'NL_BSN',
  'PL_PESEL',
  'SE_PERSONNUMMER',
  'FI_HETU',
  'PT_NIF',
  'BE_RRN',
  'CH_AHV',
  'IN_AADHAAR',
  'IN_PAN',
  'BR_CPF',
  'BR_CNPJ',
  'CA_SIN',
  'AU_TFN',
  'AU_MEDICARE',
  'ZA_ID',
  'KR_RRN',
  'SG_NRIC',
  'PHONE_NUMBER',
])

const findersOf = (detectors: readonly Detector[]): ((page: Page, report: Report) => void)[] => {
  const forms = detectors.flatMap(({ forms }) => forms ?? [])
  return [shapeFinder(forms), ...detectors.flatMap(detector => (detector.find ? [detector.find.bind(detector)] : []))]
}
