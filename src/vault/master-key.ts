import { createSecretKey, hkdfSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { bind, decrypt, encrypt } from './gcm.ts'

/** The key that wraps data keys. Two keys come from the secret by HKDF (RFC 5869), so that the id tells nothing of the other. */
export interface MasterKey {
  /** 16 hexadecimal digits; stands beside each wrapped key and tells a wrong master key from a damaged data key. */
  readonly id: string
  wrap(dataKeyId: string, dataKey: KeyObject): Buffer
  /** Null where the wrapped key is not what this master key wrapped under that id. */
  unwrap(dataKeyId: string, wrapped: Uint8Array): KeyObject | null
}

export const MASTER_KEY_BYTES = 32
const VERSION = 1

/** @param secret 32 random bytes. */
export const masterKey = (secret: KeyObject): MasterKey => {
  const derive = (use: string, bytes: number) => Buffer.from(hkdfSync('sha256', secret, '', `guildhall master key: ${use}`, bytes))
  const id = derive('id', 8).toString('hex')
  const wrapping = take(derive('wrapping', 32))
  const boundTo = (dataKeyId: string) => bind('guildhall data key', Buffer.of(VERSION), id, dataKeyId)
  return {
    id,
    wrap(dataKeyId, dataKey) {
      const plain = dataKey.export()
      const wrapped = encrypt(wrapping, boundTo(dataKeyId), plain)
      plain.fill(0)
      return Buffer.concat([Buffer.of(VERSION), wrapped])
    },
    unwrap(dataKeyId, wrapped) {
      const plain = wrapped[0] === VERSION ? decrypt(wrapping, boundTo(dataKeyId), wrapped.subarray(1)) : null
      return plain && take(plain)
    },
  }
}

/** A key that neither a log nor a dump of a value shows; the bytes it was made from are wiped. */
const take = (bytes: Buffer): KeyObject => {
  const key = createSecretKey(bytes)
  bytes.fill(0)
  return key
}

/**
 * A master key as people and programs write it: 32 random bytes in base64 or base64url, white space around allowed.
 * @returns null for anything else, and for what nobody drew at random: fewer than eight different bytes (chance below 2⁻¹⁵⁰).
 */
export const readMasterKey = (written: string): KeyObject | null => {
  const text = written.trim()
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return null
  const bytes = Buffer.from(text, 'base64')
  return bytes.length === MASTER_KEY_BYTES && new Set(bytes).size >= 8 ? take(bytes) : null
}
