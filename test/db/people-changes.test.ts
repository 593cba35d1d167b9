import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { movableClock } from '../harness.ts'
import { peopleWorld } from './people-world.ts'
import type { PeopleWorld } from './people-world.ts'

/* What administrators do with people and units, and what the directory never lets happen. */
const clock = movableClock('2026-11-23T12:00:00Z')
let world: PeopleWorld
beforeAll(async () => {
  world = await peopleWorld({ clock })
})
afterAll(() => world.remove())

interface Page {
  id: string
  version: number
  name: string
  email: string | null
  unit: { id: string } | null
  manager: { id: string } | null
  state: string
  roles: string[]
  leads: { id: string }[]
  accounts: { id: string }[]
  absences: { id: string }[]
}
interface Unit {
  id: string
  version: number
  name: string
  parent: string | null
  people: number
  lead: { id: string } | null
}
const admin = 'grace-mbeki'
const show = (person: string, by = admin) => world.as<Page>(by, 'show-person', { person })
const add = (name: string, more: Record<string, unknown> = {}) =>
  world.as<Page>(admin, 'add-person', { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@aldermoor.example`, ...more })
const units = async (input: Record<string, unknown> = {}) => (await world.as<{ units: Unit[] }>(admin, 'list-units', input)).units
const unit = async (id: string) => (await units()).find(each => each.id === id)!
/** Somebody proposes a change of roles, somebody else adopts it. */
const give = async (changes: { person: string; role: string; unit?: string; give: boolean }[], by = admin, second = 'amelia-hart') => {
  const proposal = await world.as<{ id: string; version: number; digest: string }>(by, 'propose-role-change', {
    changes,
    note: 'As agreed.',
  })
  const { id, version, digest } = proposal
  return world.as(second, 'adopt-proposal', { proposal: id, version, digest })
}

describe('people', () => {
  test('are changed by administrators alone, and roles not at all by this', async () => {
    const person = await add('Lena Fischer', { unit: 'legal' })
    const { version } = person
    const changed = await world.as<Page>(admin, 'change-person', {
      person: person.id,
      version,
      name: 'Lena Fischer-Ott',
      unit: 'it-security',
    })
    expect(changed).toMatchObject({ name: 'Lena Fischer-Ott', unit: { id: 'it-security' }, email: null, roles: [] })
    const again = { person: person.id, version: changed.version, name: 'X' }
    await expect(world.as('priya-raman', 'change-person', again)).rejects.toMatchObject({ code: 'administrators-only' })
    await expect(world.as(admin, 'change-person', { ...again, version })).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await expect(world.as(admin, 'change-person', { ...again, roles: ['administrator'] })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('nobody manages themself through others, and two accounts have two addresses', async () => {
    const boss = await add('Boss One')
    const report = await add('Report One', { manager: boss.id })
    const { id, version, name } = boss
    await expect(world.as(admin, 'change-person', { person: id, version, name, manager: report.id })).rejects.toMatchObject({
      code: 'managers-in-circle',
    })
    await expect(world.as(admin, 'change-person', { person: id, version, name, email: report.email })).rejects.toMatchObject({
      code: 'email-taken',
    })
  })

  test('a suspension ends what is open at once, and coming back does not open it again', async () => {
    const open = await world.signIn('jonas-weber')
    clock.move({ minutes: 1 })
    const { version } = await show('jonas-weber')
    await world.as(admin, 'suspend-person', { person: 'jonas-weber', version })
    await expect(world.ask('list-solutions', {}, open)).rejects.toMatchObject({ code: 'session-ended' })
    const suspended = await show('jonas-weber')
    await world.as(admin, 'resume-person', { person: 'jonas-weber', version: suspended.version })
    await expect(world.ask('list-solutions', {}, open)).rejects.toMatchObject({ code: 'session-ended' })
    expect(await world.as('jonas-weber', 'show-me')).toMatchObject({ person: { id: 'jonas-weber' } })
  })

  test('who leaves loses roles and units led, and gets none of them back by returning', async () => {
    const person = await add('Nadia Haddad', { unit: 'legal' })
    await give([
      { person: person.id, role: 'legal', give: true },
      { person: person.id, role: 'unit-lead', unit: 'legal', give: true },
    ])
    const before = await show(person.id)
    expect(before).toMatchObject({ roles: ['unit-lead', 'legal'], leads: [{ id: 'legal' }] })
    const left = await world.as<Page>(admin, 'record-departure', { person: person.id, version: before.version })
    expect(left).toMatchObject({ state: 'left', roles: [], leads: [] })
    expect((await unit('legal')).lead).toBeNull()
    await expect(world.as('priya-raman', 'show-person', { person: person.id })).rejects.toMatchObject({ code: 'no-such-person' })
    const back = await world.as<Page>(admin, 'resume-person', { person: person.id, version: left.version })
    expect(back).toMatchObject({ state: 'active', roles: [] })
  })

  test('nobody decides about their own account, and the last administrator stays', async () => {
    const { version } = await show(admin)
    for (const name of ['suspend-person', 'record-departure'])
      await expect(world.as(admin, name, { person: admin, version })).rejects.toMatchObject({ code: 'oneself' })
    await expect(give([{ person: admin, role: 'administrator', give: false }], 'amelia-hart', admin)).rejects.toMatchObject({
      code: 'last-administrator',
    })
  })

  test('an employee number joins two accounts into one human being, and taking it away does not part them', async () => {
    const one = await add('Omar Bakr', { employeeNumber: 'E-77' })
    const two = await add('Omar Bakr Admin', { employeeNumber: 'E-77' })
    expect(two.accounts).toMatchObject([{ id: one.id }])
    const parted = await world.as<Page>(admin, 'change-person', {
      person: two.id,
      version: two.version,
      name: two.name,
      employeeNumber: null,
    })
    expect(parted.accounts).toMatchObject([{ id: one.id }])
    const three = await add('Omar Bakr Third')
    const joined = await world.as<Page>(admin, 'join-accounts', { person: three.id, version: three.version, other: one.id })
    expect(joined.accounts).toHaveLength(2)
  })
})

describe('units', () => {
  test('a reorganisation keeps how it was before', async () => {
    const added = await world.as<Unit>(admin, 'add-unit', { name: 'Data office', parent: 'technology', code: 'CC-9' })
    const then = clock.now().toString()
    clock.move({ minutes: 1 })
    await world.as(admin, 'change-unit', {
      unit: added.id,
      version: added.version,
      name: 'Data and analytics',
      parent: 'operations',
      code: 'CC-9',
    })
    expect(await unit(added.id)).toMatchObject({ name: 'Data and analytics', parent: 'operations', code: 'CC-9' })
    expect((await units({ at: then })).find(({ id }) => id === added.id)).toMatchObject({ name: 'Data office', parent: 'technology' })
    await expect(world.as(admin, 'add-unit', { name: 'Other', code: 'CC-9' })).rejects.toMatchObject({ code: 'code-taken' })
  })

  test('never stand below themselves, whoever moves two at the same moment', async () => {
    const [a, b] = [await world.as<Unit>(admin, 'add-unit', { name: 'A' }), await world.as<Unit>(admin, 'add-unit', { name: 'B' })]
    const moves = await Promise.allSettled([
      world.as(admin, 'change-unit', { unit: a.id, version: a.version, name: 'A', parent: b.id }),
      world.as(admin, 'change-unit', { unit: b.id, version: b.version, name: 'B', parent: a.id }),
    ])
    expect(moves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('a closed unit’s people and sub-units go on in another, whose lead sees what was registered for it', async () => {
    const parent = await world.as<Unit>(admin, 'add-unit', { name: 'Closing' })
    const child = await world.as<Unit>(admin, 'add-unit', { name: 'Child', parent: parent.id })
    const member = await add('Member Closing', { unit: parent.id })
    const credential = await world.signIn(member.id)
    const idea = { name: 'Kept in sight', purpose: 'Stays with its unit.', facts: { audience: 'my-team' }, requestId: 'closing-1' }
    const { key } = await world.ask<{ key: string }>('register-solution', idea, credential)
    await expect(world.as('sofia-marques', 'show-solution', { key })).rejects.toMatchObject({ code: 'no-such-solution' })
    await world.as(admin, 'close-unit', { unit: parent.id, version: (await unit(parent.id)).version, into: 'supplier-operations' })
    expect(await show(member.id)).toMatchObject({ unit: { id: 'supplier-operations' } })
    expect(await unit(child.id)).toMatchObject({ parent: 'supplier-operations' })
    expect(await unit(parent.id)).toBeUndefined()
    expect(await world.as('sofia-marques', 'show-solution', { key })).toMatchObject({ key })
  })

  test('an administrator who leads one can’t extend their own lead', async () => {
    const second = await add('Second Lead')
    await give([{ person: second.id, role: 'program-lead', give: true }])
    clock.move({ minutes: 1 })
    await give([{ person: admin, role: 'unit-lead', unit: 'it-operations', give: true }], 'amelia-hart', second.id)
    const { version, name } = await unit('internal-audit')
    await expect(world.as(admin, 'change-unit', { unit: 'internal-audit', version, name, parent: 'it-operations' })).rejects.toMatchObject({
      code: 'own-unit',
    })
    await expect(world.as(admin, 'close-unit', { unit: 'internal-audit', version, into: 'it-operations' })).rejects.toMatchObject({
      code: 'own-unit',
    })
  })
})

describe('absences', () => {
  test('are said by the person, their lead or an administrator, with somebody else standing in', async () => {
    const days = { person: 'priya-raman', firstDay: '2099-01-04', lastDay: '2099-01-08' }
    await expect(world.as('jonas-weber', 'add-absence', days)).rejects.toMatchObject({ code: 'not-yours' })
    await expect(world.as('priya-raman', 'add-absence', { ...days, deputy: 'priya-raman' })).rejects.toMatchObject({ code: 'own-deputy' })
    await expect(world.as('priya-raman', 'add-absence', { ...days, lastDay: '2099-01-01' })).rejects.toMatchObject({
      code: 'days-reversed',
    })
    const page = await world.as<Page>('sofia-marques', 'add-absence', { ...days, deputy: 'jonas-weber' })
    expect(page.absences).toHaveLength(1)
    await expect(world.as('priya-raman', 'add-absence', days)).rejects.toMatchObject({ code: 'away-already' })
    await expect(world.as('jonas-weber', 'remove-absence', { absence: page.absences[0]!.id })).rejects.toMatchObject({ code: 'not-yours' })
    expect((await world.as<Page>('priya-raman', 'remove-absence', { absence: page.absences[0]!.id })).absences).toEqual([])
  })

  test('makers find whom to ask, and who stands in', async () => {
    await world.as('hanna-lindqvist', 'change-contact', { contact: 'Chat: @hanna' })
    await world.as('hanna-lindqvist', 'add-absence', {
      person: 'hanna-lindqvist',
      firstDay: '2026-11-23',
      lastDay: '2026-12-01',
      deputy: 'amelia-hart',
    })
    const { contacts } = await world.as<{
      contacts: { role: string; people: { id: string; contact: string | null; away: { deputy: { id: string } } | null }[] }[]
    }>('priya-raman', 'list-contacts')
    const reviewers = contacts.find(({ role }) => role === 'coe-reviewer')!.people
    expect(reviewers.find(({ id }) => id === 'hanna-lindqvist')).toMatchObject({
      contact: 'Chat: @hanna',
      away: { deputy: { id: 'amelia-hart' } },
    })
    expect(contacts.find(({ role }) => role === 'unit-lead')!.people).toMatchObject([{ id: 'sofia-marques' }])
  })
})

test('all of this is what the ledger says', () => world.expectProven())
