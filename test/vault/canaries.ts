import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { sql } from 'kysely'
import type { Store } from '#src/store/index.ts'

/** How many of these byte strings, of at least 16 bytes, stand in a text, in whichever spelling. */
export const foundIn = (text: Buffer, needles: readonly Buffer[]): number =>
  needles.filter(needle => spellings(needle).some(spelling => text.includes(spelling))).length

/** Every way in which bytes could be written down: as they are, in hexadecimal, in base64 wherever they begin. */
const spellings = (bytes: Buffer): Buffer[] => {
  const base64 = [0, 1, 2].map(shift => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
    // Without the characters at both ends, which their neighbours decide too.
    return text.slice(Math.ceil((shift * 8) / 6) + 1, text.length - 4)
  })
  const base64url = base64.map(text => text.replaceAll('+', '-').replaceAll('/', '_'))
  const texts = [bytes.toString('hex'), bytes.toString('hex').toUpperCase(), ...base64, ...base64url]
  return [bytes, ...texts.map(text => Buffer.from(text))]
}

/** Everything that the database holds: each row as a dump has it, and the bytes of its columns. */
export const dumpOf = async ({ db }: Store): Promise<Buffer> => {
  const { rows: tables } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(db)
  const parts: Buffer[] = []
  for (const { name } of tables) {
    const { rows } = await sql<Record<string, unknown>>`select *, t::text as as_text from ${sql.table(name)} t`.execute(db)
    for (const value of rows.flatMap(row => Object.values(row))) parts.push(Buffer.isBuffer(value) ? value : Buffer.from(inWords(value)))
  }
  return Buffer.concat(parts)
}

/** A value as a log would show it that holds nothing back. */
export const inWords = (value: unknown): string =>
  inspect(value, { depth: 12, showHidden: true, maxStringLength: null, maxArrayLength: null })

/** The bytes of all files below a directory. */
export const filesOf = async (directory: string): Promise<Buffer> => {
  const all = await readdir(directory, { recursive: true, withFileTypes: true })
  return Buffer.concat(await Promise.all(all.filter(each => each.isFile()).map(each => readFile(join(each.parentPath, each.name)))))
}
