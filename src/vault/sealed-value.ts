import type { KeyObject } from 'node:crypto'
import { refuse } from '#src/kernel/refusal.ts'
import { OVERHEAD_BYTES, bind, decrypt, encrypt } from './gcm.ts'
import type { Place } from './place.ts'

/** A data key and the name under which the database keeps it. */
export interface DataKey {
  /** A UUID. */
  readonly id: string
  readonly key: KeyObject
}

/*
 * A sealed value: one byte version, 16 bytes id of the data key, 12 bytes nonce, ciphertext, 16 bytes tag. `keyIdOf` and
 * the SQL in `sealed-rows.ts` read the id where it stands here.
 */
const VERSION = 1
const ID_BYTES = 16
const HEAD_BYTES = 1 + ID_BYTES
/** The most that can be sealed as one value: secrets, tokens, a private key; no documents. */
export const MAX_PLAIN_BYTES = 64 * 1024

const boundTo = (head: Uint8Array, { table, column, row }: Place): Buffer => bind('guildhall sealed value', head, table, column, row)

/** @throws Refusal `secret-too-large` for more than 64 KiB. */
export const sealValue = ({ id, key }: DataKey, place: Place, value: Uint8Array | string): Buffer => {
  const plain = Buffer.from(value)
  if (plain.length > MAX_PLAIN_BYTES)
    throw refuse('too-large', 'secret-too-large', 'A secret has at most 64 KiB.', 'Give the secret itself, not a file that contains it.')
  const head = Buffer.concat([Buffer.of(VERSION), idBytes(id)])
  return Buffer.concat([head, encrypt(key, boundTo(head, place), plain)])
}

/** @throws Refusal `sealed-value-refused` where a bit of it changed, or it was sealed for another place. */
export const openValue = ({ key }: DataKey, place: Place, sealed: Uint8Array): Buffer => {
  const plain = decrypt(key, boundTo(sealed.subarray(0, HEAD_BYTES), place), sealed.subarray(HEAD_BYTES))
  if (plain === null) throw refused()
  return plain
}

/**
 * The id of the data key that a value was sealed under.
 * @throws Refusal `sealed-value-refused` for bytes that are no sealed value.
 */
export const keyIdOf = (sealed: Uint8Array): string => {
  if (sealed[0] !== VERSION || sealed.length < HEAD_BYTES + OVERHEAD_BYTES || sealed.length > HEAD_BYTES + OVERHEAD_BYTES + MAX_PLAIN_BYTES)
    throw refused()
  return idOfBytes(Buffer.from(sealed.subarray(1, HEAD_BYTES)).toString('hex'))
}

const refused = () =>
  refuse(
    'unavailable',
    'sealed-value-refused',
    'A stored secret is damaged, or it was moved here from somewhere else.',
    'Enter the secret anew, or restore the database from a backup. Tell an administrator: nobody but Guildhall should write there.',
  )

/** A UUID as its 16 bytes. */
export const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')

/** A UUID from its 16 bytes in hex. */
export const idOfBytes = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
