import { hash, randomBytes } from 'node:crypto'

const count = 10
/** Letters and digits that nobody takes for another (no 0 O 1 I L), so one byte of 32 values each. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** Codes for the day on which the telephone is gone: 50 bits each, good once. Shown once, kept hashed. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: count }, () => {
    const code = Array.from(
      randomBytes(40)
        .filter(byte => byte < letters.length * 8)
        .subarray(0, 10),
      byte => letters[byte % letters.length],
    )
    return `${code.slice(0, 5).join('')}-${code.slice(5).join('')}`
  })

/** How one is kept: 50 random bits need no slow hash. Written with or without the hyphen, in capitals or not. */
export const hashRecoveryCode = (code: string): string => hash('sha256', plain(code), 'base64')

/** Whether it looks like one of ours rather than a code of an authenticator. */
export const isRecoveryCode = (code: string): boolean => plain(code).length === 10

const plain = (code: string): string => code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
