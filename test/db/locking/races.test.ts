import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Installation } from '#src/installation.ts'
import type { Credential } from '#src/kernel/operation.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import { freshInstallation, openDemo } from '../../harness.ts'

/*
 * Two replicas on one PostgreSQL, each with its own connections and sequencer.
 */
let first: Awaited<ReturnType<typeof freshInstallation>>
let second: Installation
let priya: Credential

beforeAll(async () => {
  first = await freshInstallation()
  second = await openDemo(first.config.store, first.config.keys)
  priya = await first.as('priya-raman')
})
afterAll(async () => {
  await second.close()
  await first.remove()
})

const facts = { audience: 'my-team' }
const ask = async ({ run, program }: Installation, name: string, input: Record<string, unknown>) =>
  (await run(program.named(name), input, priya)).output as Record<string, unknown>

/** How each of several attempts ended: `yes`, or the code of the refusal. */
const outcomes = async (attempts: readonly Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(attempts)).map(result =>
    result.status === 'fulfilled' ? 'yes' : result.reason instanceof Refusal ? result.reason.code : String(result.reason),
  )

describe('two replicas', () => {
  test('racing 1,000 times to edit one version: one winner each time, and the loser is told', { timeout: 240_000 }, async () => {
    const { key } = await ask(first, 'register-solution', { name: 'Raced', purpose: 'Raced.', facts, requestId: 'race-base' })
    let version = 1
    for (let race = 0; race < 1_000; race += 1) {
      const edit = (replica: Installation, name: string) => ask(replica, 'edit-solution', { key, version, name, purpose: 'Raced.', facts })
      const ended = await outcomes([edit(first, `first ${race}`), edit(second, `second ${race}`)])
      expect(ended.sort()).toEqual(['changed-meanwhile', 'yes'])
      version += 1
    }
    const solution = await ask(second, 'show-solution', { key })
    expect(solution['version']).toBe(1_001)
  })

  test('racing 300 times to register one request: one solution each time', { timeout: 120_000 }, async () => {
    const registered = async () =>
      Number(
        (
          await first.store.db
            .selectFrom('solution')
            .select(eb => eb.fn.countAll<string>().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      )
    const before = await registered()
    for (let race = 0; race < 300; race += 1) {
      const register = (replica: Installation) =>
        ask(replica, 'register-solution', { name: 'Raced', purpose: 'Raced.', facts, requestId: `race-request-${race}` })
      const ended = await outcomes([register(first), register(second), register(first)])
      expect(ended).toEqual(['yes', 'yes', 'yes'])
    }
    expect(await registered()).toBe(before + 300)
  })

  test('both sequence, and the ledger is one: dense, sound, and in agreement with every row', async () => {
    await first.sequencer.settled()
    await second.sequencer.settled()
    for (const replica of [first, second]) {
      const report = (await replica.run(replica.program.named('verify-ledger'), {}, { kind: 'system', job: 'test' })).output
      expect(report).toMatchObject({ ok: true, faults: [], ledger: { ok: true, faults: [] } })
    }
    expect(second.sequencer.state().alarm).toBeNull()
  })
})
