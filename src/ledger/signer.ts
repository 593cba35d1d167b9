import { link, open, readFile, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { openCheckpoint, signCheckpoint } from '#src/engines/merkle/checkpoint.ts'
import type { Checkpoint } from '#src/engines/merkle/checkpoint.ts'
import type { Hash } from '#src/engines/merkle/hash.ts'
import { newSignerKey, parseSignerKey } from '#src/engines/merkle/keys.ts'
import type { Signer } from '#src/engines/merkle/keys.ts'
import { signNote } from '#src/engines/merkle/note.ts'
import { sealMessage } from '#src/engines/merkle/seal.ts'
import { verifyConsistency } from '#src/engines/merkle/verify-proof.ts'
import { LedgerAlarm } from './alarm.ts'

/**
 * The only holder of the ledger's key. It remembers the last checkpoint outside the database, in a file beside the key,
 * and signs nothing that doesn't continue it: whoever may rewrite the whole database can still not get a rewritten
 * history signed.
 *
 * In the data directory: `ledger.key`, one line `PRIVATE+KEY+name+id+base64` (see `engines/merkle/keys.ts`), readable by
 * its owner only; `ledger.checkpoint`, the last checkpoint as a signed note, safe to copy anywhere.
 */
export interface LedgerSigner {
  readonly origin: string
  readonly vkey: string
  /** The last checkpoint that this signer signed or accepted; null before the first. */
  readonly last: Checkpoint | null
  readonly lastNote: string | null
  seal(index: number, leaf: Hash): Promise<Uint8Array>
  /** Reads a checkpoint of this ledger; throws `Malformed` where the signature is not of this key. */
  open(note: string): Checkpoint
  /**
   * Signs a head. `proof` shows that it continues `last`, which is verified here and not taken on trust.
   * @throws LedgerAlarm `head-behind` or `head-forked`.
   */
  sign(head: Omit<Checkpoint, 'origin'>, proof: readonly Hash[]): string
  /** The same check for a head that another replica signed. */
  accept(head: Pick<Checkpoint, 'size' | 'root'>, proof: readonly Hash[]): void
  /** Keeps a checkpoint as the last one. Called after the database has committed it. */
  remember(note: string): Promise<void>
}

const KEY_FILE = 'ledger.key'
const CHECKPOINT_FILE = 'ledger.checkpoint'

/**
 * Opens the ledger key of a data directory, and makes one at first use. `origin` names a new ledger; by default a name
 * that nobody else has.
 */
export const openSigner = async (
  directory: string,
  origin = `guildhall.local/ledger/${randomBytes(6).toString('hex')}`,
): Promise<LedgerSigner> => {
  const path = join(directory, KEY_FILE)
  const text = (await readIfThere(path)) ?? (await createKey(path, origin))
  return holdKey(parseSignerKey(text.trimEnd()), join(directory, CHECKPOINT_FILE))
}

/** What a verifier on this machine can trust: the key and the last checkpoint beside it. Null where there is no ledger yet. */
export const readTrust = async (directory: string): Promise<{ vkey: string; known: string[] } | null> => {
  const key = await readIfThere(join(directory, KEY_FILE))
  if (key === undefined) return null
  const note = await readIfThere(join(directory, CHECKPOINT_FILE))
  return { vkey: parseSignerKey(key.trimEnd()).vkey, known: note === undefined ? [] : [note] }
}

/** A text that the ledger's key signed, for whoever has only the text and the key. */
export interface Signed {
  /** The ledger's name, which the key carries. */
  ledger: string
  /** The verifier key. */
  key: string
  /** A C2SP signature line. */
  signature: string
}

/**
 * Signs a text of another kind than checkpoints and seals; it must say so itself in its first line.
 * @throws Error where there is no ledger yet.
 */
export const signText = async (directory: string, textFor: (ledger: string) => string): Promise<Signed> => {
  const text = await readIfThere(join(directory, KEY_FILE))
  if (text === undefined) throw new Error('There is no ledger key in the directory for keys.')
  const signer = parseSignerKey(text.trimEnd())
  const signed = signNote(textFor(signer.name), signer)
  return { ledger: signer.name, key: signer.vkey, signature: signed.slice(signed.lastIndexOf('\n\n') + 2, -1) }
}

const holdKey = async (key: Signer, file: string): Promise<LedgerSigner> => {
  let lastNote = (await readIfThere(file)) ?? null
  let last = lastNote === null ? null : openCheckpoint(lastNote, key)

  const mustContinue = ({ size, root }: Pick<Checkpoint, 'size' | 'root'>, proof: readonly Hash[]): void => {
    if (last === null) return
    if (size < last.size)
      throw new LedgerAlarm('head-behind', `The ledger has ${size} sequenced entries; ${last.size} were already signed.`)
    if (!verifyConsistency(last.size, size, last.root, root, proof)) {
      throw new LedgerAlarm('head-forked', `The ledger's ${size} entries do not continue the ${last.size} that were already signed.`)
    }
  }

  return {
    origin: key.name,
    vkey: key.vkey,
    get last() {
      return last
    },
    get lastNote() {
      return lastNote
    },
    seal: (index, leaf) => key.signAside(sealMessage(key.name, index, leaf)),
    open: note => openCheckpoint(note, key),
    accept: mustContinue,
    sign(head, proof) {
      mustContinue(head, proof)
      return signCheckpoint({ origin: key.name, ...head }, key)
    },
    async remember(note) {
      const checkpoint = openCheckpoint(note, key)
      await replaceFile(file, note)
      last = checkpoint
      lastNote = note
    },
  }
}

const readIfThere = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Two processes that start at once must end with the same key: the file appears whole, and only where none is. */
const createKey = async (path: string, origin: string): Promise<string> => {
  const text = `${newSignerKey(origin).text}\n`
  const beside = `${path}.${randomBytes(4).toString('hex')}.new`
  await writeDurably(beside, text)
  try {
    await link(beside, path)
    await syncDirectory(dirname(path))
    return text
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return await readFile(path, 'utf8')
    throw error
  } finally {
    await unlink(beside)
  }
}

/** After a crash the file is the old one or the new one, never a part of either. */
const replaceFile = async (path: string, text: string): Promise<void> => {
  const beside = `${path}.${randomBytes(4).toString('hex')}.new`
  await writeDurably(beside, text)
  await rename(beside, path)
  await syncDirectory(dirname(path))
}

const writeDurably = async (path: string, text: string): Promise<void> => {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A rename is durable only with its directory. Windows can't open one, and needs not. */
const syncDirectory = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
