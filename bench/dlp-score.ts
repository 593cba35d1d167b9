import type { Labelled } from './dlp-corpus.ts'

export interface Found {
  type: string
  start: number
  end: number
}

export interface Score {
  right: number
  wrong: number
  missed: number
}

/** Types that a form or a check digit decides, as the published comparisons count them. */
export const STRUCTURED: ReadonlySet<string> = new Set([
  'EMAIL_ADDRESS',
  'PHONE_NUMBER',
  'CREDIT_CARD',
  'IBAN_CODE',
  'IP_ADDRESS',
  'URL',
  'US_SSN',
  'US_DRIVER_LICENSE',
])

const overlap = (a: Found, b: Found): number => {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

/** A finding is right when its type is and it shares at least half of the joint stretch with the label (IoU ≥ 0.5). */
export const score = (
  texts: readonly Labelled[],
  scan: (text: string) => readonly Found[],
  counts: (type: string) => boolean = () => true,
): Map<string, Score> => {
  const scores = new Map<string, Score>()
  const of = (type: string): Score => {
    const known = scores.get(type)
    if (known) return known
    const fresh = { right: 0, wrong: 0, missed: 0 }
    scores.set(type, fresh)
    return fresh
  }
  for (const { text, spans } of texts) {
    const open = spans.filter(({ type }) => counts(type))
    for (const finding of scan(text)) {
      if (!counts(finding.type)) continue
      const at = open.findIndex(span => span.type === finding.type && overlap(span, finding) >= 0.5)
      if (at < 0) of(finding.type).wrong++
      else {
        of(finding.type).right++
        open.splice(at, 1)
      }
    }
    for (const { type } of open) of(type).missed++
  }
  return scores
}

export const sum = (scores: Iterable<Score>): Score => {
  const total = { right: 0, wrong: 0, missed: 0 }
  for (const { right, wrong, missed } of scores) {
    total.right += right
    total.wrong += wrong
    total.missed += missed
  }
  return total
}

export const precision = ({ right, wrong }: Score): number => (right + wrong === 0 ? 1 : right / (right + wrong))
export const recall = ({ right, missed }: Score): number => (right + missed === 0 ? 1 : right / (right + missed))
/** Recall counts β times as much as precision. */
export const f = (score: Score, beta: number): number => {
  const p = precision(score)
  const r = recall(score)
  return p + r === 0 ? 0 : ((1 + beta ** 2) * p * r) / (beta ** 2 * p + r)
}
