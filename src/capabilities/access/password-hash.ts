import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** What a check costs. `memory` in KiB. */
export interface HashCost {
  memory: number
  passes: number
  parallelism: number
}

/** Argon2id with 19 MiB, 2 passes and 1 lane: OWASP Password Storage Cheat Sheet, Argon2id. About 50 ms here. */
export const currentCost: HashCost = { memory: 19_456, passes: 2, parallelism: 1 }

const saltBytes = 16
const tagBytes = 32
const derive = promisify(argon2)

/**
 * A password as bytes: in Unicode's compatibility form, so that the same keys give the same password on every keyboard
 * and system (NIST SP 800-63B-4 §3.1.1.2).
 */
const bytesOf = (password: string): Buffer => Buffer.from(password.normalize('NFKC'), 'utf8')

/** The hash of a password in the PHC string format: `$argon2id$v=19$m=…,t=…,p=…$salt$tag`. */
export const hashPassword = async (password: string, cost: HashCost = currentCost): Promise<string> => {
  const nonce = randomBytes(saltBytes)
  return phc(cost, nonce, await derive('argon2id', { message: bytesOf(password), nonce, tagLength: tagBytes, ...cost }))
}

/**
 * Whether it is the password that was hashed, and whether its hash is weaker than those made today.
 * @param hash null where there is no such account: the check then costs the same and fails.
 */
export const checkPassword = async (password: string, hash: string | null): Promise<{ right: boolean; outgrown: boolean }> => {
  const { cost, nonce, tag } = readPhc(hash ?? nobodys)
  const given = await derive('argon2id', { message: bytesOf(password), nonce, tagLength: tag.length, ...cost })
  const right = timingSafeEqual(given, tag) && hash !== null
  return { right, outgrown: cost.memory < currentCost.memory || cost.passes < currentCost.passes }
}

const phc = ({ memory, passes, parallelism }: HashCost, salt: Buffer, tag: Buffer): string =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')

const readPhc = (hash: string): { cost: HashCost; nonce: Buffer; tag: Buffer } => {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash)
  if (!found) throw new Error('A stored password hash is not in the form that we write.')
  const [, memory, passes, parallelism, salt = '', tag = ''] = found
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  return { cost, nonce: Buffer.from(salt, 'base64'), tag: Buffer.from(tag, 'base64') }
}

/** A hash that no password has. */
const nobodys = phc(currentCost, randomBytes(saltBytes), randomBytes(tagBytes))
