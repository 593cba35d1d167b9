import { fromBase64 } from '../base64.ts'
import { leafHash } from '../hash.ts'
import type { Hash } from '../hash.ts'
import type { Verifier } from '../keys.ts'
import { Malformed } from '../malformed.ts'
import { SEAL_BYTES, sealMessage } from '../seal.ts'
import { readCheckpoint, readEntry } from './format.ts'

/** How far from its place an entry is looked for, to say whether something before it is missing or was put in. */
const NEIGHBOURHOOD = 100

/** A seal's bytes; empty where the text is no seal, which no signature check and no chain lets pass. */
export const sealBytes = (seal: string): Uint8Array => {
  try {
    return fromBase64(seal, 'a seal', SEAL_BYTES)
  } catch (error) {
    if (error instanceof Malformed) return new Uint8Array()
    throw error
  }
}

/**
 * The first of a file's `entries`, from place `from` on, that the key did not seal in its place, and in words what may have happened to it.
 * Null where all are well.
 */
export const firstBadSeal = async (
  lines: AsyncIterable<string> | Iterable<string>,
  key: Verifier,
  { from, entries }: { from: number; entries: number },
): Promise<{ entry: number; says: string } | null> => {
  let place = -1 // The header comes first.
  for await (const line of lines) {
    if (place >= 0 && readCheckpoint(line) !== null) continue
    if (place >= from) {
      const entry = readEntry(line)
      if (typeof entry === 'string') return { entry: place, says: `Entry ${place} can not be read: ${entry}.` }
      const leaf = leafHash(Buffer.from(entry.body))
      const seal = sealBytes(entry.seal)
      if (!seals(key, place, leaf, seal)) return { entry: place, says: explain(key, place, leaf, seal, Math.min(entries, NEIGHBOURHOOD)) }
    }
    place += 1
  }
  return null
}

const seals = (key: Verifier, index: number, leaf: Hash, seal: Uint8Array): boolean =>
  seal.length === SEAL_BYTES && key.verify(sealMessage(key.name, index, leaf), seal)

const explain = (key: Verifier, index: number, leaf: Hash, seal: Uint8Array, reach: number): string => {
  for (let away = 1; away <= reach; away += 1) {
    if (seals(key, index + away, leaf, seal))
      return `Entry ${index} is missing: in its place stands the entry that was sealed as number ${index + away}.`
    if (index >= away && seals(key, index - away, leaf, seal))
      return `Entry ${index} is not the one that was written there: in its place stands the entry that was sealed as number ${index - away}.`
  }
  return `Entry ${index} is not the one that was written: its text or its seal was changed, or it was never sealed by this ledger's key.`
}
