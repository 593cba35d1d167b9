import type pg from 'pg'
import { inCode } from './naming.ts'
import { columnTypes } from './types.ts'

export type Row = Record<string, unknown>

/** What kysely wants to know of an answer. */
export interface Answer {
  /** The first word of what the database says when it is done: `SELECT`, `COMMIT`, `ROLLBACK`. */
  readonly command: string
  /** Rows found or changed; 0 where the command counts none. */
  readonly rowCount: number
  readonly rows: readonly Row[]
}

/** How the rows of a statement are read. */
interface Columns {
  readonly names: readonly string[]
  readonly readers: readonly ((text: string) => unknown)[]
  /** Copied for each row: an object whose members are known before costs less than one that grows. */
  readonly empty: Row
}

const NO_COLUMNS: Columns = { names: [], readers: [], empty: {} }

/** A text that a connection keeps planned under a name. */
export class Kept {
  readonly name: string
  sent = false
  /**
   * Known once it answered. The database is not asked for them again, which it spends a tenth of a small statement on: it refuses to
   * run a plan whose columns would be others now.
   */
  columns: Columns | undefined

  constructor(name: string) {
    this.name = name
  }
}

/** A statement that waits for its answer. */
export class Statement {
  readonly #text: string
  readonly #values: (string | Buffer | null)[]
  readonly #kept: Kept | undefined
  readonly answer: Promise<Answer>
  readonly #settle: { resolve(answer: Answer): void; reject(error: unknown): void }
  #columns: Columns | undefined
  #rows: Row[] = []
  #done = { command: '', rowCount: 0 }
  #unreadable: unknown

  constructor(text: string, values: readonly unknown[], kept: Kept | undefined) {
    this.#text = text
    this.#values = values.map(parameter)
    this.#kept = kept
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    this.answer = promise
    this.#settle = { resolve, reject }
  }

  send(connection: pg.Connection): void {
    const name = this.#kept?.name ?? ''
    if (!this.#kept?.sent) connection.parse({ name, text: this.#text, types: [] }, true)
    if (this.#kept) this.#kept.sent = true
    connection.bind({ statement: name, values: this.#values }, true)
    this.#columns = this.#kept?.columns
    if (this.#columns === undefined) connection.describe({ type: 'P' }, true)
    connection.execute(null, true)
  }

  /** The database says what the columns are. */
  described(fields: readonly pg.FieldDef[]): void {
    const names = fields.map(({ name }) => inCode(name))
    const readers = fields.map(({ dataTypeID }): Columns['readers'][number] => columnTypes.getTypeParser(dataTypeID, 'text'))
    this.#columns = { names, readers, empty: Object.fromEntries(names.map(name => [name, null])) }
    if (this.#kept) this.#kept.columns = this.#columns
  }

  /** A row that can't be read fails its statement, and no other: the rest of the answer is still to come. */
  found(texts: readonly (string | null)[]): void {
    if (this.#columns === undefined || this.#unreadable !== undefined) return
    const { names, readers, empty } = this.#columns
    const row = { ...empty }
    try {
      for (let i = 0; i < texts.length; i += 1) {
        const text = texts[i] ?? null
        const [name, read] = [names[i], readers[i]]
        if (text !== null && name !== undefined && read !== undefined) row[name] = read(text)
      }
    } catch (error) {
      this.#unreadable = error
    }
    this.#rows.push(row)
  }

  /** The database is done with it and says for example `INSERT 0 1`. */
  completed(tag: string): void {
    const [command = '', ...counts] = tag.split(' ')
    this.#done = { command, rowCount: Number.parseInt(counts.at(-1) ?? '', 10) || 0 }
  }

  resolve(): void {
    if (this.#kept) this.#kept.columns ??= NO_COLUMNS
    if (this.#unreadable === undefined) this.#settle.resolve({ ...this.#done, rows: this.#rows })
    else this.#settle.reject(this.#unreadable)
  }

  reject(error: unknown): void {
    this.#settle.reject(error)
  }
}

/**
 * Statements that go to the database as one packet and are answered as one (PostgreSQL manual, §54.2.4, pipelining): a system call for
 * each is a third of what a request costs. The database passes over whatever comes behind one that fails, so none of them is heard
 * of before it is known how all of them ended.
 */
export class Batch implements pg.Submittable {
  readonly #statements: readonly Statement[]
  readonly #onEnd: () => void
  #at = 0
  #ended = false

  constructor(statements: readonly Statement[], onEnd: () => void) {
    this.#statements = statements
    this.#onEnd = onEnd
  }

  submit(connection: pg.Connection): void {
    // The embedded database's connection gathers by itself.
    const stream: Partial<pg.Connection['stream']> = connection.stream
    stream.cork?.()
    for (const statement of this.#statements) statement.send(connection)
    connection.sync()
    stream.uncork?.()
  }

  handleRowDescription({ fields }: { fields: pg.FieldDef[] }): void {
    this.#statements[this.#at]?.described(fields)
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    this.#statements[this.#at]?.found(fields)
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.#statements[this.#at]?.completed(text)
    this.#at += 1
  }

  handleEmptyQuery(): void {
    this.#at += 1
  }

  /** The driver tells a batch of the first error, and nothing after it. */
  handleError(error: Error): void {
    this.#end(error)
  }

  handleReadyForQuery(): void {
    this.#end(undefined)
  }

  #end(error: Error | undefined): void {
    if (this.#ended) return
    this.#ended = true
    // What fails once all are done is the end of the transaction that the last one stood in alone.
    const failed = error === undefined ? this.#statements.length : Math.min(this.#at, this.#statements.length - 1)
    this.#statements.forEach((statement, i) => (i < failed ? statement.resolve() : statement.reject(error)))
    this.#onEnd()
  }
}

/** A value as the database reads it: text, or bytes as they are. */
const parameter = (value: unknown): string | Buffer | null => {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return null
  if (value instanceof Uint8Array) return asBuffer(value)
  if (Array.isArray(value)) return `{${value.map(element).join(',')}}`
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : JSON.stringify(value)
}

/** A value within an array (PostgreSQL manual, §8.15.6). */
const element = (value: unknown): string => {
  if (Array.isArray(value)) return `{${value.map(element).join(',')}}`
  const given = parameter(value)
  if (given === null) return 'NULL'
  return typeof given === 'string' ? `"${given.replace(/["\\]/g, String.raw`\$&`)}"` : String.raw`"\\x${given.toString('hex')}"`
}

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
