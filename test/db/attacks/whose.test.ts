import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Somebody, World } from './world.ts'
import { openWorld } from './world.ts'

/*
 * Two people with one role each and something of their own: whatever is the one’s is asked for as the other, address by
 * address. What may not be known answers as what does not exist.
 */
let world: World
let one: Somebody
let other: Somebody
let key: string

const registered = z.object({ key: z.string(), version: z.int() })
const idea = { name: 'Claims inbox', purpose: 'Sorts mail.', facts: { audience: 'my-team' } }

beforeAll(async () => {
  world = await openWorld()
  one = await world.person(['maker'])
  other = await world.person(['maker'])
  key = (await world.get(registered, 'register-solution', idea, one)).key
})
afterAll(() => world.close())

const edit = (as: Somebody, at: number) => world.ask('edit-solution', { ...idea, key }, as, { 'if-match': String(at) })
const versionNow = async () => (await world.get(registered, 'show-solution', { key }, one)).version

describe('what is somebody else’s', () => {
  test('reading and changing their solution by its key', async () => {
    expect(await world.ask('show-solution', { key }, other)).toBe('no-such-solution')
    expect(await edit(other, await versionNow())).toBe('no-such-solution')
    expect(await edit(one, await versionNow())).toBe('yes')
  })

  test('finding it in a list, by paging from its key', async () => {
    const list = z.object({ solutions: z.array(registered), total: z.int() })
    expect(await world.get(list, 'list-solutions', { before: 'SOL-99999' }, other)).toMatchObject({ solutions: [], total: 0 })
    expect((await world.get(list, 'list-solutions', {}, one)).solutions.map(each => each.key)).toContain(key)
  })

  test('reading it as the lead of another unit, or changing it as the lead of this one', async () => {
    const leading = async (unit: string) => {
      const lead = await world.person(['maker'])
      await world.db.updateTable('unit').set({ leadId: lead.id }).where('id', '=', unit).execute()
      return lead
    }
    const units = await world.db.selectFrom('unit').select(['id', 'parentId']).orderBy('id').execute()
    const [unit, elsewhere] = units.filter(({ id }) => !units.some(({ parentId }) => parentId === id))
    if (!unit || !elsewhere) throw new Error('The demo has two units without units below them.')
    await world.db.updateTable('solution').set({ unitId: unit.id }).where('makerId', '=', one.id).execute()
    const [own, foreign] = [await leading(unit.id), await leading(elsewhere.id)]
    expect(await world.ask('show-solution', { key }, foreign)).toBe('no-such-solution')
    expect(await world.ask('show-solution', { key }, own)).toBe('yes')
    expect(await edit(own, await versionNow())).toBe('not-yours')
  })

  test('coming to lead it by placing its unit below one’s own, also through a second account', async () => {
    const made = z.object({ id: z.string() })
    const keeper = await world.person(['administrator'])
    const again = await world.person(['maker'], { human: keeper })
    const [below, above] = [
      await world.get(made, 'add-unit', { name: 'Whose below' }, keeper),
      await world.get(made, 'add-unit', { name: 'Whose above' }, keeper),
    ]
    await world.db.updateTable('unit').set({ leadId: again.id }).where('id', '=', above.id).execute()
    const placing = { unit: below.id, name: 'Whose below', parent: above.id }
    expect(await world.ask('change-unit', placing, keeper, { 'if-match': '1' })).toBe('own-unit')
    expect(await world.ask('close-unit', { unit: below.id, into: above.id }, keeper, { 'if-match': '1' })).toBe('own-unit')
    expect(await world.ask('change-unit', placing, await world.person(['administrator']), { 'if-match': '1' })).toBe('yes')
  })

  test('proving entries about it', async () => {
    const { id } = await world.db
      .selectFrom('ledgerEntry')
      .select('id')
      .where('subjectKind', '=', 'solution')
      .where('actor', '=', one.id)
      .executeTakeFirstOrThrow()
    const sealed = async (as: Somebody) => world.ask('prove-entry', { entry: id }, as)
    expect(await sealed(other)).toBe('no-such-entry')
    await expect.poll(() => sealed(one), { timeout: 10_000 }).toBe('yes')
  })

  test('having somebody else’s answer repeated by using their request id', async () => {
    const same = { 'idempotency-key': 'the-very-same-id' }
    const mine = await world.heard('register-solution', { ...idea, name: 'Mine alone' }, one.credential, same)
    const theirs = await world.heard('register-solution', { ...idea, name: 'Theirs' }, other.credential, same)
    expect(theirs.text).not.toContain('Mine alone')
    expect(registered.parse(JSON.parse(theirs.text)).key).not.toBe(registered.parse(JSON.parse(mine.text)).key)
    expect(await world.ask('register-solution', { ...idea, name: 'Changed' }, one, same)).toBe('request-id-reused')
    expect((await world.heard('register-solution', { ...idea, name: 'Mine alone' }, one.credential, same)).text).toBe(mine.text)
  })

  test('overwriting with a version that one guessed', async () => {
    expect(await edit(one, 1)).toBe('changed-meanwhile')
    expect(await edit(one, await versionNow())).toBe('yes')
  })

  test('changing another’s contact, absence, sign-ins or tokens', async () => {
    const days = { firstDay: '2030-02-01', lastDay: '2030-02-02' }
    expect(await world.ask('change-contact', { contact: 'x', person: one.id }, other)).toBe('invalid-input')
    expect(await world.ask('add-absence', { ...days, person: one.id }, other)).toBe('not-yours')
    expect(await world.ask('add-absence', { ...days, person: one.id }, one)).toBe('yes')
    const { id } = await world.db.selectFrom('absence').select('id').where('personId', '=', one.id).executeTakeFirstOrThrow()
    expect(await world.ask('remove-absence', { absence: id }, other)).toBe('not-yours')
    expect(await world.ask('show-person-access', { person: one.id }, other)).toBe('administrators-only')
    expect(await world.ask('end-person-access', { person: one.id }, other)).toBe('administrators-only')
    expect(await world.ask('remove-absence', { absence: id }, one)).toBe('yes')
  })

  test('reading what is confidential about others in the directory', async () => {
    const shown = await world.heard('show-person', { person: one.id }, other.credential)
    expect(shown.text).not.toContain(`${one.id}@attack.example`)
    expect((await world.heard('list-people', { limit: 100 }, other.credential)).text).not.toContain(`${one.id}@attack.example`)
    expect((await world.heard('show-person', { person: one.id }, one.credential)).text).toContain(`${one.id}@attack.example`)
    const confidential = ['email', 'employeeNumber', 'state', 'stateSince', 'units', 'accounts', 'absences']
    const fieldsFor = async (who: Somebody) =>
      Object.keys(await world.get(z.record(z.string(), z.unknown()), 'show-person', { person: one.id }, who)).filter(field =>
        confidential.includes(field),
      )
    expect(await fieldsFor(other)).toEqual([])
    expect((await fieldsFor(one)).toSorted()).toEqual(confidential.toSorted())
    expect((await fieldsFor(await world.person(['auditor']))).toSorted()).toEqual(confidential.toSorted())
  })
})

/** Every address that reads, once as each of two makers: nothing of the one’s turns up at the other’s. */
test('whatever can be read, read as somebody else, names nothing that is theirs', async () => {
  const secret = 'Only for my own eyes'
  const own = (await world.get(registered, 'register-solution', { ...idea, name: secret }, one)).key
  const reading = world.program.operations.filter(({ http, effect }) => http?.method === 'GET' && effect === 'read')
  expect(reading.length).toBeGreaterThan(15)
  let seen = 0
  for (const operation of reading) {
    const input = Object.fromEntries(
      [...(operation.http?.path.matchAll(/\{(\w+)\}/g) ?? [])].map(([, field = '']) => [field, field === 'key' ? own : one.id]),
    )
    expect((await world.heard(operation.name, input, other.credential)).text, operation.name).not.toContain(secret)
    if ((await world.heard(operation.name, input, one.credential)).text.includes(secret)) seen += 1
  }
  // The same questions, asked by whom it belongs to, do bring it.
  expect(seen).toBeGreaterThanOrEqual(2)
})
