import { Malformed } from './malformed.ts'

/** Standard base64 with padding (RFC 4648 §4). */
export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')

/** Reads standard base64 and nothing that only resembles it: Node skips stray characters, which would give one value many spellings. */
export const fromBase64 = (text: string, what: string, bytes?: number): Uint8Array => {
  const decoded = Buffer.from(text, 'base64')
  if (decoded.toString('base64') !== text) throw new Malformed(`${what} is not standard base64`)
  if (bytes !== undefined && decoded.length !== bytes) throw new Malformed(`${what} should be ${bytes} bytes, it is ${decoded.length}`)
  return new Uint8Array(decoded)
}
