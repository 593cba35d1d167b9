import { randomFillSync } from 'node:crypto'

/** So many bytes are drawn at once: the system's source costs more each time it is asked than for what it gives. */
const DRAWN = 4_096

let drawn = Buffer.alloc(0)

/** Random bytes that are kept with what they protect, as the salt of a row. Secrets that somebody shows later are drawn one by one. */
export const newSalt = (bytes = 16): Buffer => {
  if (drawn.length < bytes) drawn = randomFillSync(Buffer.allocUnsafeSlow(Math.max(DRAWN, bytes)))
  const salt = Buffer.from(drawn.subarray(0, bytes))
  drawn = drawn.subarray(bytes)
  return salt
}
