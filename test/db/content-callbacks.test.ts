import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { callBack } from '#src/capabilities/human-review/call-back.ts'
import { partColumn, secretColumn } from '#src/capabilities/human-review/index.ts'
import { installationRow } from '#src/capabilities/people/index.ts'
import { openVault } from '#src/capabilities/vault/index.ts'
import { openReceiver } from '#src/sending/receiver.fixture.ts'
import { code, contentIn, owner, reviewer } from './content-world.ts'
import type { Solutions } from './solutions-world.ts'
import { forTeam, openSolutions } from './solutions-world.ts'

/** A flow that would rather be told than ask: at a real receiver, whose library judges what it gets. */
let world: Solutions
let running: string
let receiver: Awaited<ReturnType<typeof openReceiver>>
let secret: string
const vault = openVault(async db => world.config.masterKey((await installationRow(db))?.id ?? 'new'), [partColumn, secretColumn])
beforeAll(async () => {
  world = await openSolutions()
  running = await world.running(forTeam)
  await name(running)
  receiver = await openReceiver()
  expect(await code(submit({ callback: receiver.url }))).toBe('no-callback-secret')
  secret = (await world.ask<{ secret: string }>('make-callback-secret', { key: running }, owner)).secret
})
afterAll(async () => {
  await receiver.close()
  await world.remove()
})
const { name, submit, show, read } = contentIn(
  () => world,
  () => running,
)
const call = () => callBack(world.db, { vault, exit: receiver.exit }, world.clock.now())
const told = () => {
  const { body, headers } = receiver.got.at(-1) ?? { body: '', headers: {} }
  vi.useFakeTimers({ toFake: ['Date'], now: world.clock.now().epochMilliseconds })
  try {
    return new Webhook(secret).verify(body, headers)
  } finally {
    vi.useRealTimers()
  }
}

test('a flow is told at its address as soon as there is a verdict, signed, and not what the text is', async () => {
  const { id } = await submit({ callback: receiver.url })
  expect(await call()).toBe(0)
  await read(id)
  expect(await call()).toBe(1)
  expect(told()).toEqual({ type: 'content-review.decided', timestamp: expect.any(String), data: { id, verdict: 'approved' } })
  expect(receiver.got.at(-1)?.body).not.toContain('claim')
  expect(await show(id)).toMatchObject({ callback: 'delivered' })
  expect(await call()).toBe(0)
})

test('a flow is told that nobody decided in time', async () => {
  const { id } = await submit({ callback: receiver.url, deadlineMinutes: 5 })
  world.clock.move({ minutes: 5 })
  expect(await call()).toBe(1)
  expect(told()).toMatchObject({ data: { id, verdict: 'expired' } })
})

test('a flow is told again later where it was not there, under the same id, and not for ever', async () => {
  receiver.answer.status = 503
  const { id } = await submit({ callback: receiver.url })
  await world.ask('reject-content', { id, reason: 'No.' }, reviewer)
  const ids = new Set<string | undefined>()
  let attempts = 0
  for (let minutes = 0; minutes < 2 * 24 * 60; minutes += 30) {
    attempts += await call()
    ids.add(receiver.got.at(-1)?.headers['webhook-id'])
    world.move({ minutes: 30 })
  }
  expect(attempts).toBe(7)
  expect([...ids]).toEqual([id])
  expect(await show(id)).toMatchObject({ callback: 'given-up', verdict: 'rejected' })
  receiver.answer.status = 200
  expect(await world.ask('show-content-step', { key: running }, owner)).toMatchObject({ givenUp: 1 })
  await world.ask('repeat-callbacks', { key: running }, owner)
  expect(await call()).toBe(1)
  expect(told()).toMatchObject({ data: { id, verdict: 'rejected' } })
  expect(await code(world.ask('repeat-callbacks', { key: running }, owner))).toBe('nothing-given-up')
})

test('what was given up is listed in pages, with why, for who answers for the solution, and one of it is told again', async () => {
  receiver.answer.status = 400
  const ids: string[] = []
  for (let serial = 0; serial < 3; serial += 1) {
    const { id } = await submit({ callback: receiver.url })
    await world.ask('reject-content', { id, reason: 'No.' }, reviewer)
    ids.unshift(id)
  }
  await call()
  const list = (more: Record<string, unknown> = {}, person = owner) =>
    world.ask<{ callbacks: { id: string; since: string }[]; next: string | null }>('list-callbacks', { key: running, ...more }, person)
  const first = await list({ limit: 2 })
  expect(first.callbacks).toMatchObject(
    ids
      .slice(0, 2)
      .map(id => ({ id, kind: 'mail', verdict: 'rejected', tries: 1, trouble: 'rejected', since: world.clock.now().toString() })),
  )
  expect(await list({ behind: first.next ?? '' })).toMatchObject({ callbacks: [{ id: ids[2] }], next: null })
  expect(await code(list({}, reviewer))).toBe('owners-only')
  receiver.answer.status = 200
  expect(await world.ask('repeat-callbacks', { key: running, content: ids[1] }, owner)).toEqual({ repeated: 1 })
  expect(await call()).toBe(1)
  expect(told()).toMatchObject({ data: { id: ids[1] } })
  expect((await list()).callbacks.map(({ id }) => id)).toEqual([ids[0], ids[2]])
  expect(await code(world.ask('repeat-callbacks', { key: running, content: ids[1] }, owner))).toBe('nothing-given-up')
})
