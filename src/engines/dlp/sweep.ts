import { CHAR, charKind } from './characters.ts'
import { GROWTH, INITIAL_BUDGET, type Budget, type Stretch } from './reading/readings.ts'
import { resolve } from './resolve.ts'
import type { Finding } from './types.ts'
import { zoneFrom, type ZoneRules } from './zones.ts'

/**
 * The one walk that scans texts, whole or as they arrive. It goes from decision to decision: find the next zone, read
 * a window around it, settle what can be settled, go on behind it. Where the window ends is a function of the text
 * alone, and nothing behind it is looked at: so a stream, which knows less at a time, comes to the same findings as
 * the whole text, whatever the text and however it is split.
 */

/** A zone is judged at the latest when this much of it is known; only what goes on unbroken waits for more. */
export const WINDOW = 256
/** How much before a zone is read with it: labels, words that lead up to a name. */
const CONTEXT = 160
/** To begin the context where a word begins. */
const SNAP = 40
/** What ends this close to the end of a window may go on behind it. */
const MARGIN = 64
/** A run this long at the end of a window is more than a word. */
const LONG_RUN = 64

/** Reads one window: all candidates between `from` and `to`, and what was decoded. `worded`: there is nothing in it but words. */
export type Read = (
  text: string,
  from: number,
  to: number,
  worded: boolean,
  budget: Budget,
) => { candidates: Finding[]; decoded: Stretch[] }

export type Step =
  /** Everything before `upTo` is decided; these findings are in it, or begin there and end at `upTo`. */
  | { settled: true; upTo: number; findings: Finding[] }
  /** More text is needed. No finding will begin before `free`. `open` has begun and is longer than the window. */
  | { settled: false; free: number; open?: Finding }

export interface Sweep {
  /** The next decision about `text`, the same text as before with more at its end. `last`: nothing more will come. */
  next(text: string, last: boolean): Step
  /** Whether it follows something longer than the window. */
  readonly follows: boolean
  /** Before it nothing is needed any more. */
  readonly needed: number
  /** Forgets the first `units` of the text. */
  shift(units: number): void
}

/** `longest`: how far something unbroken is followed, a power of two. */
export const createSweep = (read: Read, rules: ZoneRules, least: number, longest: number): Sweep => {
  const budget: Budget = { left: INITIAL_BUDGET }
  let decided = 0
  /** Where words are read from: behind `decided`, as far as nothing before it matters. */
  let from = 0
  let window = WINDOW
  let open: Finding | undefined

  const settle = (upTo: number, findings: Finding[]): Step => {
    budget.left += GROWTH * (upTo - decided)
    decided = from = upTo
    window = WINDOW
    open = undefined
    return { settled: true, upTo, findings }
  }

  const next = (text: string, last: boolean): Step => {
    for (;;) {
      const zone = zoneFrom(text, from, decided, window, last, rules)
      if (zone.state === 'none') {
        if (last) return settle(text.length, [])
        from = Math.max(from, resumeAt(text, zone.free))
        return { settled: false, free: zone.free }
      }
      if (zone.state === 'open') return { settled: false, free: zone.start, ...(open ? { open } : {}) }
      const { start, end } = zone
      const run = zone.state === 'full' ? runInto(text, start, end) : end
      if (run <= start && window > WINDOW && window < longest) {
        window *= 2
        continue
      }
      const context = contextOf(text, start)
      const cut = zone.state === 'closed' ? zone.cut : Math.min(run, zone.cut > start ? zone.cut : breakIn(text, start, end))
      const to = cut > start ? cut : end
      const { candidates, decoded } = read(text.slice(context, end), start - context, to - context, zone.worded, budget)
      const told = candidates
        .filter(finding => finding.start + context >= start && finding.confidence >= least)
        .map(finding => ({ ...finding, start: finding.start + context, end: finding.end + context }))
      const findings = resolve(told, least)
      if (zone.state === 'closed') return accept(findings, cut)
      const rows = rowsOf(decoded).map(row => ({ start: Math.max(start, row.start + context), end: row.end + context }))
      const whole = partOf([...told, ...rows], cut, start, end)
      if (whole > start) return accept(findings, whole)
      if (window >= longest) return accept(findings, end - MARGIN)
      open = findings.find(finding => finding.start < start + MARGIN && finding.end > end - MARGIN)
      window *= 2
    }
  }

  /** Tells what begins before `cut`, and goes on behind all of it. */
  const accept = (findings: readonly Finding[], cut: number): Step => {
    const accepted = findings.filter(finding => finding.start < cut)
    return settle(Math.max(cut, accepted.at(-1)?.end ?? 0), accepted)
  }

  return {
    next,
    get follows() {
      return window > WINDOW
    },
    get needed() {
      return from - CONTEXT - SNAP
    },
    shift(units) {
      decided -= units
      from -= units
      if (open) open = { ...open, start: open.start - units, end: open.end - units }
    },
  }
}

/** How far back words may reach into what is decided next; see `zones.ts`. */
const BACK = 400

/** A gap between words well before `free`: reading words from there comes to the same zones. */
const resumeAt = (text: string, free: number): number => {
  for (let at = free - BACK; at > 0 && at < free - BACK / 2; at++) if (charKind(text.charCodeAt(at)) === CHAR.gap) return at
  return 0
}

const contextOf = (text: string, start: number): number => {
  const at = start - CONTEXT
  if (at <= 0) return 0
  const gap = /\s/.exec(text.slice(at, at + SNAP))
  return gap ? at + gap.index + 1 : at
}

const RUN = /[A-Za-z0-9+/_\-.=%~]/
const isRun = (text: string, at: number): boolean => RUN.test(text.charAt(at))
/** A line of this length or more and the next one are one block, as keys and mail attachments are written. */
const LINE = 40

/** Where the unbroken run begins that reaches the end of the window, `end` when there is none. */
const runInto = (text: string, start: number, end: number): number => {
  for (let at = end; ;) {
    while (at > start && isRun(text, at - 1)) at--
    let line = at
    while (line > start && /\s/.test(text.charAt(line - 1))) line--
    const wrapped =
      line - LINE >= start && /^\r?\n[ \t]*$/.test(text.slice(line, at)) && /^[A-Za-z0-9+/_\-.=%~]+$/.test(text.slice(line - LINE, line))
    if (!wrapped) return end - at >= LONG_RUN ? at : end
    at = line
  }
}

/** The last place in the window, a reach before its end, where a mark parts what is not a run; else the first behind it; else `start`. */
const breakIn = (text: string, start: number, end: number): number => {
  for (let at = end - 72; at > start; at--) if (!isRun(text, at - 1)) return at
  for (let at = Math.max(start + 1, end - 72); at < end; at++) if (!isRun(text, at - 1)) return at
  return start
}

/** Escapes one after another are one row. */
const rowsOf = (decoded: readonly Stretch[]): Stretch[] => {
  const rows: Stretch[] = []
  for (const { start, end } of decoded.toSorted((a, b) => a.start - b.start)) {
    const row = rows.at(-1)
    if (row && start <= row.end + 1) row.end = Math.max(row.end, end)
    else rows.push({ start, end })
  }
  return rows
}

/** The place nearest before `cut` that lies within no stretch. When there is none, behind the first if that has surely ended; else `start`. */
const partOf = (stretches: readonly Stretch[], cut: number, start: number, end: number): number => {
  const sorted = stretches.toSorted((a, b) => a.start - b.start)
  let before = cut
  for (const stretch of sorted.toReversed()) if (stretch.start < before && stretch.end > before) before = stretch.start
  if (before > start) return before
  let behind = start
  for (const stretch of sorted) if (stretch.start <= behind) behind = Math.max(behind, stretch.end)
  return behind <= end - MARGIN ? behind : start
}
