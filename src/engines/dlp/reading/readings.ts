import { EMPTY, pageOf } from '../survey.ts'
import type { Page } from '../types.ts'
import { BLOBS } from './blobs.ts'
import { chunks } from './chunks.ts'
import { ESCAPES } from './escapes.ts'
import { normalise } from './normalise.ts'
import { JOINED, SPOKEN } from './spacing.ts'
import { originOf, placeOf, viewOf, type View } from './view.ts'

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
  /** Stretches of the original that were decoded to make this reading. */
  decoded: readonly Stretch[]
}

export interface Stretch {
  start: number
  end: number
}

/** What may still be decoded, in UTF-16 units; one for a whole text or stream, so that bombs cost once. */
export interface Budget {
  left: number
}

/** All readings together may be this many times as long as the text, and `INITIAL_BUDGET` longer. */
export const GROWTH = 8
export const INITIAL_BUDGET = 1024 * 1024

/** A value may be wrapped this often: base64 of gzip of JSON with escapes counts three. */
const MAX_DEPTH = 4
const MAX_READINGS = 64
const LABEL_REACH = 72

/**
 * The text as it stands, then everything it may also mean. Bounded in depth, number and total size. `isKnown` is asked,
 * once a reading has been scanned, whether a stretch of the original is already explained: that need not be joined.
 */
export const readingsOf = function* (
  text: string,
  from: number,
  to: number,
  budget: Budget,
  isKnown: (start: number, end: number) => boolean = () => false,
): Generator<Reading> {
  const view = normalise(text)
  const queue: Reading[] = [
    { page: pageOf(view.text, placeOf(view, from), placeOf(view, to)), view, depth: 0, joined: false, isNew: () => true, decoded: [] },
  ]
  const seen = new Set<string>()
  for (let count = 0; queue.length > 0 && count < MAX_READINGS; count++) {
    const reading = queue.shift()
    if (!reading) return
    yield reading
    if (reading.depth >= MAX_DEPTH || reading.joined) continue
    for (const [find, joined] of FINDERS) {
      const all = find(reading.page.text, reading.page.survey)
      const spots = joined || find === chunks ? all.filter(({ start, end }) => !isKnown(...originOf(reading.view, start, end))) : all
      if (spots.length === 0) continue
      const { view, places } = viewOf(reading.view, spots)
      const next = joined ? view : normalised(view)
      if (next.text === '' || next.text.length > budget.left || seen.has(next.text)) continue
      budget.left -= next.text.length
      if (next.text.length < 100_000) seen.add(next.text)
      // In a joined reading only the joined spots are new; what stands around them has been looked at.
      const page = joined
        ? { text: next.text, from: 0, to: next.text.length, survey: { ...EMPTY, digits: places } }
        : pageOf(next.text, placeOf(next, from), placeOf(next, to))
      const touched = new Uint8Array(text.length)
      const decoded = spots.map((spot): Stretch => {
        const [start, end] = originOf(reading.view, spot.start, spot.end)
        touched.fill(1, start, end + LABEL_REACH)
        return { start, end }
      })
      queue.push({
        page,
        view: next,
        depth: reading.depth + 1,
        joined,
        decoded,
        isNew: (start, end) => touched[start] === 1 || touched[end - 1] === 1,
      })
    }
  }
}

const FINDERS = [...[...ESCAPES, ...BLOBS, ...SPOKEN].map(find => [find, false] as const), ...JOINED.map(find => [find, true] as const)]

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
