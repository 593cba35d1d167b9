import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { callHere, operationCommand } from '#src/doors/cli/index.ts'
import { httpServer, loopbackReach } from '#src/doors/http/index.ts'
import { roles } from '#src/kernel/actor.ts'
import type { Credential } from '#src/kernel/operation.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import { charterWorld } from '../charter/world.ts'
import { root } from '../harness.ts'

/*
 * Somebody who holds every role there is still can't adopt what they proposed, whichever way they come.
 */
const { guildhall, charter, propose, adopt, withdraw, requestId, inForce, shown, clear } = await charterWorld()
const { run, program, store } = guildhall
const everything = 'grace-mbeki'
const { app } = httpServer({
  operations: program.operations,
  signIn: program.signIn,
  run,
  log: pino({ level: 'silent' }),
  events: { listChanges: program.listChanges, position: () => 0 },
  reachOf: () => loopbackReach,
  pages: join(root, 'no-pages'),
  version: '0',
  readiness: () => Promise.resolve(null),
})
let alone: Credential
beforeAll(async () => {
  await store.db
    .updateTable('person')
    .set({ roles: JSON.stringify(roles) })
    .where('id', '=', everything)
    .execute()
  alone = await guildhall.as(everything)
})
afterEach(clear)
afterAll(async () => {
  await app.close()
  await guildhall.remove()
})

/** A command as the terminal runs it, and the code of its refusal. */
const command = async (name: string, args: string[], input: unknown = {}): Promise<string> => {
  const { run: runCommand } = operationCommand(program.named(name), use => use(callHere(run, program.signIn)))
  const terminal = {
    stdin: Readable.from([JSON.stringify(input)]),
    out: () => undefined,
    err: () => undefined,
    interactive: false,
    columns: 80,
  }
  return runCommand([...args, '--input', '-'], terminal).then(String, (error: unknown) =>
    error instanceof Refusal ? error.code : Promise.reject(error as Error),
  )
}

const overHttp = async (credential: Credential, path: string, headers: Record<string, string>, payload?: unknown) => {
  const secret = credential.kind === 'session' ? credential.secret : ''
  const response = await app.inject({
    method: 'POST',
    url: path,
    headers: {
      host: 'localhost:4400',
      origin: 'http://localhost:4400',
      cookie: `guildhall-session=${secret}`,
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(payload === undefined ? {} : { payload: JSON.stringify(payload) }),
  })
  return {
    status: response.statusCode,
    body: response.json<{ id: string; digest: string; code?: string; state?: string; errors?: unknown }>(),
  }
}

describe('one person with every role', () => {
  test('can’t adopt their own proposal, nor by signing in again', async () => {
    const proposal = await propose(charter(), alone)
    await expect(adopt(proposal, alone)).rejects.toMatchObject({ code: 'no-second-person' })
    await expect(adopt(proposal, await guildhall.as(everything))).rejects.toMatchObject({ code: 'no-second-person' })
    expect(await adopt(proposal)).toMatchObject({ state: 'adopted' })
  })

  test('can’t by withdrawing and proposing again', async () => {
    const documents = charter()
    await withdraw(await propose(documents, alone), alone)
    await expect(adopt(await propose(documents, alone), alone)).rejects.toMatchObject({ code: 'no-second-person' })
  })

  test('can’t over HTTP, whatever the request adds', async () => {
    const before = await inForce()
    const { body: proposal } = await overHttp(
      alone,
      '/api/proposals/charters',
      { 'idempotency-key': requestId() },
      { documents: charter(), note: 'Alone.' },
    )
    expect(proposal).toMatchObject({ state: 'open', version: 1 })
    const path = `/api/proposals/${proposal.id}/adoption`
    const { digest } = proposal
    expect(await overHttp(alone, path, { 'if-match': '"1"' }, { digest })).toMatchObject({
      status: 403,
      body: { code: 'no-second-person' },
    })
    expect(await overHttp(alone, path, { 'if-match': '"1"' }, { digest, proposedBy: 'amelia-hart' })).toMatchObject({ status: 400 })
    expect(await overHttp(alone, path, {}, { digest })).toMatchObject({ status: 428 })
    expect(await inForce()).toEqual(before)
    expect(await overHttp(await guildhall.as('daniel-okoye'), path, { 'if-match': '"1"' }, { digest })).toMatchObject({
      status: 200,
      body: { state: 'adopted' },
    })
  })

  test('can’t at the terminal, as themselves or as its operator', async () => {
    expect(await command('propose-charter', ['--as', everything], { documents: charter(), note: 'Alone.' })).toBe('0')
    const { id, version, binding } = (await shown()).proposal
    const adoption = ['--proposal', id, '--digest', binding, '--version', String(version)]
    expect(await command('adopt-proposal', ['--as', everything, ...adoption])).toBe('no-second-person')
    expect(await command('adopt-proposal', adoption)).toBe('people-only')
    expect(await command('adopt-proposal', ['--as', 'mei-lin-chou', ...adoption])).toBe('0')
  })
})
