import { pageOf } from '../survey.ts'
import type { Page, Survey } from '../types.ts'
import { BLOBS } from './blobs.ts'
import { ESCAPES } from './escapes.ts'
import { normalise } from './normalise.ts'
import { JOINED, SPOKEN } from './spacing.ts'
import { originOf, viewOf, type View } from './view.ts'

/** One way to read the text: detectors scan `page`, `view` leads back to the original. */
export interface Reading {
  page: Page
  view: View
  /** How far from what was written: 0 as it stands, then one for each decoding. */
  depth: number
  /**
   * Whether a finding there says something new: it touches what was decoded, or stands close behind it, where a decoded
   * label reaches. What only stands near by has been judged with all its context already.
   */
  isNew(start: number, end: number): boolean
  /** Whether digits were joined across marks that may separate different things. */
  joined: boolean
}

/** A value may be wrapped this often: base64 of gzip of JSON with escapes counts three. */
const MAX_DEPTH = 4
/** All readings together may be this many times as long as the text, and this much longer. */
const MAX_GROWTH = 4
const MIN_BUDGET = 1024 * 1024
const MAX_READINGS = 64
const LABEL_REACH = 72

/**
 * The text as it stands, then everything it may also mean. Bounded in depth, number and total size. `isKnown` is asked,
 * once a reading has been scanned, whether a stretch of the original is already explained: that need not be joined.
 */
export const readingsOf = function* (text: string, isKnown: (start: number, end: number) => boolean = () => false): Generator<Reading> {
  let budget = Math.max(text.length * MAX_GROWTH, MIN_BUDGET)
  const view = normalise(text)
  const queue: Reading[] = [{ page: pageOf(view.text), view, depth: 0, joined: false, isNew: () => true }]
  const seen = new Set<string>()
  for (let count = 0; queue.length > 0 && count < MAX_READINGS; count++) {
    const reading = queue.shift()
    if (!reading) return
    yield reading
    if (reading.depth >= MAX_DEPTH || reading.joined) continue
    const finders = [...[...ESCAPES, ...BLOBS, ...SPOKEN].map(find => [find, false] as const), ...JOINED.map(find => [find, true] as const)]
    for (const [find, joined] of finders) {
      const all = find(reading.page.text, reading.page.survey)
      const spots = joined ? all.filter(({ start, end }) => !isKnown(...originOf(reading.view, start, end))) : all
      if (spots.length === 0) continue
      const { view, places } = viewOf(reading.view, spots)
      const next = joined ? view : normalised(view)
      if (next.text === '' || next.text.length > budget || seen.has(next.text)) continue
      budget -= next.text.length
      if (next.text.length < 100_000) seen.add(next.text)
      const page = joined ? { text: next.text, survey: { ...NOTHING, digits: places } } : pageOf(next.text)
      const touched = new Uint8Array(text.length)
      for (const spot of spots) {
        const [start, end] = originOf(reading.view, spot.start, spot.end)
        touched.fill(1, start, end + LABEL_REACH)
      }
      queue.push({
        page,
        view: next,
        depth: reading.depth + 1,
        joined,
        isNew: (start, end) => touched[start] === 1 || touched[end - 1] === 1,
      })
    }
  }
}

/** In a joined reading only the joined spots are new; what stands around them has been looked at. */
const NOTHING: Survey = { digits: [], ats: [], runs: [], assignments: [], marks: 0 }

const normalised = (view: View): View => {
  const again = normalise(view.text)
  return again.from && again.to ? through(view, again.from, again.to, again.text) : { ...view, text: again.text }
}

/** Offsets of a normalised view, told in those of what the view itself was made from. */
const through = (raw: View, from: Uint32Array, to: Uint32Array, text: string): View => ({
  text,
  from: from.map(at => raw.from?.[at] ?? at),
  to: to.map(at => raw.to?.[at - 1] ?? at),
})
