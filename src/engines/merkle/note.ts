import { fromBase64, toBase64 } from './base64.ts'
import type { Signer, Verifier } from './keys.ts'
import { isKeyName } from './keys.ts'
import { Malformed } from './malformed.ts'

/**
 * C2SP signed-note: text, an empty line, and signature lines `— name base64(key id ‖ signature)`. The text must not be
 * believed before `openNote` has given it back.
 */
const MAX_BYTES = 64 * 1024
const MAX_SIGNATURES = 64

/** Of the control characters below U+0020 only newline, and no half of a surrogate pair. */
const isPlain = (text: string): boolean => !/[^\P{Cc}\n\u007f-\u009f]/u.test(text) && text.isWellFormed()

/** Signs a text that ends in a newline. */
export const signNote = (text: string, signer: Signer): string => {
  if (!text.endsWith('\n') || !isPlain(text)) throw new Malformed('a note ends in a newline and has no control characters')
  const signature = Buffer.concat([Buffer.from(signer.id, 'hex'), signer.sign(Buffer.from(text))])
  return `${text}\n— ${signer.name} ${toBase64(signature)}\n`
}

const signatureLine = (line: string): { name: string; id: string; signature: Uint8Array } => {
  const [, name, encoded] = /^— (\S+) (\S+)$/.exec(line) ?? []
  if (name === undefined || encoded === undefined || !isKeyName(name)) throw new Malformed('a signature line reads "— name base64"')
  const bytes = fromBase64(encoded, 'a signature')
  if (bytes.length < 5) throw new Malformed('a signature is a key id of four bytes and what follows')
  return { name, id: Buffer.from(bytes.subarray(0, 4)).toString('hex'), signature: bytes.slice(4) }
}

/**
 * The text of a note that at least one of the `trusted` keys signed. Signatures of unknown keys are ignored, as the
 * specification asks; a wrong signature of a trusted key spoils the note.
 */
export const openNote = (note: string, trusted: readonly Verifier[]): string => {
  if (Buffer.byteLength(note) > MAX_BYTES) throw new Malformed(`the note is longer than ${MAX_BYTES} bytes`)
  if (!isPlain(note)) throw new Malformed('the note has control characters or is not valid Unicode')
  const border = note.lastIndexOf('\n\n')
  if (border < 0 || !note.endsWith('\n')) throw new Malformed('a note is text, an empty line, and signature lines')
  const text = note.slice(0, border + 1)
  const lines = note.slice(border + 2, -1).split('\n')
  if (lines.length > MAX_SIGNATURES) throw new Malformed(`the note has more than ${MAX_SIGNATURES} signatures`)
  let signed = false
  for (const { name, id, signature } of lines.map(signatureLine)) {
    const verifier = trusted.find(key => key.name === name && key.id === id)
    if (verifier === undefined) continue
    if (!verifier.verify(Buffer.from(text), signature)) throw new Malformed(`the signature of ${name} is wrong`)
    signed = true
  }
  if (!signed) throw new Malformed(`the note is not signed by ${trusted.map(key => `${key.name} (key ${key.id})`).join(' or ')}`)
  return text
}
