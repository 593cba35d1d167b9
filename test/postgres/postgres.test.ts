import { Client } from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { freshDatabase, type FreshDatabase, type Template } from './fresh.ts'

const made: FreshDatabase[] = []
const fresh = async (template?: Template): Promise<FreshDatabase> => {
  const database = await freshDatabase(template)
  made.push(database)
  return database
}
afterEach(async () => {
  for (const database of made.splice(0)) await database.drop()
})

const ask = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

describe('the PostgreSQL of a test run', () => {
  test('is the version that the house is built for', async () => {
    const { url } = await fresh()
    expect(await ask(url, "select current_setting('server_version_num')::int >= 150000")).toEqual([true])
  })

  test('gives each caller an empty database that no other one sees', async () => {
    const [one, other] = [await fresh(), await fresh()]
    await ask(one.url, 'create table mine ()')
    const tables = "select relname from pg_class where relnamespace = 'public'::regnamespace"
    expect(await ask(one.url, tables)).toEqual(['mine'])
    expect(await ask(other.url, tables)).toEqual([])
  })

  test('drops a database even while someone is connected to it', async () => {
    const database = await fresh()
    const lingering = new Client({ connectionString: database.url })
    const cut = new Promise<Error>(resolve => lingering.on('error', resolve))
    await lingering.connect()
    await database.drop()
    expect(await cut).toBeInstanceOf(Error)
    await expect(ask(database.url, 'select 1')).rejects.toMatchObject({ code: '3D000' })
  })

  test('builds a template once, however many ask at the same time, and copies what is in it', async () => {
    let builds = 0
    const template: Template = {
      name: 'with_a_word',
      async build(url) {
        builds++
        await ask(url, "create table words as select 'welcome' as word")
      },
    }
    const copies = await Promise.all([1, 2, 3].map(() => fresh(template)))
    for (const { url } of copies) expect(await ask(url, 'select word from words')).toEqual(['welcome'])
    expect(builds).toBe(1)
  })

  test('forgets a template whose building failed, and builds it anew for the next one', async () => {
    let attempt = 0
    const template: Template = {
      name: 'second_time_lucky',
      async build(url) {
        await ask(url, 'create table half ()')
        if (++attempt === 1) throw new Error('torn')
      },
    }
    await expect(fresh(template)).rejects.toThrow('torn')
    const { url } = await fresh(template)
    expect(await ask(url, 'select count(*)::int from half')).toEqual([0])
  })
})
