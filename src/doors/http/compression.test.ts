import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { compressAnswer, compressOnce, encodingFor } from './compression.ts'

describe('what is sent compressed', () => {
  test.each([
    [undefined, null],
    ['', null],
    ['identity', null],
    ['gzip, deflate', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br;q=0.000, gzip;q=0', null],
    ['GZIP', 'gzip'],
    ['brand, gzipped', null],
  ])('for %j is %j', (accepted, encoding) => expect(encodingFor(accepted)).toBe(encoding))

  test('says the same afterwards, whichever way', async () => {
    const said = JSON.stringify({ text: 'Grüße '.repeat(500) })
    for (const [encoding, open] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      expect(open(await compressAnswer(said, encoding)).toString()).toBe(said)
      expect(open(compressOnce(Buffer.from(said), encoding)).toString()).toBe(said)
    }
  })
})
