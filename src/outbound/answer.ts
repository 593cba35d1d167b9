import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'

/** What we say we can read. */
export const acceptedEncodings = 'gzip, br'

type Headers = Readonly<Record<string, string>>

/**
 * Reads a body whole, within a bound that holds for what comes over the wire and again for what it unpacks to: a few
 * kilobytes of gzip can stand for gigabytes. Reading stops at the first byte too many.
 * @throws Refusal `answer-too-large`, or `answer-broken` for an encoding that nobody asked for.
 */
export const readBody = async (body: Readable, headers: Headers, maxBytes: number, whom: string): Promise<Buffer> => {
  // Given up before anybody reads it, a body says so by an error that must not end the process.
  body.on('error', () => undefined)
  if (Number(headers['content-length']) > maxBytes) {
    body.destroy()
    throw tooLarge(whom, maxBytes)
  }
  const chunks: Buffer[] = []
  const bounded = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let size = 0
    for await (const chunk of source) {
      size += chunk.length
      if (size > maxBytes) throw tooLarge(whom, maxBytes)
      yield chunk
    }
  }
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) chunks.push(chunk)
  }
  const unpack = unpacker(headers['content-encoding'], whom, body)
  await (unpack ? pipeline(body, bounded, unpack, bounded, collect) : pipeline(body, bounded, collect))
  return Buffer.concat(chunks)
}

const unpacker = (encoding: string | undefined, whom: string, body: Readable) => {
  switch (encoding?.trim().toLowerCase()) {
    case undefined:
    case '':
    case 'identity':
      return undefined
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'br':
      return createBrotliDecompress()
    default:
      body.destroy()
      throw refuse(
        'unavailable',
        'answer-broken',
        `The answer of ${whom} is packed in a way that nobody asked for.`,
        'Ask its operator to answer unpacked, or with gzip.',
        'url',
      )
  }
}

const tooLarge = (whom: string, maxBytes: number): Refusal =>
  refuse(
    'unavailable',
    'answer-too-large',
    `The answer of ${whom} is larger than the ${maxBytes} bytes that are read of it.`,
    'Ask for less at once, or check that this is the right address.',
    'url',
  )
