import { fromBase64, toBase64 } from './base64.ts'
import { openCheckpoint } from './checkpoint.ts'
import type { Checkpoint } from './checkpoint.ts'
import { parseDecimal } from './decimal.ts'
import { HASH_BYTES, leafHash } from './hash.ts'
import type { Hash } from './hash.ts'
import type { Verifier } from './keys.ts'
import { Malformed } from './malformed.ts'
import { verifyInclusion } from './verify-proof.ts'

/** C2SP tlog-proof: one entry's place in a signed log, in a file that can be verified by itself. */
export interface ProofFile {
  readonly index: number
  readonly path: readonly Hash[]
  /** The checkpoint note, verbatim. */
  readonly checkpoint: string
  /** Whatever the giver adds. Not covered by any signature: never believe it. */
  readonly extra?: Uint8Array
}

/** The first line, by which a proof file is told from an export. */
export const PROOF_MAGIC = 'c2sp.org/tlog-proof@v1'
const MAX_PATH = 63

export const formatProofFile = ({ index, path, checkpoint, extra }: ProofFile): string =>
  [PROOF_MAGIC, ...(extra === undefined ? [] : [`extra ${toBase64(extra)}`]), `index ${index}`, ...path.map(toBase64), '', checkpoint].join(
    '\n',
  )

export const parseProofFile = (text: string): ProofFile => {
  const border = text.indexOf('\n\n')
  if (border < 0) throw new Malformed('a proof file has an empty line before its checkpoint')
  const [magic, ...lines] = text.slice(0, border).split('\n')
  if (magic !== PROOF_MAGIC) throw new Malformed(`a proof file begins with ${PROOF_MAGIC}`)
  const extra =
    lines[0]?.startsWith('extra ') === true ? fromBase64(lines.shift()?.slice('extra '.length) ?? '', 'the extra data') : undefined
  const [, index] = /^index (\S+)$/.exec(lines.shift() ?? '') ?? []
  if (index === undefined) throw new Malformed('a proof file has a line "index" and a number')
  if (lines.length > MAX_PATH) throw new Malformed(`a proof has at most ${MAX_PATH} hashes`)
  return {
    index: parseDecimal(index, 'the entry index'),
    path: lines.map(line => fromBase64(line, 'a hash of the proof', HASH_BYTES)),
    checkpoint: text.slice(border + 2),
    ...(extra === undefined ? {} : { extra }),
  }
}

/** The checkpoint under which `entry` is proven to stand in the log. Throws `Malformed` where the file doesn't prove it. */
export const verifyProofFile = (text: string, entry: Uint8Array, key: Verifier): { index: number; checkpoint: Checkpoint } => {
  const { index, path, checkpoint: note } = parseProofFile(text)
  const checkpoint = openCheckpoint(note, key)
  if (!verifyInclusion(index, checkpoint.size, leafHash(entry), path, checkpoint.root)) {
    throw new Malformed(`the proof does not show this entry as number ${index} of the ${checkpoint.size} in the checkpoint`)
  }
  return { index, checkpoint }
}
