import type { Finding } from './types.ts'

/** Types known by words rather than by form; they give way to what a form proves. */
const SOFT = new Set(['PERSON', 'LOCATION', 'ORGANIZATION', 'AGE', 'DATE_TIME'])

/**
 * Of findings that overlap, the best stays: confidence first, then length (a long form that fits is rarer than a short
 * one), form before words. The order of what stays is that of the text.
 */
export const resolve = (findings: readonly Finding[], least: number): Finding[] => {
  const ranked = findings
    .filter(({ confidence, start, end }) => confidence >= least && end > start)
    .sort((a, b) => weight(b) - weight(a) || a.start - b.start || a.end - b.end)
  const kept: Finding[] = []
  for (const finding of ranked) {
    const at = place(kept, finding.start)
    const previous = kept[at - 1]
    const next = kept[at]
    if ((previous && previous.end > finding.start) || (next && next.start < finding.end)) continue
    kept.splice(at, 0, { ...finding, confidence: Math.round(finding.confidence * 100) / 100 })
  }
  return kept
}

const weight = ({ type, start, end, confidence }: Finding): number =>
  confidence * 100 + 6 * Math.log2(end - start) - (SOFT.has(type) ? 25 : 0)

const place = (kept: readonly Finding[], start: number): number => {
  let low = 0
  let high = kept.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((kept[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}
