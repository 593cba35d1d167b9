/**
 * Something that can't be read as what it claims to be: a note, a key, a checkpoint, a proof file.
 *
 * This folder stands on `node:` modules alone, so that the offline verifier can be lifted out of the program and read
 * by somebody who trusts none of it. That's why it has its own error and not the kernel's `Refusal`; doors turn one
 * into the other.
 */
export class Malformed extends Error {
  override readonly name = 'Malformed'
}
