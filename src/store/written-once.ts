import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector } from 'kysely'
import type { Compilable, CompiledQuery } from 'kysely'
import { Compiler } from './naming.ts'
import type { Db } from './store.ts'
import type { Tables } from './tables.ts'

/** Where a value will stand. It is passed on and never looked at: whoever does would write its text into the query for all time. */
class Given {
  readonly place: number

  constructor(place: number) {
    this.place = place
  }

  toJSON(): never {
    throw new Error('A query that is written once is written before its values are known: pass them as they come.')
  }

  [Symbol.toPrimitive](): never {
    return this.toJSON()
  }
}

const writing = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: db => new PostgresIntrospector(db),
    createQueryCompiler: () => new Compiler(),
  },
})

/**
 * A query that is asked often, written out the first time and never again: writing it costs this process more than its answer does.
 * It has the same text whatever its values, which it takes one by one.
 */
export const writtenOnce = <Values extends readonly unknown[], Row>(
  write: (db: Kysely<Tables>, ...values: Values) => Compilable<Row> | { compile(db: Kysely<Tables>): CompiledQuery<Row> },
): ((db: Db, ...values: Values) => Promise<Row[]>) => {
  let written: CompiledQuery<Row> | undefined
  return async (db, ...values) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a Given is passed on like the value that it stands for
    written ??= write(writing, ...(values.map((_, place) => new Given(place)) as unknown as Values)).compile(writing)
    const parameters = written.parameters.map(value => (value instanceof Given ? values[value.place] : value))
    const { rows } = await db.executeQuery<Row>({ ...written, parameters })
    return rows
  }
}
