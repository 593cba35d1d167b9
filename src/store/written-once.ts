import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector } from 'kysely'
import type { Compilable, CompiledQuery } from 'kysely'
import { Compiler } from './naming.ts'
import { asPlannedOnce } from './statements.ts'
import type { Db } from './store.ts'
import type { Tables } from './tables.ts'

/** Where a value will stand. It is passed on and never looked at: whoever does would write its text into the query for all time. */
class Place {
  readonly name: string

  constructor(name: string) {
    this.name = name
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
 * A query that is asked often, written out the first time and never again, and planned once for all values: writing it costs this
 * process more than its answer does, and planning it the database. It has the same text whatever its values.
 */
export const writtenOnce = <Given extends Readonly<Record<string, unknown>>, Row>(
  write: (db: Kysely<Tables>, given: Given) => Compilable<Row> | { compile(db: Kysely<Tables>): CompiledQuery<Row> },
): ((db: Db, given: Given) => Promise<Row[]>) => {
  let written: CompiledQuery<Row> | undefined
  let named = 0
  const writeFor = (given: Given): CompiledQuery<Row> => {
    const places = Object.fromEntries(Object.keys(given).map(name => [name, new Place(name)]))
    named = Object.keys(places).length
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a place is passed on like the value that will stand there
    const query = write(writing, places as Given).compile(writing)
    return { ...query, sql: asPlannedOnce(query.sql) }
  }
  return async (db, given) => {
    written ??= writeFor(given)
    if (Object.keys(given).length !== named) throw new Error('A query that is written once is given other values than the first time.')
    const parameters = written.parameters.map(value => (value instanceof Place ? valueOf(given, value) : value))
    const { rows } = await db.executeQuery<Row>({ ...written, parameters })
    return rows
  }
}

/** Of what can be but one row. Throws where there is none. */
export const onlyOne = async <Row>(rows: Promise<Row[]>): Promise<Row> => {
  const [row] = await rows
  if (row === undefined) throw new Error('A query found nothing where it always finds a row.')
  return row
}

const valueOf = (given: Readonly<Record<string, unknown>>, { name }: Place): unknown => {
  const value = given[name]
  if (value === undefined) throw new Error(`A query that is written once was given no ${name}.`)
  return value
}
