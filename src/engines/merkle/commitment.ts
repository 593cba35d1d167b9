import { createHmac } from 'node:crypto'
import type { Hash } from './hash.ts'

/** 256 random bits. Of fixed length: HMAC pads keys with zeroes, and salts of several lengths could stand for each other. */
export const SALT_BYTES = 32

/**
 * HMAC-SHA256(salt, value): binds whoever wrote it to the value, tells nothing of it, and means nothing to anybody once
 * the salt is erased. `value` is the JSON text of what was committed to.
 */
export const commitment = (salt: Uint8Array, value: string): Hash => {
  if (salt.length !== SALT_BYTES) throw new RangeError(`a salt has ${SALT_BYTES} bytes, not ${salt.length}`)
  return createHmac('sha256', salt).update(value).digest()
}
