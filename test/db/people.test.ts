import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { peopleWorld } from './people-world.ts'
import type { PeopleWorld } from './people-world.ts'

let world: PeopleWorld
beforeAll(async () => {
  world = await peopleWorld()
})
afterAll(() => world.remove())

interface Listed {
  people: { id: string; name: string; email?: string; state?: string }[]
  next: string | null
  total: number
}
const list = (person: string, input: Record<string, unknown> = {}) => world.as<Listed>(person, 'list-people', input)
const names = ({ people }: Listed) => people.map(({ name }) => name)

describe('the directory', () => {
  test('e-mail, employee number and state are absent for everybody but administrators, auditors and the person', async () => {
    const confidential = ['email', 'employeeNumber', 'state']
    for (const [person, seen] of [
      ['priya-raman', false],
      ['amelia-hart', false],
      ['jonas-weber', true],
      ['yusuf-demir', true],
      ['grace-mbeki', true],
    ] as const) {
      const page = await world.as(person, 'show-person', { person: 'jonas-weber' })
      expect(confidential.filter(field => field in page)).toEqual(seen ? confidential : [])
      const inList = (await list(person, { q: 'Jonas Weber' })).people[0]!
      expect(confidential.filter(field => field in inList)).toEqual(seen ? confidential : [])
      expect('accounts' in page).toBe(seen)
    }
  })

  test('a search finds words however they are written, and addresses for those alone who see them', async () => {
    expect(names(await list('priya-raman', { q: 'nov tomas' }))).toEqual(['Tomáš Novák'])
    expect(names(await list('priya-raman', { q: "LIN'chou" }))).toEqual(['Mei-Lin Chou'])
    expect(names(await list('grace-mbeki', { q: 'mei-lin-chou@aldermoor' }))).toEqual(['Mei-Lin Chou'])
    expect(names(await list('priya-raman', { q: 'mei-lin-chou@aldermoor' }))).toEqual([])
    expect(names(await list('priya-raman', { q: 'priya-raman@aldermoor' }))).toEqual(['Priya Raman'])
    expect(names(await list('priya-raman', { q: '!?-' }))).toEqual([])
  })

  test('a unit’s list holds the people of the units below it, and a role’s list who holds it', async () => {
    expect(names(await list('priya-raman', { unit: 'supplier-operations' }))).toContain('Priya Raman')
    expect(names(await list('priya-raman', { unit: 'operations' }))).toEqual(expect.arrayContaining(['Priya Raman', 'Jonas Weber']))
    expect(names(await list('priya-raman', { role: 'auditor' }))).toEqual(['Yusuf Demir'])
    expect(names(await list('priya-raman', { role: 'unit-lead' }))).toEqual(expect.arrayContaining(['Amelia Hart', 'Sofia Marques']))
    await expect(list('priya-raman', { state: 'active' })).rejects.toMatchObject({ code: 'state-confidential' })
  })

  test('pages walk through everybody once, by name', async () => {
    const { total } = await list('grace-mbeki')
    const walked: string[] = []
    let after: string | null = null
    do {
      const page: Listed = await list('grace-mbeki', { limit: 4, ...(after === null ? {} : { after }) })
      walked.push(...page.people.map(({ id }) => id))
      after = page.next
    } while (after !== null)
    expect(walked.length).toBe(total)
    expect(new Set(walked).size).toBe(total)
  })

  test('nobody but an administrator adds people, and who was added has no role', async () => {
    const ada = { name: 'Ada Brown', email: 'ada@aldermoor.example', jobTitle: 'Buyer', unit: 'supply-planning', manager: 'jonas-weber' }
    await expect(world.as('amelia-hart', 'add-person', ada)).rejects.toMatchObject({ code: 'administrators-only' })
    const added = await world.as('grace-mbeki', 'add-person', ada)
    expect(added).toMatchObject({
      roles: [],
      version: 1,
      state: 'active',
      unit: { id: 'supply-planning' },
      manager: { name: 'Jonas Weber' },
    })
    await expect(world.as('grace-mbeki', 'add-person', { ...ada, email: 'ADA@aldermoor.example' })).rejects.toMatchObject({
      code: 'email-taken',
      blockers: [{ field: 'email' }],
    })
    await expect(world.as('grace-mbeki', 'add-person', { name: 'X', unit: 'nowhere' })).rejects.toMatchObject({ code: 'no-such-unit' })
    await expect(world.as('grace-mbeki', 'add-person', { name: 'X', manager: 'nobody' })).rejects.toMatchObject({ code: 'no-such-manager' })
    await world.expectProven()
  })

  test('the same employee number on two addresses makes them two accounts of one human being', async () => {
    const first = await world.as<{ id: string }>('grace-mbeki', 'add-person', {
      name: 'Bo Li',
      email: 'bo@aldermoor.example',
      employeeNumber: '77',
    })
    const second = await world.as('grace-mbeki', 'add-person', {
      name: 'Bo Li (admin)',
      email: 'bo.admin@aldermoor.example',
      employeeNumber: '77',
    })
    expect(second).toMatchObject({ accounts: [{ id: first.id, email: 'bo@aldermoor.example' }] })
  })

  test('units come as a tree, with their leads and how many belong to each', async () => {
    const { units } = await world.as<{ units: { id: string; parent: string | null }[] }>('priya-raman', 'list-units')
    expect(units[0]).toMatchObject({ id: 'aldermoor', parent: null })
    const place = (id: string) => units.findIndex(unit => unit.id === id)
    for (const { id, parent } of units) if (parent !== null) expect(place(parent)).toBeLessThan(place(id))
    expect(units[place('supplier-operations')]).toMatchObject({ lead: { name: 'Sofia Marques' }, people: 2 })
    await expect(world.ask('list-units', {}, { kind: 'none' })).rejects.toMatchObject({ kind: 'unauthenticated' })
  })
})
