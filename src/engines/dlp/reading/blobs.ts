import { Gunzip, Unzlib } from 'fflate'
import type { SpotFinder } from './escapes.ts'
import type { Spot } from './view.ts'

/** Encodings of whole values: what they hold is read only if it turns out to be text. */

/** Bytes that one blob may unfold to. A bomb costs no more than this, however small it came. */
export const MAX_UNFOLDED = 256 * 1024
const MAX_BLOB = 2 * 1024 * 1024

const utf8 = new TextDecoder('utf-8', { fatal: true })
/** Control characters other than tab, line feed and carriage return. */
const UNPRINTABLE = /(?![\t\n\r])\p{Cc}/u

/** The text in the bytes, also behind gzip, zlib or UTF-16; null when they hold none. */
const textOf = (bytes: Uint8Array): string | null => {
  const plain = inflated(bytes) ?? bytes
  if (plain.length < 4) return null
  if (plain.length > 7 && plain[1] === 0 && plain[3] === 0 && plain[5] === 0) return printable(new TextDecoder('utf-16le').decode(plain))
  if (plain.length > 7 && plain[0] === 0 && plain[2] === 0 && plain[4] === 0) return printable(new TextDecoder('utf-16be').decode(plain))
  // Most candidates are no text at all; a look at the bytes is cheaper than an exception from the decoder.
  if (plain.some(byte => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) return null
  try {
    return printable(utf8.decode(plain))
  } catch {
    // A cut at the size limit may split the last character.
    if (plain.length < MAX_UNFOLDED) return null
    return printable(new TextDecoder().decode(plain))
  }
}

const printable = (text: string): string | null => (UNPRINTABLE.test(text) || !/[A-Za-z0-9]{3}/.test(text) ? null : text)

/** Up to the limit, then stops pulling: never asks for the whole. */
const inflated = (bytes: Uint8Array): Uint8Array | null => {
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  const zlib = bytes[0] === 0x78 && ((bytes[0] << 8) | (bytes[1] ?? 0)) % 31 === 0
  if (!gzip && !zlib) return null
  const whole = new Uint8Array(MAX_UNFOLDED)
  const state = { size: 0 }
  const keep = (chunk: Uint8Array): void => {
    const room = chunk.subarray(0, MAX_UNFOLDED - state.size)
    whole.set(room, state.size)
    state.size += room.length
  }
  const stream: Gunzip | Unzlib = gzip ? new Gunzip(keep) : new Unzlib(keep)
  try {
    // Small bites: deflate unfolds at most 1032 to 1, so one bite overshoots the limit by a known amount.
    for (let at = 0; at < bytes.length && state.size < whole.length; at += 512)
      stream.push(bytes.subarray(at, at + 512), at + 512 >= bytes.length)
  } catch {
    // A blob cut short still tells what it told so far.
  }
  return state.size > 0 ? whole.subarray(0, state.size) : null
}

const BASE64 = /(?<![A-Za-z0-9+/_-])(?:[A-Za-z0-9+/_-]{8,}(?:\r?\n[ \t]*)?)+={0,2}(?![A-Za-z0-9+/_])/g

/** RFC 4648 §4 and §5, with or without padding, also wrapped in lines (RFC 2045). */
const base64: SpotFinder = (text, { runs }) => {
  const spots: Spot[] = []
  let done = 0
  for (let r = 0; r < runs.length; r += 2) {
    const start = runs[r] ?? 0
    if (start < done) continue
    // A row of runs with nothing but line ends between them is one wrapped blob.
    let end = runs[r + 1] ?? 0
    for (let next = r + 2; next < runs.length && end - (runs[r] ?? 0) >= 40 && /^\r?\n[ \t]*$/.test(text.slice(end, runs[next])); next += 2)
      end = runs[next + 1] ?? end
    done = end
    for (const match of text.slice(start, end).matchAll(BASE64)) {
      const blob = match[0].replace(/\s/g, '')
      if (blob.length < 11 || blob.length > MAX_BLOB || !looksEncoded(blob)) continue
      const reads = textOf(Buffer.from(blob, 'base64'))
      if (reads !== null) spots.push({ start: start + match.index, end: start + match.index + match[0].length, text: reads })
    }
  }
  return spots
}

/** Words and paths are base64 too, as far as the alphabet goes; encoded text mixes cases and digits. */
const looksEncoded = (blob: string): boolean =>
  Number(/[a-z]/.test(blob)) + Number(/[A-Z]/.test(blob)) + Number(/[0-9]/.test(blob)) >= 2 || blob.endsWith('=')

const inRuns = (text: string, runs: readonly number[], pattern: RegExp, read: (blob: string) => string | null): Spot[] => {
  const spots: Spot[] = []
  for (let r = 0; r < runs.length; r += 2) {
    const from = runs[r] ?? 0
    for (const match of text.slice(from, runs[r + 1]).matchAll(pattern)) {
      const reads = match[0].length > MAX_BLOB ? null : read(match[0])
      if (reads !== null) spots.push({ start: from + match.index, end: from + match.index + match[0].length, text: reads })
    }
  }
  return spots
}

const hex: SpotFinder = (text, { runs }) =>
  inRuns(text, runs, /(?<![0-9A-Za-z])(?:0x)?(?:[0-9a-fA-F]{2}){8,}(?![0-9A-Za-z])/g, blob =>
    textOf(Buffer.from(blob.replace(/^0x/, ''), 'hex')),
  )

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const base32: SpotFinder = (text, { runs }) =>
  inRuns(text, runs, /(?<![0-9A-Za-z])[A-Z2-7]{16,}={0,6}(?![0-9A-Za-z])/g, blob => {
    const bytes: number[] = []
    let bits = 0
    let held = 0
    for (const char of blob.replace(/=+$/, '')) {
      held = ((held << 5) | BASE32.indexOf(char)) & 0xfff
      bits += 5
      if (bits >= 8) {
        bits -= 8
        bytes.push((held >> bits) & 255)
      }
    }
    return textOf(Uint8Array.from(bytes))
  })

/** Rows of numbers that are character codes: "34 31 31 31", "52,49,49", "00110100 00110001". */
const ROWS: readonly (readonly [pattern: RegExp, radix: number])[] = [
  [/(?<![0-9A-Za-z])[0-9a-f]{2}(?:[ :,-]{1,2}[0-9a-f]{2}){7,4000}(?![0-9A-Za-z])/gi, 16],
  [/(?<![0-9A-Za-z.])\d{2,3}(?:[ ,;-]{1,2}\d{2,3}){7,4000}(?![0-9A-Za-z.])/g, 10],
  [/(?<![0-9A-Za-z])[01]{8}(?:[ ,-]?[01]{8}){4,4000}(?![0-9A-Za-z])/g, 2],
  [/(?<![0-9A-Za-z])\\?[0-7]{3}(?:[ ,\\]{1,2}[0-7]{3}){7,4000}(?![0-9A-Za-z])/g, 8],
]

const codeRows = (which: number): SpotFinder => {
  const [pattern, radix] = ROWS[which] ?? [/$^/g, 10]
  return (text, { digits }) => {
    const spots: Spot[] = []
    for (let w = 0; w < digits.length; w += 2) {
      const from = digits[w] ?? 0
      const to = digits[w + 1] ?? 0
      if (to - from < 24) continue
      for (const match of text.slice(from, to).matchAll(pattern)) {
        const codes = (radix === 2 ? match[0].replace(/[^01]/g, '').match(/[01]{8}/g) : match[0].split(/[^0-9a-f]+/i).filter(Boolean)) ?? []
        const bytes = codes.map(code => Number.parseInt(code, radix))
        if (bytes.every(byte => (byte >= 32 && byte < 127) || byte === 9 || byte === 10 || byte === 13))
          spots.push({ start: from + match.index, end: from + match.index + match[0].length, text: String.fromCharCode(...bytes) })
      }
    }
    return spots
  }
}

export const BLOBS: readonly SpotFinder[] = [base64, hex, base32, ...ROWS.keys().map(codeRows)]
