import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { allowPrivateTarget } from '#src/capabilities/outbound/allow-private-target.ts'
import { outboundCapability } from '#src/capabilities/outbound/index.ts'
import { currentTargets } from '#src/capabilities/outbound/store.ts'
import { operation } from '#src/capabilities/operation.ts'
import { privateTargetView } from '#src/capabilities/outbound/contract.ts'
import { MOST_TARGETS } from '#src/capabilities/outbound/allow-private-target.ts'
import { presentTarget } from '#src/capabilities/outbound/present.ts'
import { withdrawPrivateTarget } from '#src/capabilities/outbound/withdraw-private-target.ts'
import { reachCommand } from '#src/doors/cli/reach.ts'
import type { Actor, Role } from '#src/kernel/actor.ts'
import { roles } from '#src/kernel/actor.ts'
import { systemClock } from '#src/kernel/clock.ts'
import type { Answering } from '#src/kernel/operation.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import { createExit, readExitSettings } from '#src/outbound/index.ts'
import { hostileTargets } from '#src/outbound/hostile-targets.fixture.ts'
import { watchSockets } from '#src/outbound/sockets.fixture.ts'
import { createRunner } from '#src/runner.ts'
import { openStore } from '#src/store/index.ts'
import type { Store } from '#src/store/index.ts'
import { freshStore } from '../harness.ts'
import { verifyState } from '../ledger/programme.ts'

let store: Store
let inside: ReturnType<typeof createServer>
let port: number
let connections = 0

beforeAll(async () => {
  const fresh = await freshStore()
  store = await openStore(fresh.config, { onLost: () => undefined })
  inside = createServer((_, response) => void response.end('inside'))
  inside.on('connection', () => void (connections += 1))
  await new Promise<void>(resolve => inside.listen(0, '127.0.0.1', resolve))
  port = (inside.address() as AddressInfo).port
  return async () => {
    await store.close()
    await fresh.remove()
  }
})
afterAll(() => void inside.close())
beforeEach(async () => {
  await sql`truncate private_target, ledger_entry, ledger_personal`.execute(store.db)
})

const person = (...held: Role[]): Actor => ({
  kind: 'person',
  id: 'somebody',
  human: 'somebody',
  name: 'Somebody',
  roles: held,
  unit: null,
  leads: [],
  access: 'a sign-in',
  may: null,
})
const operator: Actor = { kind: 'system', job: 'operator' }

const as = async <O>(actor: Actor, asked: Answering<O>, input: Record<string, unknown> = {}) => {
  const run = createRunner({ store, clock: systemClock, identify: () => Promise.resolve(actor), onEntries: () => undefined })
  return run(asked, input, { kind: 'none' })
}

/** Stands for the adoption of a proposal, which alone calls the effect. */
const adopt = operation({
  name: 'adopt-for-test',
  summary: 'For these tests.',
  effect: 'write',
  input: z.strictObject({ target: z.string(), reason: z.string() }),
  output: privateTargetView,
  allows: () => null,
  run: async (content, { db, now, record }) => presentTarget(await allowPrivateTarget(db, content, { now, record })),
})
const allow = async (target: string) => (await as(operator, adopt, { target, reason: 'The planning system.' })).output
const allowed = () => currentTargets(store.db)
const exit = () => createExit({ ...readExitSettings({}), allowed })
const url = () => `http://localhost:${port}/`

describe('a private target', () => {
  test('may be called from the moment it is allowed until the moment it is withdrawn', async () => {
    const way = exit()
    await expect(way.request({ url: url() })).rejects.toMatchObject({ code: 'target-refused' })
    const { id, version } = await allow(`LOCALHOST:${port}`)
    expect((await way.request({ url: url() })).body.toString()).toBe('inside')
    await as(person('it-security'), withdrawPrivateTarget, { id, version })
    await expect(way.request({ url: url() })).rejects.toMatchObject({ code: 'target-refused' })
    await way.close()
  })

  test('is this host on this port only', async () => {
    await allow(`localhost:${port}`)
    const way = exit()
    await expect(way.request({ url: `http://127.0.0.1:${port}/` })).rejects.toMatchObject({ code: 'target-refused' })
    await expect(way.request({ url: 'http://localhost:8081/' })).rejects.toMatchObject({ code: 'target-refused' })
    await way.close()
    for (const target of ['localhost', '*:8443', 'localhost:*', '10.0.0.0/8:80', '169.254.169.254:80'])
      await expect(allow(target)).rejects.toMatchObject({ code: 'bad-private-target' })
  })

  test('stands in the ledger with its opening and its closing, and its reason can be erased', async () => {
    const { id, version } = await allow('erp.example:8443')
    await as(person('administrator'), withdrawPrivateTarget, { id, version })
    const entries = await store.db.selectFrom('ledgerEntry').select(['type', 'subjectId', 'body']).orderBy('id').execute()
    expect(entries.map(({ type, subjectId }) => [type, subjectId])).toEqual([
      ['private-target-allowed', id],
      ['private-target-withdrawn', id],
    ])
    expect(entries[0]?.body).toContain('erp.example')
    expect(entries[0]?.body).not.toContain('planning system')
    const personal = await store.db.selectFrom('ledgerPersonal').select('field').execute()
    expect(personal).toEqual([{ field: 'reason' }])
  })

  test.each([
    [
      'added',
      () => sql`insert into private_target values ('x', 1, '\\x00112233445566778899aabbccddeeff', 'db.example', 8443, '', now(), null)`,
    ],
    ['moved to another host', () => sql`update private_target set host = 'db.example'`],
    ['moved to another port', () => sql`update private_target set port = 9443`],
  ])('%s behind the program’s back is found', async (_, tamper) => {
    await allow('erp.example:8443')
    const faults = async () => (await verifyState(store.db, outboundCapability.governed, { vkey: 'none', known: [] })).faults.length
    const before = await faults()
    await tamper().execute(store.db)
    expect(await faults()).toBeGreaterThan(before)
  })

  test('is opened once, however it is spelled, also by two at the same time', async () => {
    await allow('erp.example:8443')
    await expect(allow('ERP.example.:8443')).rejects.toMatchObject({ code: 'target-allowed-already' })
    const both = await Promise.allSettled([allow('10.0.0.7:8443'), allow('0xa000007:8443')])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await allowed()).map(({ host }) => host)).toEqual(['10.0.0.7', 'erp.example'])
  })

  test('can be opened again after it was withdrawn, and withdrawn by two only once', async () => {
    const { id, version } = await allow('erp.example:8443')
    const both = await Promise.allSettled([1, 2].map(() => as(person('it-security'), withdrawPrivateTarget, { id, version })))
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await allow('erp.example:8443')
    expect(await allowed()).toHaveLength(1)
  })

  test('is one of a bounded number', async () => {
    await sql`insert into private_target select n::text, 1, '\\x00', 'h' || n, 8443, '', now(), null from generate_series(1, ${sql.lit(MOST_TARGETS)}) n`.execute(
      store.db,
    )
    await expect(allow('erp.example:8443')).rejects.toMatchObject({ code: 'too-many-targets' })
  })
})

describe('who may see private targets, and who may close them', () => {
  const kinds = async (asked: Answering<unknown>, input: Record<string, unknown>) =>
    Object.fromEntries(
      await Promise.all(
        [
          ...roles.map(role => [role, person(role)] as const),
          ['nobody', { kind: 'anonymous' }] as const,
          ['operator', operator] as const,
        ].map(async ([name, actor]) => [
          name,
          await as(actor, asked, input).then(
            () => 'yes',
            (error: unknown) => (error instanceof Refusal ? error.kind : error),
          ),
        ]),
      ),
    ) as Record<string, unknown>

  test('the list is for administrators, IT security, auditors and the program', async () => {
    const answers = await kinds(outboundCapability.listPrivateTargets, {})
    const may = Object.keys(answers).filter(name => answers[name] === 'yes')
    expect(may.sort()).toEqual(['administrator', 'auditor', 'it-security', 'operator'])
    expect(answers['nobody']).toBe('unauthenticated')
    expect(answers['maker']).toBe('forbidden')
  })

  test('closing is for an administrator or IT security; others can’t even learn whether a target exists', async () => {
    const unknown = { id: crypto.randomUUID(), version: 1 }
    const { id, version } = await allow('erp.example:8443')
    for (const role of roles.filter(role => role !== 'administrator' && role !== 'it-security')) {
      for (const input of [unknown, { id, version }])
        await expect(as(person(role), withdrawPrivateTarget, input)).rejects.toMatchObject({
          kind: 'forbidden',
          code: 'network-keepers-only',
        })
    }
    await expect(as(operator, withdrawPrivateTarget, { id, version })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(as(person('administrator'), withdrawPrivateTarget, unknown)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(as(person('administrator'), withdrawPrivateTarget, { id, version: version + 1 })).rejects.toMatchObject({ kind: 'stale' })
    expect((await as(person('administrator'), withdrawPrivateTarget, { id, version })).output).toMatchObject({ target: 'erp.example:8443' })
  })
})

describe('guildhall reach, on this installation', () => {
  const reach = async (address: string) => {
    let out = ''
    const terminal = {
      stdin: Readable.from([]),
      out: (text: string) => void (out += text),
      err: () => undefined,
      interactive: false,
      columns: 80,
    }
    const code = await reachCommand({ env: {}, allowed })
      .run([address, '--follow'], terminal)
      .catch((error: unknown) => (error instanceof Refusal && error.kind === 'invalid' ? 2 : error))
    return { code, out }
  }

  test('reaches what two people allowed', async () => {
    await allow(`localhost:${port}`)
    expect(await reach(url())).toMatchObject({ code: 0, out: expect.stringContaining('an allowed private target') })
  })

  test('never connects to an inside address, however it is spelled', async () => {
    await allow(`erp.example:${port}`)
    const before = connections
    const watch = watchSockets()
    const reached: string[] = []
    try {
      // Names are left to tests that answer for the name server.
      for (const target of hostileTargets.filter(target => !/^https?:\/\/\w+\.example\.com/.test(target))) {
        const { code } = await reach(target.replace('PORT', String(port)))
        if (code !== 1 && code !== 2) reached.push(target)
      }
    } finally {
      watch.stop()
    }
    expect(reached).toEqual([])
    expect(watch.began).toEqual([])
    expect(connections - before).toBe(0)
  })
})
