import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Credential } from '#src/kernel/operation.ts'
import { accessWorld, codeOf, founder, operator, secretOf, session, token } from './access-world.ts'
import type { AccessWorld } from './access-world.ts'

/* The second factor: a code counts once, guessing is slow, and beyond this machine nobody with a say goes without. */

const authenticator = (seed: string) => {
  const totp = new TOTP({ secret: Secret.fromBase32(seed) })
  /** The code of the step so many steps from now. */
  return (now: Temporal.Instant, steps = 0) => totp.generate({ timestamp: now.epochMilliseconds + steps * 30_000 })
}
const setUp = async (world: AccessWorld, by: Credential) => {
  const { secret, uri } = await world.ask<{ secret: string; uri: string }>('begin-second-factor', {}, by)
  const code = authenticator(secret)
  const { recoveryCodes } = await world.ask<{ recoveryCodes: string[] }>('confirm-second-factor', { code: code(world.clock.now()) }, by)
  world.clock.move({ seconds: 60 })
  return { seed: secret, uri, recoveryCodes, code: (steps = 0) => code(world.clock.now(), steps) }
}

describe('somebody with a second factor', () => {
  let world: AccessWorld
  let ada: Credential
  beforeAll(async () => {
    world = await accessWorld()
    ada = (await world.twoAdministrators()).ada
  })
  afterAll(() => world.remove())

  test('needs the password and a code; each code lets in one of several at once, and never again', async () => {
    const { email, password, credential } = await world.join(ada, 'Pia Nord', 'rusty gates sing softly')
    const factor = await setUp(world, credential)
    expect(factor.uri).toMatch(/^otpauth:\/\/totp\/.*pia\.nord.*issuer=Alderney%20Works/)
    expect(await codeOf(world.signIn(email, password))).toBe('code-needed')
    expect(await codeOf(world.signIn(email, 'not the password here', { code: factor.code() }))).toBe('wrong-password')
    const code = factor.code()
    const codes = await Promise.all(Array.from({ length: 3 }, () => codeOf(world.signIn(email, password, { code }))))
    expect(codes.filter(each => each === undefined)).toHaveLength(1)
    expect(await codeOf(world.signIn(email, password, { code }))).toBe('wrong-code')
    // A step that was skipped is over too: what was seen over a shoulder a step ago is no good.
    expect(await codeOf(world.signIn(email, password, { code: factor.code(-1) }))).toBe('wrong-code')
  })

  test('is let in with a clock that is a step off, not two', async () => {
    const { email, password, credential } = await world.join(ada, 'Quin Alm', 'thistle and thunder at tea')
    const factor = await setUp(world, credential)
    world.clock.move({ minutes: 5 })
    expect(await codeOf(world.signIn(email, password, { code: factor.code(-2) }))).toBe('wrong-code')
    expect(await codeOf(world.signIn(email, password, { code: factor.code(2) }))).toBe('wrong-code')
    expect(await codeOf(world.signIn(email, password, { code: factor.code(-1) }))).toBeUndefined()
    expect(await codeOf(world.signIn(email, password, { code: factor.code(1) }))).toBeUndefined()
  })

  test('whoever knows the password tries at most a handful of codes before they wait, from wherever they come', async () => {
    const { email, password, credential } = await world.join(ada, 'Rolf Dahl', 'candle wax on blue stairs')
    const factor = await setUp(world, credential)
    const wrong = factor.code() === '000000' ? '000001' : '000000'
    const codes: (string | undefined)[] = []
    for (let i = 0; i < 200; i += 1) codes.push(await codeOf(world.signIn(email, password, { code: wrong, source: `203.0.113.${i}` })))
    expect(codes.filter(each => each === 'wrong-code').length).toBeLessThanOrEqual(6)
    expect(codes.filter(each => each === 'too-many-attempts').length).toBeGreaterThanOrEqual(194)
    world.clock.move({ minutes: 1 })
    expect(await codeOf(world.signIn(email, password, { code: factor.code() }))).toBeUndefined()
  })

  test('gets in once with each of ten recovery codes, kept hashed', async () => {
    const { id, email, password, credential } = await world.join(ada, 'Sven Aho', 'my umbrella speaks french')
    const { recoveryCodes } = await setUp(world, credential)
    expect(new Set(recoveryCodes).size).toBe(10)
    const [first = '', second = ''] = recoveryCodes
    expect(await codeOf(world.signIn(email, password, { code: first.toLowerCase() }))).toBeUndefined()
    expect(await codeOf(world.signIn(email, password, { code: first }))).toBe('wrong-code')
    expect(await codeOf(world.signIn(email, password, { code: second }))).toBeUndefined()
    expect(await world.ask('show-my-access', {}, credential)).toMatchObject({ secondFactor: { recoveryCodes: 8 } })
    const row = await world.store.db.selectFrom('secondFactor').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    for (const code of recoveryCodes) expect(JSON.stringify(row)).not.toContain(code)
  })

  test('loses it with a code of it, or with a recovery link', async () => {
    const { id, email, password, credential } = await world.join(ada, 'Tove Lie', 'bread crumbs lead nowhere')
    const factor = await setUp(world, credential)
    expect(await codeOf(world.ask('begin-second-factor', {}, credential))).toBe('factor-set-up')
    expect(await codeOf(world.ask('remove-second-factor', { code: '12345' }, credential))).toBe('wrong-code')
    await world.ask('remove-second-factor', { code: factor.code() }, credential)
    expect(await codeOf(world.signIn(email, password))).toBeUndefined()
    await setUp(world, credential)
    const link = await world.ask<{ path: string }>('make-recovery-link', { person: id }, ada)
    await world.accept(secretOf(link), { password: 'paper boats in the gutter' })
    expect(await codeOf(world.signIn(email, 'paper boats in the gutter'))).toBeUndefined()
  })

  test('and begins another', async () => {
    const { credential } = await world.join(ada, 'Ulla Berg', 'four kites above the harbour')
    const factor = await setUp(world, credential)
    await world.ask('remove-second-factor', { code: factor.code() }, credential)
    for (let i = 0; i < 2; i += 1) await world.ask('begin-second-factor', {}, credential)
    expect(await world.ask('show-my-access', {}, credential)).toMatchObject({ secondFactor: null })
  })

  test('everything that was recorded on the way can be proven', () => world.expectProven())
})

describe('where others than this machine reach the server', () => {
  let world: AccessWorld
  beforeAll(async () => {
    world = await accessWorld({ offLoopback: true })
  })
  afterAll(() => world.remove())

  test('somebody with a say can do nothing but set up a second factor, until they have shown one', async () => {
    const ada = session((await world.found()).secret)
    expect(await world.ask('show-me', {}, ada)).toMatchObject({ person: { roles: [] }, needs: ['second-factor'] })
    const allowed = new Set<string>()
    const given = {
      access: 'x',
      code: '1',
      person: 'x',
      email: 'x@y.example',
      current: 'x',
      next: 'x',
      name: 'x',
      effects: ['read'],
      days: 1,
    }
    for (const operation of world.program.operations) {
      const input = Object.fromEntries(Object.entries(given).filter(([field]) => field in operation.input.shape))
      const code = await codeOf(world.ask(operation.name, { ...input, version: 1 }, ada)).catch(() => 'a bug')
      if (code !== 'second-factor-needed' && code !== 'invalid-input') allowed.add(operation.name)
    }
    // What anybody may ask without signing in stays; of what needs a name, nothing but this.
    const forVisitors = [...allowed].filter(name => world.program.named(name).beforeProof !== true)
    for (const name of forVisitors) expect(world.program.named(name).allows({ kind: 'anonymous' }, null), name).toBeNull()
    for (const name of [
      'list-people',
      'make-token',
      'invite-person',
      'invite-second-administrator',
      'list-proposals',
      'remove-second-factor',
    ])
      expect(await codeOf(world.ask(name, {}, ada).then(() => 'let in')), name).not.toBe(undefined)

    const again = session((await world.signIn(founder.email, founder.password)).secret)
    const factor = await setUp(world, again)
    expect(await world.ask('show-me', {}, again)).toMatchObject({ person: { roles: ['administrator'] }, needs: ['second-administrator'] })
    expect(await codeOf(world.ask('list-people', {}, again))).toBeUndefined()

    const { secret } = await world.ask<{ secret: string }>('make-token', { name: 'list', effects: ['read'], days: 1 }, again)
    expect(await codeOf(world.ask('list-people', {}, token(secret)))).toBeUndefined()
    await world.ask('remove-second-factor', { code: factor.code() }, again)
    for (const way of [again, token(secret)]) expect(await codeOf(world.ask('list-people', {}, way))).toBe('second-factor-needed')
    expect(await codeOf(world.ask('make-set-up-link', {}, operator))).toBe('already-set-up')
  })
})
