import { join } from 'node:path'
import { expect } from 'vitest'
import type { Config } from '#src/config.ts'
import { openInstallation } from '#src/installation.ts'
import type { Credential } from '#src/kernel/operation.ts'
import { programFor } from '#src/program.ts'
import { shippedCharter } from '#src/shipped-charter.ts'
import { readExitSettings } from '#src/outbound/index.ts'
import { readKeySource } from '#src/vault/index.ts'
import { freshStore, movableClock } from '../harness.ts'

type Answer = Record<string, unknown>
interface Begun {
  secret: string
  expiresAt: string
  person: { id: string }
}
interface Link {
  path: string
  expiresAt: string
  person?: string
}

export const founder = { name: 'Ada Okafor', email: 'ada@alderney.example', password: 'copper lantern walks uphill' }
export const nobody: Credential = { kind: 'none' }
export const operator: Credential = { kind: 'system', job: 'operator' }
export const session = (secret: string): Credential => ({ kind: 'session', secret })
export const token = (secret: string): Credential => ({ kind: 'token', secret })
export const secretOf = ({ path }: { path: string }): string => path.split('#')[1] ?? ''

/** A company of its own, without demo data, whose clock stands still until it is moved. */
export const accessWorld = async ({ offLoopback = false }: { offLoopback?: boolean } = {}) => {
  const fresh = await freshStore()
  const clock = movableClock('2026-11-23T09:00:00Z')
  const config: Config = {
    store: fresh.config,
    keys: fresh.keys,
    demo: false,
    about: { version: '0', address: null, encrypted: 'this-machine-only' },
    exit: () => readExitSettings({}),
    needsSecondFactor: offLoopback,
    masterKey: installation => readKeySource({ HOME: join(fresh.data, 'home') }, { dataDirectory: fresh.keys, installation }),
  }
  const program = programFor(config, await shippedCharter())
  const installation = await openInstallation(config, program, clock, { onAlarm: () => undefined, onLost: () => undefined })
  let serial = 0
  const ask = async <O = Answer>(name: string, input: Record<string, unknown>, credential: Credential): Promise<O> => {
    const operation = program.named(name)
    const once = operation.once ? { requestId: `access-test-${(serial += 1)}` } : {}
    return (await installation.run(operation, { ...once, ...input }, credential)).output as O
  }
  const accept = (secret: string, input: Record<string, unknown>) => ask<Begun>('accept-link', { secret, ...input }, nobody)
  const signIn = (email: string, password: string, more: { code?: string; source?: string } = {}) =>
    ask<Begun>('start-session', { email, password, source: '192.0.2.1', ...more }, nobody)
  const makeSetUpLink = () => ask<Link>('make-set-up-link', {}, operator)
  const found = async () =>
    accept(secretOf(await makeSetUpLink()), {
      company: 'Alderney Works',
      name: founder.name,
      email: founder.email,
      password: founder.password,
    })
  return {
    ...installation,
    clock,
    ask,
    accept,
    signIn,
    makeSetUpLink,
    found,
    /** The founder and a second administrator, both in. */
    async twoAdministrators() {
      const ada = session((await found()).secret)
      const link = await ask<Link>('invite-second-administrator', { name: 'Ben Ito', email: 'ben@alderney.example' }, ada)
      const begun = await accept(secretOf(link), { password: 'seven violet kettles hum' })
      return { ada, ben: session(begun.secret), benId: begun.person.id }
    },
    /** Somebody without a role, invited by an administrator and in. */
    async join(admin: Credential, name: string, password: string) {
      const email = `${name.toLowerCase().replaceAll(' ', '.')}@alderney.example`
      const { id } = await ask<{ id: string }>('add-person', { name, email }, admin)
      const link = await ask<Link>('invite-person', { person: id }, admin)
      const begun = await accept(secretOf(link), { password })
      return { id, email, password, secret: begun.secret, credential: session(begun.secret) }
    },
    async expectProven() {
      await installation.sequencer.settled()
      expect(await ask('verify-ledger', {}, operator)).toMatchObject({ ok: true, faults: [] })
    },
    async remove() {
      await installation.close()
      await fresh.remove()
    },
  }
}

export type AccessWorld = Awaited<ReturnType<typeof accessWorld>>

/** The code of a refusal, or nothing where there was none. */
export const codeOf = async (attempt: Promise<unknown>): Promise<string | undefined> =>
  attempt.then(
    () => undefined,
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : Promise.reject(error)),
  )
