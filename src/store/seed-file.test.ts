import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Seed } from './seed-file.ts'
import { readSeedFile, readSeedHeader, writeSeedFile } from './seed-file.ts'

const seed: Seed = {
  schema: '0001-ledger',
  tables: [
    {
      table: 'person',
      columns: ['id', 'name'],
      values: [
        ['a', 'b'],
        ['Žofie “Zo” №\n{NULL,"\\x"}', null],
      ],
    },
  ],
  counters: [{ name: 'solution_number_seq', last: 7 }],
}

const whyNot = (file: Buffer): Promise<string> =>
  readSeedFile(file).then(
    () => 'it was read',
    (error: { code?: string; message?: string }) => `${error.code}: ${error.message}`,
  )

/** The same file with another first line. */
const saying = (file: Buffer, change: object): Buffer =>
  Buffer.concat([Buffer.from(`${JSON.stringify({ ...readSeedHeader(file), ...change })}\n`), file.subarray(file.indexOf('\n') + 1)])

describe('a seed in a file', () => {
  test('comes back as it went in, and is the same file each time', async () => {
    const file = await writeSeedFile(seed)
    expect((await readSeedFile(file)).seed).toEqual(seed)
    expect(await writeSeedFile(seed)).toEqual(file)
  })

  test('is refused wherever a byte of it is changed or its end is missing', { timeout: 30_000 }, async () => {
    const file = await writeSeedFile(seed)
    for (let at = 0; at < file.length; at += 1) {
      const torn = Buffer.from(file)
      torn[at] = (torn[at] ?? 0) ^ 0x40
      const answer = await readSeedFile(torn).catch((error: { code?: string }) => error.code)
      // The name of the schema is judged where the seed is planted.
      if (typeof answer === 'object') expect({ at, ...answer.seed, schema: '' }).toEqual({ at, ...seed, schema: '' })
      else expect(answer).toBe('seed-unfit')
      expect(await whyNot(file.subarray(0, at))).toMatch(/^seed-unfit/)
    }
  })

  test('is refused before it is unpacked where it says that it is larger than any seed', async () => {
    expect(await whyNot(saying(await writeSeedFile(seed), { bytes: 1e9 }))).toMatch(/1000000000 bytes/)
  })

  test('is unpacked no further than it says, however much is in it', async () => {
    const bomb = Buffer.concat([Buffer.from('\n'), brotliCompressSync(Buffer.alloc(1e6))])
    const { bytes } = readSeedHeader(await writeSeedFile(seed))
    const head = Buffer.from(JSON.stringify({ ...readSeedHeader(await writeSeedFile(seed)), bytes }))
    expect(await whyNot(Buffer.concat([head, bomb]))).toMatch(/can’t be unpacked/)
  })

  test('is refused where it is something else', async () => {
    for (const file of ['', '\n', '{}\n', 'SQLite format 3\0', 'x'.repeat(100_000)])
      expect(await whyNot(Buffer.from(file))).toMatch(/^seed-unfit.*does not begin as a seed does/)
    expect(await whyNot(saying(await writeSeedFile(seed), { format: 'guildhall-seed/2' }))).toMatch(/does not begin/)
  })

  test('is refused where a column is shorter than its neighbour', async () => {
    const uneven = { ...seed, tables: [{ table: 'person', columns: ['id', 'name'], values: [['a', 'b'], ['c']] }] }
    expect(await whyNot(await writeSeedFile(uneven))).toMatch(/not that of a seed/)
  })
})
