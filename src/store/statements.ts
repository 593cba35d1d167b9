import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import { sql } from 'kysely'
import type pg from 'pg'
import { Batch, Kept, Statement } from './batch.ts'
import type { Answer } from './batch.ts'
import { isPlannedBefore } from './errors.ts'

/**
 * Statements that a connection keeps planned. Parsing and planning is more than half of what a small query costs the database,
 * so a text that comes a second time is prepared under a name (PostgreSQL manual, PREPARE). From the sixth time on the database
 * plans it once for all values where it thinks that this is no worse. Where one plan is right for every value the text says so with
 * `plannedOnce`, where values decide how to look with `plannedAnew`.
 */
const KEPT = 500

/** In a statement: one plan is right for all values, also where the database would think another one better for these. */
export const plannedOnce = sql`/* planned once */`
export const asPlannedOnce = (text: string): string => `/* planned once */ ${text}`

/** In a statement: plan it for its values each time, because how many rows they find differs by orders of magnitude. */
export const plannedAnew = sql`/* planned anew */`

/**
 * In a statement: it is the last of its transaction, so the commit travels with it. Where it fails, the commit that comes behind it is a
 * rollback. Nothing may throw between it and the end of the transaction.
 */
export const thenCommit = sql`/* then commit */`

/** What a connection knows of a text that it was asked. */
class Known {
  readonly isPlannedAnew: boolean
  readonly isLast: boolean
  /** The setting that it is to be planned under (PostgreSQL manual, plan_cache_mode); none where nothing is planned. */
  readonly planning: 'auto' | 'force_generic_plan' | undefined
  times = 0
  /** Set once it came a second time. */
  kept: Kept | undefined

  constructor(text: string) {
    this.isPlannedAnew = text.includes('/* planned anew */')
    this.isLast = text.includes('/* then commit */')
    this.planning = /^(?:begin|start transaction|commit|rollback|set|deallocate)\b/.test(text)
      ? undefined
      : text.includes('/* planned once */')
        ? 'force_generic_plan'
        : 'auto'
  }
}

/** For how long the end of a transaction that only read may wait for the next beginning on its connection, to travel with it. */
const LINGERS_MS = 2

/** A pool whose connections prepare what they are asked often. */
export const preparing = (pool: pg.Pool): PostgresPool => {
  const known = new WeakMap<pg.PoolClient, Connection>()
  return {
    async connect() {
      for (;;) {
        const client = await pool.connect()
        const found = known.get(client) ?? new Connection(client)
        known.set(client, found)
        if (!found.isWorn()) return found
        await found.close()
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
  readonly #texts = new Map<string, Known>()
  /** How the session plans; undefined where a transaction may have taken back what it was told. */
  #planning: Known['planning']
  readonly #schema = schema
  /** What was asked since the last batch left, and leaves once that one is answered. */
  #asked: Statement[] = []
  #isAway = false
  /** The beginning of the transaction that is open. */
  #beginning: Statement | undefined
  #onlyReads = false
  /** Whether something may still be open that could not be taken back. */
  #isSpoilt = false
  /** The end of the transaction that is open, where it was asked for already. */
  #ending: Promise<Answer> | undefined
  /** Set while a transaction that only read has not ended. */
  #lingering: NodeJS.Timeout | undefined

  constructor(client: pg.PoolClient) {
    this.#client = client
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
    this.#client.release(destroy === true || this.#isSpoilt)
  }

  /** Whether it holds more plans than it should, or some of a schema that is another one since. */
  isWorn(): boolean {
    return this.#texts.size > KEPT || this.#schema !== schema
  }

  /** The one session of an embedded database stays when its connection goes, and is told to forget what was planned. */
  async close(): Promise<void> {
    this.#endLingering()
    await this.#ask('deallocate all', []).answer.catch(() => undefined)
    this.#client.release(true)
  }

  /** The beginning of a transaction travels with its first statement. */
  #begin(text: string): Promise<unknown> {
    this.#beginning = this.#ask(text, [])
    this.#beginning.answer.catch(() => undefined)
    this.#onlyReads = text.includes('read only')
    return Promise.resolve({ command: 'BEGIN', rowCount: 0, rows: [] })
  }

  /** In one batch with the beginning, or once that is answered: else it would stand by itself where there is no transaction. */
  async #within(beginning: Statement, text: string, values: readonly unknown[]): Promise<unknown> {
    if (!this.#asked.includes(beginning)) await beginning.answer
    const { answer } = this.#ask(text, values)
    if (this.#known(text).isLast) {
      this.#ending = this.#ask('commit', []).answer
      this.#ending.catch(() => undefined)
    }
    return answer
  }

  async #end(text: 'commit' | 'rollback'): Promise<unknown> {
    const [beginning, ending] = [this.#beginning, this.#ending]
    this.#beginning = undefined
    this.#ending = undefined
    if (text === 'rollback') {
      // In one batch with a statement that fails it would be passed over too, and the transaction stay open.
      await Promise.allSettled(this.#asked.map(({ answer }) => answer))
      this.#planning = undefined
      return this.#ask(text, []).answer.catch((error: unknown) => {
        this.#isSpoilt = true
        throw error
      })
    }
    if (ending) return ending
    await beginning?.answer
    if (!this.#onlyReads) return this.#ask(text, []).answer
    this.#lingering = setTimeout(() => this.#endLingering(), LINGERS_MS)
    return { command: 'COMMIT', rowCount: 0, rows: [] }
  }

  /** What only read has nothing to lose: nobody waits for its end. */
  #endLingering(): void {
    if (this.#lingering === undefined) return
    clearTimeout(this.#lingering)
    this.#lingering = undefined
    this.#ask('commit', []).answer.catch(() => undefined)
  }

  /** Within a transaction whoever began it begins again; what stands alone is planned anew here. */
  async #alone(text: string, values: readonly unknown[]): Promise<unknown> {
    const { answer } = this.#ask(text, values)
    return answer.catch((error: unknown) => {
      if (!isPlannedBefore(error)) throw error
      this.#known(text).kept = undefined
      return this.#ask(text, values).answer
    })
  }

  #ask(text: string, values: readonly unknown[]): Statement {
    const known = this.#known(text)
    if (known.planning !== undefined && known.planning !== this.#planning) {
      this.#planning = known.planning
      this.#ask(`set plan_cache_mode = ${known.planning}`, [])
    }
    const kept = this.#keptAs(known)
    const statement = new Statement(text, values, kept)
    statement.answer.catch((error: unknown) => {
      if (isPlannedBefore(error)) schema += 1
      // Whether the database took its name is not known.
      if (kept && kept.columns === undefined) known.kept = undefined
      this.#planning = undefined
    })
    this.#asked.push(statement)
    if (this.#asked.length === 1 && !this.#isAway) process.nextTick(() => this.#leave())
    return statement
  }

  /** Everything that was asked at one moment, or while the last batch was away, leaves together. */
  #leave(): void {
    const statements = this.#asked
    this.#asked = []
    this.#isAway = statements.length > 0
    if (this.#isAway) this.#client.query(new Batch(statements, () => process.nextTick(() => this.#leave())))
  }

  #known(text: string): Known {
    const before = this.#texts.get(text)
    if (before) return before
    const known = new Known(text)
    this.#texts.set(text, known)
    return known
  }

  #keptAs(known: Known): Kept | undefined {
    known.times += 1
    if (known.times === 1 || known.isPlannedAnew) return undefined
    if (known.kept) return known.kept
    named += 1
    known.kept = new Kept(`s${named}`)
    return known.kept
  }
}
