import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

const NONCE_BYTES = 12
const TAG_BYTES = 16
/** What encryption adds to a text: its nonce in front, its tag behind. */
export const OVERHEAD_BYTES = NONCE_BYTES + TAG_BYTES

/**
 * AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce and a full 128-bit tag. One key may seal at most 2³² texts this
 * way (§8.3); whoever calls keeps far below.
 * @returns nonce, ciphertext, tag.
 */
export const encrypt = (key: KeyObject, bound: Buffer, plain: Uint8Array): Buffer => {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(bound)
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Null where one bit of it, of the key or of what it is bound to differs; nothing of the text is given out before that is known. */
export const decrypt = (key: KeyObject, bound: Buffer, sealed: Uint8Array): Buffer | null => {
  if (sealed.length < OVERHEAD_BYTES) return null
  const tagAt = sealed.length - TAG_BYTES
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(bound)
    .setAuthTag(sealed.subarray(tagAt))
  const plain = decipher.update(sealed.subarray(NONCE_BYTES, tagAt))
  try {
    return Buffer.concat([plain, decipher.final()])
  } catch {
    plain.fill(0)
    return null
  }
}

/**
 * What a ciphertext is bound to, so that it opens nowhere else: a purpose and its parts, each behind its length in four
 * bytes. No two different lists have the same bytes.
 * @throws TypeError for half a character: encoding would turn it into a replacement character, and two texts into one.
 */
export const bind = (...parts: readonly (string | Uint8Array)[]): Buffer =>
  Buffer.concat(
    parts.flatMap(part => {
      if (typeof part === 'string' && !part.isWellFormed()) throw new TypeError('Half a character can’t be bound.')
      const bytes = Buffer.from(part)
      const length = Buffer.alloc(4)
      length.writeUInt32BE(bytes.length)
      return [length, bytes]
    }),
  )
