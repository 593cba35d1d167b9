import type { Vault } from './redact.ts'
import type { Scanner } from './scanner.ts'
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

/** How far something unbroken (a key, a blob, a row of codes) is followed; then it is told as far as it came. */
const LONGEST = 2 ** 14
/** So much of it stays back even without a vault, because its end may still turn out to be the sentence's punctuation. */
const MARKER = 64
/** A placeholder that the text itself contains may arrive in pieces. */
const LONGEST_PLACEHOLDER = 64
/** The buffer is cut when this much of it is no longer needed. */
const SPENT = 1024

/**
 * Scans text as it arrives. The released texts together are the input (or its redaction), and the findings are those
 * of scanning the whole, however it is split: both are the same walk (`sweep.ts`). The one exception is something
 * unbroken that is longer than 16,384 characters.
 */
export const createStream = (scanner: Scanner, { vault }: { vault?: Vault } = {}): ScanStream => {
  const sweep = scanner.sweep(LONGEST)
  /** Where the buffer begins in the stream. */
  let base = 0
  let buffer = ''
  let passed = 0
  /** Something long is looked at again when this much is known. */
  let next = 0
  let opened: Finding | undefined

  const pass = (upTo: number): string => {
    const text = buffer.slice(passed, Math.max(passed, upTo))
    passed = Math.max(passed, upTo)
    return text
  }

  const told = (finding: Finding): Finding => ({ ...finding, start: finding.start + base, end: finding.end + base })

  const advance = (last: boolean): Released => {
    const findings: Finding[] = []
    let text = ''
    let opening: Finding | undefined
    for (;;) {
      if (!last && buffer.length < next) break
      const step = sweep.next(buffer, last)
      if (!step.settled) {
        text += pass(step.free)
        // Something long is not looked at again for every character.
        next = buffer.length + 1 + (sweep.follows ? (buffer.length - step.free) >> 3 : 0)
        if (step.open && !opened) opening = opened = step.open
        break
      }
      for (const finding of step.findings) {
        findings.push(told(finding))
        if (!vault) continue
        text += pass(finding.start) + vault.placeholder(finding.type, buffer.slice(finding.start, finding.end))
        passed = finding.end
      }
      text += pass(step.upTo)
      opened = undefined
      if (step.upTo === buffer.length) break
    }
    if (sweep.follows && !vault) text += pass(buffer.length - MARKER)
    const released: Released = { text, findings, ...(opening ? { opened: told(opening) } : {}) }
    forget()
    return released
  }

  const forget = (): void => {
    const spent = Math.min(passed, sweep.needed)
    if (spent < SPENT) return
    buffer = buffer.slice(spent)
    base += spent
    passed -= spent
    next -= spent
    sweep.shift(spent)
  }

  return {
    push(chunk) {
      vault?.avoid(buffer.slice(-LONGEST_PLACEHOLDER) + chunk)
      buffer += chunk
      return advance(false)
    },
    end: () => advance(true),
  }
}
