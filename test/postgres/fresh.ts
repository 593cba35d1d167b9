import { randomBytes } from 'node:crypto'
import { Client, type QueryResult } from 'pg'
import { inject } from 'vitest'

/** A database that others are copied from: made once in a run, by whichever test file comes first. */
export interface Template {
  /** Lower case letters, digits and underscores; one name, one content. */
  name: string
  /** Fills the empty database at that address, and closes every connection to it. */
  build(url: string): Promise<void>
}

export interface FreshDatabase {
  url: string
  /** Drops it, whoever is still connected. */
  drop(): Promise<void>
}

/**
 * A database of one's own on the run's PostgreSQL: empty, or a copy of `template` (about 30 ms either way).
 * In a test file: `beforeAll(async () => { database = await freshDatabase(migrated); return database.drop })`.
 */
export const freshDatabase = async (template?: Template): Promise<FreshDatabase> => {
  const server = inject('databaseUrl')
  const name = `${inject('databasePrefix')}${randomBytes(6).toString('hex')}`
  await asAdministrator(server, async run => {
    const from = template ? await templateDatabase(server, template, run) : 'template0'
    await run(`create database ${name} template ${from}`)
  })
  return {
    url: addressOf(server, name),
    drop: () =>
      asAdministrator(server, async run => {
        await run(`drop database if exists ${name} with (force)`)
      }),
  }
}

/** Drops every database of that server whose name begins with `prefix`. */
export const dropDatabases = async (server: string, prefix: string): Promise<void> =>
  asAdministrator(server, async run => {
    const { rows } = await run('select datname from pg_database where starts_with(datname, $1)', [prefix])
    for (const { datname } of rows) await run(`drop database if exists ${String(datname)} with (force)`)
  })

type Run = (sql: string, values?: unknown[]) => Promise<QueryResult<Record<string, unknown>>>

/** Makes the template unless it stands; under a lock, since test files run side by side. */
const templateDatabase = async (server: string, template: Template, run: Run): Promise<string> => {
  const name = `${inject('databasePrefix')}template_${template.name}`
  await run('select pg_advisory_lock(hashtext($1))', [name])
  try {
    const { rows } = await run('select from pg_database where datname = $1', [name])
    if (rows.length > 0) return name
    // Built under another name, so that one half built never passes for it.
    const draft = `${name}_draft`
    await run(`drop database if exists ${draft} with (force)`)
    await run(`create database ${draft} template template0`)
    await template.build(addressOf(server, draft))
    await run(`alter database ${draft} rename to ${name}`)
    return name
  } finally {
    await run('select pg_advisory_unlock(hashtext($1))', [name])
  }
}

const addressOf = (server: string, database: string): string => {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

const asAdministrator = async <T>(server: string, work: (run: Run) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    return await work((sql, values) => client.query<Record<string, unknown>>(sql, values))
  } finally {
    await client.end()
  }
}
