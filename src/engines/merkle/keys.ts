import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { fromBase64, toBase64 } from './base64.ts'
import { Malformed } from './malformed.ts'

/**
 * Ed25519 keys as C2SP signed-note has them: a name and a short key id that says which key signed. The verifier key
 * ("vkey") is `name+id+base64(01 ‖ public key)`; the signer key is written as Go's sumdb/note package writes it,
 * `PRIVATE+KEY+name+id+base64(01 ‖ seed)`, so that other tools of the transparency world can use our key file.
 */
export interface Verifier {
  readonly name: string
  /** Eight hex digits: the first four bytes of SHA-256(name ‖ newline ‖ 01 ‖ public key). */
  readonly id: string
  readonly vkey: string
  verify(message: Uint8Array, signature: Uint8Array): boolean
}

export interface Signer extends Verifier {
  sign(message: Uint8Array): Uint8Array
  /** The same on Node's thread pool: a signature takes some 50 µs, and a thousand of them would hold up everything else. */
  signAside(message: Uint8Array): Promise<Uint8Array>
}

const ED25519 = 0x01
const KEY_BYTES = 32
// The fixed DER headers of an Ed25519 key (RFC 8410 §4 and §7); the 32 bytes follow.
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** No Unicode space, no plus sign, no control character, not empty. */
export const isKeyName = (name: string): boolean => /^[^\s+\p{Cc}\p{Z}]{1,255}$/u.test(name) && name.isWellFormed()

const keyId = (name: string, publicKey: Uint8Array): string =>
  hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519), publicKey])).slice(0, 8)

const encode = (key: Uint8Array): string => toBase64(Buffer.concat([Buffer.of(ED25519), key]))

const decode = (text: string, what: string): Uint8Array => {
  const bytes = fromBase64(text, what, 1 + KEY_BYTES)
  if (bytes[0] !== ED25519) throw new Malformed(`${what} is not an Ed25519 key (type 1), its type is ${bytes[0]}`)
  return bytes.slice(1)
}

const verifierOf = (name: string, publicKey: Uint8Array): Verifier => {
  const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' })
  const id = keyId(name, publicKey)
  return { name, id, vkey: `${name}+${id}+${encode(publicKey)}`, verify: (message, signature) => verify(null, message, key, signature) }
}

/** Reads a verifier key. Throws `Malformed` where the id doesn't belong to the key. */
export const parseVkey = (vkey: string): Verifier => {
  const [, name, id, key] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(vkey) ?? []
  if (name === undefined || key === undefined || !isKeyName(name))
    throw new Malformed('a verifier key reads name+id+base64, for example example.com/ledger+1a2b3c4d+AQ…')
  const verifier = verifierOf(name, decode(key, 'the verifier key'))
  if (verifier.id !== id) throw new Malformed(`the verifier key's id should be ${verifier.id}, it says ${id}`)
  return verifier
}

const seedOf = (key: KeyObject): Uint8Array => key.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8.length)

const signerOf = (name: string, key: KeyObject): Signer => {
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI.length)
  return {
    ...verifierOf(name, publicKey),
    sign: message => sign(null, message, key),
    signAside: message =>
      new Promise((resolve, reject) => {
        sign(null, message, key, (error, signature) => (error === null ? resolve(signature) : reject(error)))
      }),
  }
}

/** Reads a signer key, the one secret of a ledger. The error never repeats what was read. */
export const parseSignerKey = (text: string): Signer => {
  const [, name, id, key] = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text) ?? []
  if (name === undefined || key === undefined || !isKeyName(name)) throw new Malformed('a signer key reads PRIVATE+KEY+name+id+base64')
  const seed = decode(key, 'the signer key')
  const signer = signerOf(name, createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' }))
  if (signer.id !== id) throw new Malformed(`the signer key's id should be ${signer.id}, it says ${id}`)
  return signer
}

/** A new key of this name: the signer, and the text to keep in a file that only its owner can read. */
export const newSignerKey = (name: string): { signer: Signer; text: string } => {
  if (!isKeyName(name)) throw new Malformed('a key name has neither spaces nor plus signs and at most 255 characters')
  const { privateKey } = generateKeyPairSync('ed25519')
  const signer = signerOf(name, privateKey)
  return { signer, text: `PRIVATE+KEY+${name}+${signer.id}+${encode(seedOf(privateKey))}` }
}
