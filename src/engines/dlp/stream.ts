import type { Vault } from './redact.ts'
import type { Scanner } from './scanner.ts'
import { HOLD, mayHold, settledUpTo, type Settled } from './settle.ts'
import type { Finding } from './types.ts'

export interface Released {
  /** What may be passed on: redacted when the stream has a vault, as it came otherwise. */
  text: string
  /** Findings settled by now, in offsets of the whole stream, in order. */
  findings: Finding[]
  /** A finding that has begun and is longer than the stream holds. It comes again, complete, in `findings`. */
  opened?: Finding
}

export interface ScanStream {
  /** Takes the next piece, of any size, cut anywhere; gives back what is settled. */
  push(chunk: string): Released
  /** Settles the rest. */
  end(): Released
}

/** Text already passed on that is kept for what follows: labels, and matches that began in it. */
const CONTEXT = 400
/** An opened finding is followed this far; then it is told as it stands. */
const LONGEST = 16_384
/** So much of an opened finding stays back, because its end may still turn out to be the sentence's punctuation. */
const MARKER = 64

/**
 * Scans text as it arrives. The released texts together are the input (or its redaction), and the findings are those of
 * scanning the whole, as long as no decision hangs on more than the 256 characters that wait.
 *
 * Text is scanned when a cluster of suspicious words has settled, not with every piece.
 */
export const createStream = (scanner: Scanner, { vault }: { vault?: Vault } = {}): ScanStream => {
  let base = 0
  let buffer = ''
  /** In the buffer: passed on up to here; findings before `floor` have been told. */
  let passed = 0
  let floor = 0
  let long: Finding | null = null

  const pass = (upTo: number): string => {
    const text = buffer.slice(passed, upTo)
    passed = Math.max(passed, upTo)
    return text
  }

  const told = (finding: Finding): Finding => ({ ...finding, start: finding.start + base, end: finding.end + base })

  const settle = ({ upTo, forced }: Settled, last: boolean): Released => {
    const found = forced || mayHold(buffer, floor, upTo) ? scanner.scan(buffer) : []
    const findings: Finding[] = []
    let text = ''
    let end = upTo
    let opened: Finding | undefined
    for (const finding of found) {
      if (finding.start < floor) continue
      if (finding.start >= end) break
      const goesOn = !last && (finding.end >= buffer.length - 3 || isOpenKey(buffer, finding))
      if (goesOn || (finding.end > end && buffer.length - finding.start <= HOLD)) {
        end = finding.start
        if (buffer.length - finding.start > HOLD) opened = long = finding
        break
      }
      text += pass(Math.max(passed, finding.start))
      if (vault) {
        text += vault.placeholder(finding.type, buffer.slice(finding.start, finding.end))
        passed = finding.end
      } else text += pass(finding.end)
      findings.push(told(finding))
      end = Math.max(end, finding.end)
    }
    text += pass(end)
    floor = Math.max(floor, end)
    if (opened && !vault) text += pass(buffer.length - MARKER)
    return { text, findings, ...(opened ? { opened: told(opened) } : {}) }
  }

  const advance = (last: boolean): Released => {
    if (long) {
      const over = last || buffer.length - long.start > LONGEST || isOver(buffer, long)
      if (!over) return { text: vault ? '' : pass(buffer.length - MARKER), findings: [] }
      floor = long.start
      long = null
    }
    const settled = settledUpTo(buffer.slice(floor))
    const released = settle(last ? { upTo: buffer.length, forced: true } : { upTo: floor + settled.upTo, forced: settled.forced }, last)
    forget()
    return released
  }

  const forget = (): void => {
    const cut = Math.min(passed, floor) - CONTEXT
    if (cut <= CONTEXT) return
    const space = /\s/.exec(buffer.slice(cut, cut + CONTEXT))
    const from = cut + (space ? space.index + 1 : 0)
    buffer = buffer.slice(from)
    base += from
    passed -= from
    floor -= from
    if (long) long = { ...long, start: long.start - from, end: long.end - from }
  }

  return {
    push(chunk) {
      buffer += chunk
      return advance(false)
    },
    end: () => advance(true),
  }
}

const KEY_END = /-----END [A-Z0-9 ]{0,40}-----/

const isOpenKey = (buffer: string, { kind, start, end }: Finding): boolean =>
  kind === 'private-key' && buffer.length - start < LONGEST && !KEY_END.test(buffer.slice(start, end)) && end > buffer.length - MARKER

/** A key ends with its marker, everything else with the run of characters it is in. */
const isOver = (buffer: string, { kind, start, end }: Finding): boolean =>
  kind === 'private-key' ? KEY_END.test(buffer.slice(start)) : /[\s"'`<>][\s\S]{4}/.test(buffer.slice(end))
