import { fromBase64, toBase64 } from './base64.ts'
import { parseDecimal } from './decimal.ts'
import { HASH_BYTES } from './hash.ts'
import type { Hash } from './hash.ts'
import type { Signer, Verifier } from './keys.ts'
import { Malformed } from './malformed.ts'
import { openNote, signNote } from './note.ts'

/** A signed tree head (C2SP tlog-checkpoint): this log had `size` entries, and they hash to `root`. */
export interface Checkpoint {
  /** Which log: also the name of the key that signs it. */
  readonly origin: string
  readonly size: number
  readonly root: Hash
  /** Further lines, signed but without meaning to other readers of checkpoints. */
  readonly extensions: readonly string[]
}

export const signCheckpoint = ({ origin, size, root, extensions }: Checkpoint, signer: Signer): string => {
  if (extensions.some(line => line === '' || line.includes('\n'))) throw new Malformed('an extension is one line that is not empty')
  return signNote([origin, size, toBase64(root), ...extensions, ''].join('\n'), signer)
}

/** Reads a checkpoint of the log whose key this is. Throws `Malformed` where it isn't one, or another log's, or the signature is wrong. */
export const openCheckpoint = (note: string, key: Verifier): Checkpoint => {
  const lines = openNote(note, [key]).slice(0, -1).split('\n')
  const [origin, size, root, ...extensions] = lines
  if (origin === undefined || size === undefined || root === undefined || lines.includes(''))
    throw new Malformed('a checkpoint has at least three lines, none of them empty')
  if (origin !== key.name) throw new Malformed(`the checkpoint is of the log ${origin}, not of ${key.name}`)
  return { origin, size: parseDecimal(size, 'the tree size'), root: fromBase64(root, 'the root hash', HASH_BYTES), extensions }
}
