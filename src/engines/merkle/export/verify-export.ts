import { toBase64 } from '../base64.ts'
import { openCheckpoint } from '../checkpoint.ts'
import type { Checkpoint } from '../checkpoint.ts'
import { Frontier } from '../frontier.ts'
import { EMPTY_ROOT, leafHash, sameHash } from '../hash.ts'
import type { Hash } from '../hash.ts'
import { parseVkey } from '../keys.ts'
import type { Verifier } from '../keys.ts'
import { Malformed } from '../malformed.ts'
import { EMPTY_CHAIN, chainOf, chainSeal } from '../seal.ts'
import { checkDisclosures } from './disclosures.ts'
import { firstBadSeal, sealBytes } from './first-bad-seal.ts'
import { readCheckpoint, readEntry, readHeader } from './format.ts'
import type { Header } from './format.ts'

/**
 * Verifies an export offline. `engines/merkle` imports Node's own modules and nothing else of the program: it can be copied
 * out, read in an hour, and run by somebody who trusts neither us nor our database.
 */
export interface Verification {
  readonly ok: boolean
  /** Where trust comes from: a key that the caller brought, or only the one that the file itself names. */
  readonly trust: 'given-key' | 'key-of-the-file'
  readonly origin: string
  readonly vkey: string
  /** Entries in the file. */
  readonly entries: number
  /** The size that the file's checkpoint signs; null where it has no valid one. */
  readonly signed: number | null
  /** Personal values that fit their commitments, and commitments whose values were erased. */
  readonly disclosed: number
  readonly erased: number
  /** What is wrong, the earliest entry first; not more than some hundred. */
  readonly faults: readonly Fault[]
}

export interface Fault {
  /** Leaf index of the first entry concerned; null where it concerns the file as a whole. */
  readonly entry: number | null
  /** In plain words. */
  readonly says: string
}

export interface Expectations {
  /** The key that the ledger must be signed with. */
  readonly vkey?: string
  /** Checkpoints of this ledger that were seen before, as notes: it may not have fewer entries than they say, nor others. */
  readonly known?: readonly string[]
}

/** Faults of single entries that are kept; those of the whole, and the first bad entry, are few and always are. */
const MAX_ENTRY_FAULTS = 100

type Lines = AsyncIterable<string> | Iterable<string>

/**
 * @param open gives the lines from the first one; called a second time where something is wrong, to find the entry.
 * @throws Malformed where the caller's own key can't be read, or the first line is no header.
 */
export const verifyExport = async (open: () => Lines, { vkey, known = [] }: Expectations = {}): Promise<Verification> => {
  const read = await readExport(open(), vkey === undefined ? null : parseVkey(vkey), known)
  const { header, key } = read
  const doubts = [...read.doubts, ...brokenPromises(read), ...(read.closed ? [] : [openEnd(read)])]
  const bad = key !== null && doubts.length > 0 ? await firstBadSeal(open(), key, { from: read.proven, entries: read.entries }) : null
  const faults = [...read.entryFaults, ...(bad === null ? [] : [bad]), ...read.fileFaults, ...doubts].sort(
    (a, b) => (a.entry ?? Infinity) - (b.entry ?? Infinity),
  )
  const { entries, signed, disclosed, erased } = read
  return {
    ok: faults.length === 0,
    trust: vkey === undefined ? 'key-of-the-file' : 'given-key',
    origin: header.origin,
    vkey: header.vkey,
    entries,
    signed,
    disclosed,
    erased,
    faults,
  }
}

interface Read {
  readonly header: Header
  /** The caller's key, else the file's own; null where that can't be read. */
  readonly key: Verifier | null
  readonly known: readonly Checkpoint[]
  /** The root at each size that a known checkpoint speaks of. */
  readonly roots: Map<number, Hash>
  readonly tree: Frontier
  entries: number
  disclosed: number
  erased: number
  chain: Hash
  /** Entries that a checkpoint in the file proves: signed, and the entries hash to it. */
  proven: number
  /** What the newest checkpoint signs; null before the first that is this ledger's. */
  signed: number | null
  /** Whether the last line so far is a checkpoint. */
  closed: boolean
  /** What is wrong with the header, and with what the caller knows. */
  readonly fileFaults: Fault[]
  /** What is wrong with single entries, as far as it shows without a look at their seals. */
  readonly entryFaults: Fault[]
  /** What the first checkpoint that doesn't fit gives reason to doubt: those after it could only repeat it. */
  doubts: readonly Fault[]
}

const readExport = async (lines: Lines, given: Verifier | null, known: readonly string[]): Promise<Read> => {
  let read: Read | undefined
  for await (const line of lines) {
    if (read === undefined) {
      read = beginReading(line, given, known)
      continue
    }
    const note = readCheckpoint(line)
    if (note === null) addEntry(read, line)
    else addCheckpoint(read, note)
  }
  if (read === undefined) throw new Malformed('this is no export of a ledger: the file is empty')
  return read
}

const beginReading = (line: string, given: Verifier | null, notes: readonly string[]): Read => {
  const header = readHeader(line)
  if (typeof header === 'string') throw new Malformed(`this is no export of a ledger: ${header}`)
  const key = given ?? keyOf(header.vkey)
  const { known, faults } = key === null ? { known: [], faults: [] } : openKnown(notes, key)
  return {
    header,
    key,
    known,
    roots: new Map(known.map(({ size }) => [size, EMPTY_ROOT])),
    tree: new Frontier(),
    chain: EMPTY_CHAIN,
    entries: 0,
    disclosed: 0,
    erased: 0,
    proven: 0,
    signed: null,
    closed: false,
    doubts: [],
    entryFaults: [],
    fileFaults: [...headerFaults(header, key), ...faults],
  }
}

const headerFaults = ({ vkey, origin }: Header, key: Verifier | null): Fault[] => {
  if (key === null) return [{ entry: null, says: 'The verifier key in the file can not be read.' }]
  if (vkey !== key.vkey) return [{ entry: null, says: `The file names another key than yours: ${vkey}.` }]
  return origin === key.name
    ? []
    : [{ entry: null, says: `The file says that it is the ledger ${origin}; its key belongs to ${key.name}.` }]
}

const keyOf = (vkey: string): Verifier | null => {
  try {
    return parseVkey(vkey)
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}

const openKnown = (notes: readonly string[], key: Verifier): { known: Checkpoint[]; faults: Fault[] } => {
  const known: Checkpoint[] = []
  const faults: Fault[] = []
  for (const note of notes) {
    try {
      known.push(openCheckpoint(note, key))
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      faults.push({ entry: null, says: `A checkpoint that you know is not of this ledger and key: ${error.message}.` })
    }
  }
  return { known, faults }
}

const addEntry = (read: Read, line: string): void => {
  const index = read.entries
  const report = (says: string): void => {
    if (read.entryFaults.length < MAX_ENTRY_FAULTS) read.entryFaults.push({ entry: index, says })
  }
  const entry = readEntry(line)
  // A line that can't be read keeps a place, so that those after it keep their numbers.
  const body = typeof entry === 'string' ? line : entry.body
  read.entries += 1
  read.closed = false
  read.tree.append(leafHash(Buffer.from(body)))
  if (read.roots.has(read.entries)) read.roots.set(read.entries, read.tree.root())
  if (typeof entry === 'string') return report(`Entry ${index} can not be read: ${entry}.`)

  if (entry.index !== index) report(`The entry in place ${index} says that it is number ${entry.index}.`)
  read.chain = chainSeal(read.chain, sealBytes(entry.seal))
  if (read.header.personal === 'withheld' && entry.personal === undefined) return
  const { disclosed, erased, wrong } = checkDisclosures(entry)
  read.disclosed += disclosed
  read.erased += erased
  for (const says of wrong) report(`Entry ${index}: ${says}.`)
}

const addCheckpoint = (read: Read, note: string): void => {
  const { key } = read
  read.closed = true
  if (key === null) return
  let doubts: Fault[]
  try {
    const checkpoint = openCheckpoint(note, key)
    doubts = contradictions(read, checkpoint, chainOf(checkpoint))
    read.signed = checkpoint.size
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    doubts = [{ entry: null, says: `The checkpoint after ${read.entries} entries is not this ledger's: ${error.message}.` }]
  }
  if (read.doubts.length > 0) return
  if (doubts.length === 0) read.proven = read.entries
  read.doubts = doubts
}

/** How the entries so far differ from what a checkpoint signs. */
const contradictions = ({ entries, tree, chain }: Read, { size, root }: Checkpoint, seals: Hash): Fault[] => {
  if (entries < size) return [{ entry: entries, says: `The checkpoint signs ${size} entries, before it stand only ${entries}.` }]
  if (entries > size) return [{ entry: size, says: `The checkpoint signs ${size} entries, before it stand ${entries}.` }]
  if (!sameHash(tree.root(), root))
    return [{ entry: null, says: `The first ${size} entries do not hash to the root that their checkpoint signs.` }]
  return sameHash(chain, seals)
    ? []
    : [{ entry: null, says: `The seals of the first ${size} entries are not the ones that their checkpoint signs.` }]
}

const openEnd = ({ entries }: Read): Fault => ({
  entry: entries,
  says: `The file ends after ${entries} entries without a checkpoint: nothing says that these are all.`,
})

/** What checkpoints seen before promised and the file doesn't keep. */
const brokenPromises = ({ entries, known, roots }: Read): Fault[] =>
  known.flatMap(({ size, root }): Fault[] => {
    if (size > entries)
      return [{ entry: entries, says: `Entries ${entries} to ${size - 1} are missing: a checkpoint that you know signs ${size}.` }]
    if (sameHash(roots.get(size) ?? EMPTY_ROOT, root)) return []
    return [{ entry: null, says: `The first ${size} entries are not those of a checkpoint that you know (root ${toBase64(root)}).` }]
  })
