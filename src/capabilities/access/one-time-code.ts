import { Secret, TOTP } from 'otpauth'

/** What every authenticator app understands: six digits of HMAC-SHA-1, a new code each 30 seconds (RFC 6238). */
const form = { algorithm: 'SHA1', digits: 6, period: 30 } as const

/** A new seed: 160 bits, as long as the hash (RFC 4226 §4, R6). */
export const newSeed = (): string => new Secret({ size: 20 }).base32

/** The address that an authenticator reads from a picture. */
export const addressOf = (seed: string, account: string, issuer: string): string =>
  new TOTP({ ...form, issuer, label: account, secret: Secret.fromBase32(seed) }).toString()

/**
 * The time step of a code, with one step of drift to either side (RFC 6238 §5.2).
 * @returns null where it is none, or none newer than `last`: a code counts once.
 */
export const stepOf = (seed: string, code: string, { last, now }: { last: number; now: Temporal.Instant }): number | null => {
  const timestamp = now.epochMilliseconds
  const delta = new TOTP({ ...form, secret: Secret.fromBase32(seed) }).validate({ token: code, timestamp, window: 1 })
  if (delta === null) return null
  const step = Math.floor(timestamp / (form.period * 1000)) + delta
  return step > last ? step : null
}
