import { expect } from 'vitest'
import type { Clock } from '#src/kernel/clock.ts'
import type { Credential } from '#src/kernel/operation.ts'
import { freshInstallation } from '../harness.ts'

type Answer = Record<string, unknown>

/** A demo company of its own, asked by name. */
export const peopleWorld = async (options: { clock?: Clock } = {}) => {
  const guildhall = await freshInstallation(options)
  let serial = 0
  const ask = async <O = Answer>(name: string, input: Record<string, unknown>, credential: Credential): Promise<O> =>
    (await guildhall.run(guildhall.program.named(name), input, credential)).output as O
  /** As somebody of the demo company; what is asked once gets a request id of its own. */
  const as = async <O = Answer>(person: string, name: string, input: Record<string, unknown> = {}): Promise<O> => {
    const once = guildhall.program.named(name).once ? { requestId: `people-test-${(serial += 1)}` } : {}
    return ask<O>(name, { ...once, ...input }, await guildhall.as(person))
  }
  return {
    ...guildhall,
    ask,
    as,
    signIn: guildhall.as,
    /** Whether every governed row is what its newest entry says. */
    async expectProven() {
      expect(await ask('verify-ledger', {}, { kind: 'system', job: 'test' })).toMatchObject({ ok: true, faults: [] })
    },
  }
}

export type PeopleWorld = Awaited<ReturnType<typeof peopleWorld>>
