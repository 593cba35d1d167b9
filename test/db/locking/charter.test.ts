import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Installation } from '#src/installation.ts'
import type { Credential } from '#src/kernel/operation.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import { openDemo } from '../../harness.ts'
import { withTier } from '../../charter/edits.ts'
import { charterWorld, proposed } from '../../charter/world.ts'
import type { Proposed } from '../../charter/world.ts'

/*
 * Two replicas on one PostgreSQL, each with charters of its own in memory.
 */
const { guildhall: first, charter, requestId, lead, security, maker, shown } = await charterWorld()
const legal = await first.as('mei-lin-chou')
let second: Installation
beforeAll(async () => {
  second = await openDemo(first.config.store, first.config.keys, { now: () => Temporal.Instant.from('2026-11-23T12:00:00Z') })
})
afterAll(async () => {
  await second.close()
  await first.remove()
})

const ask = async <T>({ run, program }: Installation, name: string, input: Record<string, unknown>, as: Credential) =>
  (await run(program.named(name), input, as)).output as T
const propose = async (replica: Installation, documents: Record<string, string>) =>
  proposed(await ask(replica, 'propose-charter', { documents, note: 'Raced.', requestId: requestId() }, lead))
const adopt = (replica: Installation, { id, binding, version }: Proposed, as: Credential) =>
  ask(replica, 'adopt-proposal', { proposal: id, digest: binding, version }, as)
const withdraw = (replica: Installation, { id, version }: Proposed) => ask(replica, 'withdraw-proposal', { proposal: id, version }, lead)
const inForce = (replica: Installation) => ask<{ digest: string }>(replica, 'show-charter', {}, { kind: 'none' })

const outcomes = async (attempts: readonly Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(attempts))
    .map(result => (result.status === 'fulfilled' ? 'yes' : result.reason instanceof Refusal ? result.reason.code : String(result.reason)))
    .sort()

describe('two replicas', () => {
  test('racing 20 times to adopt one charter: it is adopted once, and both know it at once', { timeout: 60_000 }, async () => {
    for (let race = 0; race < 20; race += 1) {
      const proposal = await propose(first, charter(withTier('hard-to-undo', race % 2 === 0 ? 4 : 2)))
      const { digest } = proposal
      expect(await outcomes([adopt(first, proposal, security), adopt(second, proposal, legal), adopt(second, proposal, security)])).toEqual(
        ['changed-meanwhile', 'changed-meanwhile', 'yes'],
      )
      expect((await Promise.all([inForce(first), inForce(second)])).map(shown => shown.digest)).toEqual([digest, digest])
    }
  })

  test('racing 10 times to propose: one proposal is open, and the other is told', { timeout: 60_000 }, async () => {
    for (let race = 0; race < 10; race += 1) {
      expect(await outcomes([propose(first, charter()), propose(second, charter())])).toEqual(['proposal-open', 'yes'])
      await withdraw(first, (await shown()).proposal)
    }
  })

  test('one adopts what the other withdraws: one of both happens', { timeout: 60_000 }, async () => {
    for (let race = 0; race < 10; race += 1) {
      const proposal = await propose(first, charter())
      expect(await outcomes([adopt(first, proposal, security), withdraw(second, proposal)])).toEqual(['changed-meanwhile', 'yes'])
    }
  })

  test('decide while one adopts: each decision names the charter it used, on either replica', { timeout: 60_000 }, async () => {
    for (let race = 0; race < 5; race += 1) {
      const tier = race % 2 === 0 ? 2 : 4
      const before = await inForce(first)
      const proposal = await propose(first, charter(withTier('hard-to-undo', tier)))
      const { digest } = proposal
      const facts = { audience: 'only-me', dataClasses: ['public'], decisionImpact: ['hard-to-undo'] }
      const register = (replica: Installation) =>
        ask<{ key: string }>(replica, 'register-solution', { name: 'Raced', purpose: 'Raced.', facts, requestId: requestId() }, maker)
      const [keys] = await Promise.all([
        Promise.all(Array.from({ length: 10 }, (_, i) => register(i % 2 === 0 ? first : second))),
        adopt(second, proposal, security),
      ])
      keys.push(await register(first), await register(second))
      const made = await Promise.all(
        keys.map(({ key }) => ask<{ charterDigest: string; charter: string }>(first, 'show-solution', { key }, maker)),
      )
      for (const { charterDigest } of made) expect([before.digest, digest]).toContain(charterDigest)
      expect(made.slice(-2).map(({ charterDigest }) => charterDigest)).toEqual([digest, digest])
    }
    await first.sequencer.settled()
    expect(await ask(first, 'verify-ledger', {}, { kind: 'system', job: 'test' })).toMatchObject({ ok: true, faults: [] })
  })
})
