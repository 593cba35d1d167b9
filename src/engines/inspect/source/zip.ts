import { Inflate } from 'fflate'
import { limits, tooLarge, unreadable } from '../limits.ts'
import type { Member } from './read.ts'

/**
 * ZIP (APPNOTE 6.3.10) of a stranger, unpacked in memory only. The central directory says what there is; every claim of
 * it is checked against what is found: names against the local headers, places against overlap (one block listed many
 * times is how the densest bombs are built), sizes against what really comes out, counted chunk by chunk.
 */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))

export const unzip = (file: string, bytes: Uint8Array): Member[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = directoryOf(file, view, bytes)
  checkPlaces(file, entries)
  const members: Member[] = []
  const seen = new Set<string>()
  let left: number = limits.zipUnpackedBytes
  for (const entry of entries) {
    const path = safePath(file, entry.name)
    if (path.endsWith('/')) continue
    if (seen.has(path.toLowerCase())) throw unreadable(file, `The archive holds "${path.slice(0, 80)}" twice.`)
    seen.add(path.toLowerCase())
    const unpacked = unpack(file, entry, bytes.subarray(entry.start, entry.start + entry.packed), left)
    left -= unpacked.length
    members.push({ path, bytes: unpacked })
  }
  return members
}

interface Entry {
  name: string
  method: number
  packed: number
  claimed: number
  header: number
  start: number
}

const directoryOf = (file: string, view: DataView, bytes: Uint8Array): Entry[] => {
  const end = endRecord(file, view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === 0xffff || at === 0xffff_ffff) throw unreadable(file, 'The archive uses ZIP64, which no export of this size needs.')
  if (count > limits.zipEntries) throw tooLarge(file, `The archive holds ${count} files`, limits.zipEntries)
  const entries: Entry[] = []
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x0201_4b50) throw unreadable(file, 'The archive’s list of files is broken.')
    if ((view.getUint16(at + 8, true) & 1) !== 0) throw unreadable(file, 'The archive is encrypted.')
    const [nameLength, extra, comment, header] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
      view.getUint32(at + 42, true),
    ]
    const name = bytes.subarray(at + 46, at + 46 + nameLength)
    if (header + 30 > end || view.getUint32(header, true) !== 0x0403_4b50)
      throw unreadable(file, 'The archive points to a place where no file begins.')
    const localName = bytes.subarray(header + 30, header + 30 + view.getUint16(header + 26, true))
    if (!equal(name, localName)) throw unreadable(file, 'The archive gives one file two names.')
    const start = header + 30 + localName.length + view.getUint16(header + 28, true)
    const packed = view.getUint32(at + 20, true)
    if (start + packed > end) throw unreadable(file, 'The archive is cut off.')
    entries.push({
      name: decoder.decode(name),
      method: view.getUint16(at + 10, true),
      packed,
      claimed: view.getUint32(at + 24, true),
      header,
      start,
    })
    at += 46 + nameLength + extra + comment
  }
  return entries
}

const decoder = new TextDecoder('utf-8')
const equal = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((value, i) => value === b[i])

/** The end record stands last, before a comment of at most 65,535 bytes whose length it states. */
const endRecord = (file: string, view: DataView): number => {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at -= 1) {
    if (view.getUint32(at, true) === 0x0605_4b50 && at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at
  }
  throw unreadable(file, 'It begins like a ZIP archive, but its list of files is missing.')
}

const checkPlaces = (file: string, entries: readonly Entry[]): void => {
  let free = 0
  for (const { header, start, packed } of entries.toSorted((a, b) => a.header - b.header)) {
    if (header < free) throw unreadable(file, 'Files of the archive lie over each other, as they do in archives built to explode.')
    free = start + packed
  }
}

/** Nothing is written anywhere, but a name that climbs out of its folder has no honest reason. Backslashes do occur. */
const safePath = (file: string, name: string): string => {
  const path = name.replaceAll('\\', '/')
  if (path === '' || path.includes('\0') || path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..')) {
    throw unreadable(file, `The archive holds a file with a path that leads out of it: "${path.slice(0, 80).replaceAll('\0', '?')}".`)
  }
  return path
}

const CHUNK = 16_384

const unpack = (file: string, entry: Entry, packed: Uint8Array, left: number): Uint8Array => {
  if (entry.claimed > left) throw tooLarge(file, 'The archive unpacks to more bytes than any export', limits.zipUnpackedBytes)
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw unreadable(file, `"${entry.name.slice(0, 80)}" is packed by a method that exports don't use.`)
  const parts: Uint8Array[] = []
  let size = 0
  const inflate = new Inflate(part => {
    parts.push(part)
    size += part.length
  })
  try {
    for (let at = 0; at < packed.length || at === 0; at += CHUNK) {
      inflate.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length)
      if (size > left) break
      if (size > entry.claimed || (size > 1_000_000 && size > limits.zipRatio * packed.length)) throw new RangeError('denser than it says')
    }
  } catch {
    throw unreadable(file, `"${entry.name.slice(0, 80)}" does not unpack to what the archive says it holds.`)
  }
  if (size > left) throw tooLarge(file, 'The archive unpacks to more bytes than any export', limits.zipUnpackedBytes)
  return joined(parts, size)
}

const joined = (parts: readonly Uint8Array[], size: number): Uint8Array => {
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
