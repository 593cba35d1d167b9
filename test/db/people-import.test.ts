import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { peopleWorld } from './people-world.ts'
import type { PeopleWorld } from './people-world.ts'

let world: PeopleWorld
beforeAll(async () => {
  world = await peopleWorld()
})
afterAll(() => world.remove())

interface Preview {
  counts: { added: number; changed: number; left: number; same: number }
  problems: { line: number; reason: string }[]
}
const admin = 'grace-mbeki'
const preview = (csv: string, whole = false) => world.as<Preview>(admin, 'preview-import', { csv, whole })
const take = (csv: string, whole = false) => world.as(admin, 'import-people', { csv, whole })
const exported = async () => (await world.as<{ csv: string }>(admin, 'export-people')).csv

describe('a list of people', () => {
  test('that was exported changes nothing when it comes back', async () => {
    const csv = await exported()
    const { counts, problems } = await preview(csv, true)
    expect({ counts, problems }).toEqual({
      counts: { added: 0, changed: 0, left: 0, same: csv.trim().split('\r\n').length - 1 },
      problems: [],
    })
  })

  test('adds and changes people, and gives nobody a role', async () => {
    const csv =
      'Name;Email;Employee number;Unit;Manager\r\n"Ömer Çelik";omer@aldermoor.example;E-1;Aldermoor Foods / Legal;\r\nIda Berg;ida@aldermoor.example;E-2;;omer@aldermoor.example\r\n'
    expect((await preview(csv)).counts).toMatchObject({ added: 2, changed: 0 })
    expect(await take(csv)).toMatchObject({ added: 2 })
    const { people } = await world.as<{ people: { id: string; name: string; roles: string[] }[] }>(admin, 'list-people', { q: 'celik' })
    expect(people).toMatchObject([{ name: 'Ömer Çelik', roles: [] }])
    expect((await preview(csv.replace('Ida Berg', 'Ida Berg-Lund'))).counts).toMatchObject({ added: 0, changed: 1, same: 1 })
  })

  test.each([
    ['an unknown column', 'name,email,roles\nA,a@b.example,administrator', 'roles'],
    ['no name', 'email\na@b.example', 'name'],
    ['a line with too many fields', 'name,email\nA,a@b.example,more', 'fields'],
    ['a column twice', 'name,email,email\nA,a@b.example,b@b.example', 'twice'],
  ])('with %s is refused whole', async (_, csv, word) => {
    await expect(preview(csv)).rejects.toMatchObject({ code: 'list-unreadable', message: expect.stringContaining(word) })
  })

  test('names each line that can’t be used, and then imports nothing', async () => {
    const csv = [
      'name,email,unit,manager',
      'Good,good@a.example,,',
      'Nobody,,,',
      'Bad unit,bad@a.example,Nowhere,',
      'Bad boss,boss@a.example,,who@a.example',
      'Twice,good@a.example,,',
    ].join('\n')
    const { problems } = await preview(csv)
    expect(problems.map(({ line }) => line)).toEqual([3, 4, 5, 6])
    await expect(take(csv)).rejects.toMatchObject({ code: 'list-has-problems' })
    expect((await world.as<{ total: number }>(admin, 'list-people', { q: 'good@a.example' })).total).toBe(0)
  })

  test('names one employee number for two people', async () => {
    const { problems } = await preview('name,email,employee_number\nOne,one@a.example,n-77\nOther,other@a.example,n-77')
    expect(problems).toMatchObject([{ line: 3, reason: expect.stringContaining('line 2') }])
  })

  test('that is whole sees off who is missing, but nobody who holds a role', async () => {
    const csv = await exported()
    const without = (name: string) =>
      csv
        .split('\r\n')
        .filter(line => !line.includes(name))
        .join('\r\n')
    expect((await preview(without('Yusuf Demir'), true)).problems).toMatchObject([
      { line: 0, reason: expect.stringContaining('Yusuf Demir') },
    ])
    expect(await take(without('Ida Berg'), true)).toMatchObject({ left: 1 })
  })

  test('leaves as a table in which no spreadsheet runs anything', async () => {
    const { id, version } = await world.as<{ id: string; version: number }>(admin, 'add-person', {
      name: '=HYPERLINK("x")',
      email: 'formula@aldermoor.example',
    })
    expect(version).toBe(1)
    expect(await exported()).toContain(`"'=HYPERLINK(""x"")"`)
    await world.as(admin, 'record-departure', { person: id, version })
  })

  test('is all what the ledger says', () => world.expectProven())
})
