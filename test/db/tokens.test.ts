import { afterAll, beforeAll, expect, test } from 'vitest'
import { createUses } from '#src/capabilities/access/index.ts'
import type { Credential } from '#src/kernel/operation.ts'
import { accessWorld, codeOf, founder, session, token } from './access-world.ts'
import type { AccessWorld } from './access-world.ts'

/* What a token is good for: never more than its owner, never longer than it says, never without them. */

let world: AccessWorld
let owner: Awaited<ReturnType<AccessWorld['join']>>
let ada: Credential
beforeAll(async () => {
  world = await accessWorld()
  ada = (await world.twoAdministrators()).ada
  owner = await world.join(ada, 'Nora Lind', 'pencils under the frost')
})
afterAll(() => world.remove())

interface Made {
  id: string
  secret: string
}
const make = (input: Record<string, unknown>, by = owner.credential) =>
  world.ask<Made>('make-token', { name: 'nightly list', effects: ['read'], days: 30, ...input }, by)
const contact = { contact: 'call extension 4711' }

test('a token for reading changes nothing, one for named operations does those alone', async () => {
  const reading = token((await make({})).secret)
  expect(await world.ask('show-me', {}, reading)).toMatchObject({ person: { id: owner.id } })
  expect(await codeOf(world.ask('change-contact', contact, reading))).toBe('beyond-token')

  const narrow = token((await make({ operations: ['show-me'] })).secret)
  expect(await codeOf(world.ask('show-me', {}, narrow))).toBeUndefined()
  expect(await codeOf(world.ask('list-units', {}, narrow))).toBe('beyond-token')

  const writing = token((await make({ effects: ['read', 'write'] })).secret)
  expect(await codeOf(world.ask('change-contact', contact, writing))).not.toBe('beyond-token')
})

test('no token lets in further: none makes tokens, changes the password, ends sign-ins or takes part in four eyes', async () => {
  const widest = token((await make({ effects: ['read', 'write'] }, ada)).secret)
  const attempts = {
    'make-token': { name: 'x', effects: ['read'], days: 1 },
    'change-password': { current: 'x', next: 'y' },
    'begin-second-factor': {},
    'confirm-second-factor': { code: '123456' },
    'remove-second-factor': { code: '123456' },
    'end-access': { access: owner.id },
    'end-all-access': {},
    'invite-person': { person: owner.id },
    'make-recovery-link': { person: owner.id },
    'propose-sign-in-reset': { person: owner.id, note: 'x' },
    'end-person-access': { person: owner.id },
  }
  for (const [name, input] of Object.entries(attempts)) expect(await codeOf(world.ask(name, input, widest)), name).toBe('attended-only')
})

test('its secret is shown once, stands nowhere, and is no sign-in', async () => {
  const { id, secret } = await make({ name: 'once' })
  const mine = await world.ask('show-my-access', {}, owner.credential)
  expect(mine).toMatchObject({ tokens: expect.arrayContaining([expect.objectContaining({ id, name: 'once' })]) })
  expect(JSON.stringify(mine)).not.toContain(secret)
  expect(await codeOf(world.ask('show-my-access', {}, session(secret)))).toBe('session-ended')
  expect(await codeOf(world.ask('show-my-access', {}, token(owner.secret)))).toBe('token-ended')
})

test('it ends by its owner’s word, never by somebody else’s who only knows its id, and when its days are over', async () => {
  const { id, secret } = await make({ days: 1 })
  expect(await codeOf(world.ask('end-access', { access: id }, ada))).toBe('no-such-access')
  const other = await make({ days: 1 })
  await world.ask('end-access', { access: other.id }, owner.credential)
  expect(await codeOf(world.ask('show-me', {}, token(other.secret)))).toBe('token-ended')
  expect(await codeOf(world.ask('show-me', {}, token(secret)))).toBeUndefined()
  world.clock.move({ hours: 24 })
  expect(await codeOf(world.ask('show-me', {}, token(secret)))).toBe('token-ended')
  owner.credential = session((await world.signIn(owner.email, owner.password)).secret)
  ada = session((await world.signIn(founder.email, founder.password)).secret)
})

test('its last use is shown to within a minute, and written down in batches', async () => {
  const { id } = await make({ name: 'used' })
  const uses = createUses()
  uses.touch(id, world.clock.now())
  const written = () => world.store.db.selectFrom('accessUse').select('usedAt').where('accessId', '=', id).executeTakeFirst()
  expect(await written()).toBeUndefined()
  await uses.flush(world.store.db)
  expect((await written())?.usedAt.toString()).toBe(world.clock.now().toString())
  const { tokens } = await world.ask<{ tokens: { id: string; usedAt: string | null }[] }>('show-my-access', {}, owner.credential)
  expect(tokens.find(each => each.id === id)?.usedAt).toBe(world.clock.now().toString())
})

test('nobody keeps more than twenty, or one for ever', async () => {
  const hoarder = await world.join(ada, 'Olaf Berg', 'every teapot has a lid')
  for (let i = 0; i < 20; i += 1) await make({}, hoarder.credential)
  expect(await codeOf(make({}, hoarder.credential))).toBe('too-many-tokens')
  expect(await codeOf(make({ days: 366 }, hoarder.credential))).toBe('invalid-input')
  expect(await codeOf(make({ effects: ['write'] }, hoarder.credential))).toBe('invalid-input')
})
