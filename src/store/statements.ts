import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import { sql } from 'kysely'
import { Socket } from 'node:net'
import type pg from 'pg'
import { isPlannedBefore } from './errors.ts'

/**
 * Statements that a connection keeps planned. Parsing and planning is more than half of what a small query costs the database,
 * so a text that comes a second time is prepared under a name (PostgreSQL manual, PREPARE). From the sixth time on the database
 * may plan it once for all values; where values decide how to look, the text says so with `plannedAnew`.
 */
const KEPT = 500

/** In a statement: plan it for its values each time, because how many rows they find differs by orders of magnitude. */
export const plannedAnew = sql`/* planned anew */`
const isPlannedAnew = (text: string): boolean => text.includes('/* planned anew */')

/**
 * In a statement: it is the last of its transaction, so the commit travels with it. Where it fails, the commit that comes behind it is a
 * rollback. Nothing may throw between it and the end of the transaction.
 */
export const thenCommit = sql`/* then commit */`
const isLast = (text: string): boolean => text.includes('/* then commit */')

/** For how long the end of a transaction that only read may wait for the next beginning on its connection, to travel with it. */
const LINGERS_MS = 2

/** Sends what is asked at one moment as one packet: a system call for each statement is a third of what a request costs this process. */
export class GatheringSocket extends Socket {
  override uncork(): void {
    process.nextTick(() => super.uncork())
  }
}

/** A pool whose connections prepare what they are asked often. */
export const preparing = (pool: pg.Pool): PostgresPool => {
  const known = new WeakMap<pg.PoolClient, Connection>()
  return {
    async connect() {
      for (;;) {
        const client = await pool.connect()
        const found = known.get(client) ?? new Connection(client, pool.options.pipeline === true)
        known.set(client, found)
        if (!found.isWorn()) return found
        // The driver never forgets a name, so the connection goes; the one session of an embedded database stays and is told.
        await client.query('deallocate all').catch(() => undefined)
        client.release(true)
      }
    },
    end: () => pool.end(),
    options: pool.options,
  }
}

/** Names are never used twice, also not by the next connection to the one session of an embedded database. */
let named = 0
/** Grows when the schema turned out to have changed: what was planned before is of no use to any connection. */
let schema = 0

class Connection implements PostgresPoolClient {
  readonly #client: pg.PoolClient
  /** The names of texts; an empty one for those that came once. */
  readonly #names = new Map<string, string>()
  /** Whether the driver sends a statement while the one before it has not answered. */
  readonly #pipelined: boolean
  readonly #schema = schema
  /** The beginning of the transaction that is open. */
  #beginning: Promise<unknown> | undefined
  #onlyReads = false
  /** The end of the transaction that is open, where it was sent already. */
  #ending: Promise<unknown> | undefined
  /** Set while a transaction that only read has not ended. */
  #lingering: NodeJS.Timeout | undefined
  #answered: Promise<unknown> = Promise.resolve()

  constructor(client: pg.PoolClient, pipelined: boolean) {
    this.#client = client
    this.#pipelined = pipelined
  }

  query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query(text: string | PostgresCursor<unknown>, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new Error('No query of ours reads through a cursor.')
    this.#endLingering()
    if (/^(?:begin|start transaction)/.test(text)) return this.#begin(text)
    if (text === 'commit' || text === 'rollback') return this.#end(text)
    return this.#beginning === undefined ? this.#alone(text, values) : this.#within(this.#beginning, text, values)
  }

  release(destroy?: boolean): void {
    this.#client.release(destroy)
  }

  /** Whether it holds more plans than it should, or some of a schema that is another one since. */
  isWorn(): boolean {
    return this.#names.size > KEPT || this.#schema !== schema
  }

  /** Where it can, the beginning of a transaction travels with its first statement: one message fewer each way. */
  #begin(text: string): Promise<unknown> {
    const begun = this.#send(text, [])
    this.#onlyReads = text.includes('read only')
    if (!this.#pipelined) return begun.then(result => ((this.#beginning = begun), result))
    this.#beginning = begun
    begun.catch(() => undefined)
    return Promise.resolve({ command: 'BEGIN', rowCount: 0, rows: [] })
  }

  /**
   * Nobody hears what a statement gave before it is certain that its transaction began; and what writes is not even sent before,
   * because it would stand by itself if there were no transaction.
   */
  async #within(beginning: Promise<unknown>, text: string, values: readonly unknown[]): Promise<unknown> {
    if (!/^\s*select\b/.test(text)) await beginning
    const answer = this.#send(text, values)
    if (this.#pipelined && isLast(text)) {
      this.#ending = this.#send('commit', [])
      this.#ending.catch(() => undefined)
    }
    const [result] = await Promise.all([answer, beginning])
    return result
  }

  async #end(text: 'commit' | 'rollback'): Promise<unknown> {
    const [beginning, ending] = [this.#beginning, this.#ending]
    this.#beginning = undefined
    this.#ending = undefined
    if (ending) return ending
    await beginning
    if (!this.#pipelined || !this.#onlyReads || text === 'rollback') return this.#send(text, [])
    this.#lingering = setTimeout(() => this.#endLingering(), LINGERS_MS)
    return { command: 'COMMIT', rowCount: 0, rows: [] }
  }

  /** What only read has nothing to lose: nobody waits for its end. */
  #endLingering(): void {
    if (this.#lingering === undefined) return
    clearTimeout(this.#lingering)
    this.#lingering = undefined
    this.#send('commit', []).catch(() => undefined)
  }

  /** Within a transaction whoever began it begins again; what stands alone is planned anew here. */
  async #alone(text: string, values: readonly unknown[]): Promise<unknown> {
    try {
      return await this.#send(text, values)
    } catch (error) {
      if (!isPlannedBefore(error)) throw error
      return this.#client.query({ text, values: [...values] })
    }
  }

  #send(text: string, values: readonly unknown[]): Promise<unknown> {
    const answer = this.#pipelined ? this.#ask(text, values) : this.#answered.then(() => this.#ask(text, values))
    this.#answered = answer.catch(() => undefined)
    return answer
  }

  #ask(text: string, values: readonly unknown[]): Promise<unknown> {
    return this.#client.query({ name: this.#nameOf(text), text, values: [...values] }).catch((error: unknown) => {
      if (isPlannedBefore(error)) schema += 1
      throw error
    })
  }

  #nameOf(text: string): string | undefined {
    const name = this.#names.get(text)
    if (name === undefined) this.#names.set(text, '')
    if (name === undefined || isPlannedAnew(text)) return undefined
    if (name !== '') return name
    named += 1
    this.#names.set(text, `s${named}`)
    return `s${named}`
  }
}
