import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'
import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'

/**
 * A seed in a file: one line of JSON that says what follows, then the content in Brotli (RFC 7932). The content is JSON as
 * well, column by column, because values of one kind beside each other compress best.
 */
const format = 'guildhall-seed/1'

const header = z.strictObject({
  format: z.literal(format),
  /** The newest migration of the database that it was taken from. */
  schema: z.string().max(100),
  /** Length and SHA-256 of the content before it was compressed. */
  bytes: z.int().positive(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
})
export type SeedHeader = z.output<typeof header>

const content = z.strictObject({
  tables: z.array(
    z.strictObject({ table: z.string(), columns: z.array(z.string()), values: z.array(z.array(z.string().nullable())) }).refine(isEven),
  ),
  counters: z.array(z.strictObject({ name: z.string(), last: z.int() })),
})

/** A database's content: each table's rows, column by column, and how far its counters came. */
export type Seed = z.output<typeof content> & Pick<SeedHeader, 'schema'>
export type SeedTable = Seed['tables'][number]

/** A year of a large company; whatever says that it is larger is none of ours. */
const MAX_CONTENT = 128 * 1024 * 1024
export const MAX_SEED_FILE = 16 * 1024 * 1024
const MAX_HEADER = 1_000

export const writeSeedFile = async ({ schema, ...rest }: Seed): Promise<Buffer> => {
  const text = Buffer.from(JSON.stringify(rest))
  const says: SeedHeader = { format, schema, bytes: text.length, digest: sha256(text) }
  const packed = await promisify(brotliCompress)(text, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  })
  return Buffer.concat([Buffer.from(`${JSON.stringify(says)}\n`), packed])
}

/** What a file says of itself, before anything of it is unpacked. @throws Refusal `seed-unfit` */
export const readSeedHeader = (file: Buffer): SeedHeader => {
  const end = file.subarray(0, MAX_HEADER).indexOf('\n')
  const said = header.safeParse(end < 0 ? null : asJson(file.toString('utf8', 0, end)))
  if (!said.success) throw unfit('it does not begin as a seed does')
  if (said.data.bytes > MAX_CONTENT) throw unfit(`it says that it holds ${said.data.bytes} bytes, and ${MAX_CONTENT} are allowed`)
  return said.data
}

/** @throws Refusal `seed-unfit` for a file that is none, or not as it was written. */
export const readSeedFile = async (file: Buffer): Promise<{ seed: Seed; digest: string }> => {
  const { schema, bytes, digest } = readSeedHeader(file)
  const text = await promisify(brotliDecompress)(file.subarray(file.indexOf('\n') + 1), { maxOutputLength: bytes }).catch(() => {
    throw unfit('it is damaged: its content can’t be unpacked')
  })
  if (text.length !== bytes || sha256(text) !== digest) throw unfit('it is damaged: its content is not what its first line says')
  const read = content.safeParse(asJson(text.toString('utf8')))
  if (!read.success) throw unfit('its content is not that of a seed')
  return { seed: { schema, ...read.data }, digest }
}

export const unfit = (why: string) => refuse('invalid', 'seed-unfit', `The seed can’t be used: ${why}.`, 'Write it anew: npm run demo-seed')

const sha256 = (text: Buffer): string => createHash('sha256').update(text).digest('hex')

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** As many lists of values as columns, all of one length. */
function isEven({ columns, values }: { columns: string[]; values: unknown[][] }): boolean {
  return values.length === columns.length && values.every(column => column.length === values[0]?.length)
}
