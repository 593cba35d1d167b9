import { z } from 'zod'
import type { Role, TokenScope } from '#src/kernel/actor.ts'
import type { Credential } from '#src/kernel/operation.ts'
import { freshInstallation, movableClock } from '../../harness.ts'
import { openDoor } from '../../matrix/door.ts'
import { addAccess, ago, fresh } from '../../matrix/stage.ts'

/** Somebody who can ask: an account with an open sign-in. */
export interface Somebody {
  id: string
  credential: Credential
}

type Changes = { person: string; role: Role; unit?: string; give: boolean }[]

export const proposalShown = z.object({ id: z.string(), version: z.int(), digest: z.string() })
export type Proposed = z.output<typeof proposalShown>

/**
 * A demo company behind a real HTTP door on a real socket, with people put in as they are needed. `ask` says what the
 * caller heard: `yes`, or the code of the refusal.
 */
export const openWorld = async () => {
  const clock = movableClock(Temporal.Now.instant().round('millisecond').toString())
  const guildhall = await freshInstallation({ clock })
  const { db } = guildhall.store
  const door = await openDoor(guildhall.program, guildhall.run)
  let serial = 0
  const next = () => (serial += 1)

  const heard = async (name: string, input: Record<string, unknown>, credential: Credential, headers: Record<string, string> = {}) => {
    const operation = guildhall.program.named(name)
    const once = operation.once && !('idempotency-key' in headers) ? { 'idempotency-key': `attack-${next()}` } : {}
    return door.ask(operation, input, credential, { ...once, ...headers })
  }

  const world = {
    ...guildhall,
    db,
    clock,
    door,
    heard,
    async ask(name: string, input: Record<string, unknown>, by: Somebody | Credential, headers: Record<string, string> = {}) {
      return (await heard(name, input, 'credential' in by ? by.credential : by, headers)).code
    },
    /** What an honest request brings. @throws where it is refused. */
    async get<O extends z.ZodType>(schema: O, name: string, input: Record<string, unknown>, { credential }: Somebody) {
      const { code, text } = await heard(name, input, credential)
      if (code !== 'yes') throw new Error(`${name}: ${text}`)
      return schema.parse(JSON.parse(text))
    },
    async signIn(id: string): Promise<Credential> {
      const now = clock.now()
      return addAccess(db, { kind: 'sign-in', person: id, startedAt: now.toString(), expiresAt: now.add({ hours: 5 }).toString() })
    },
    token: ({ id }: Somebody, may: TokenScope = { effects: ['read', 'write'], operations: null }) =>
      addAccess(db, { kind: 'token', person: id, may }),
    /** A new account; `human` makes it a further account of somebody. */
    async person(roles: readonly Role[] = [], { human, unit = null }: { human?: Somebody; unit?: string | null } = {}): Promise<Somebody> {
      const id = `somebody-${next()}`
      const row = { id, human: human?.id ?? id, unitId: unit, state: 'active' as const, name: id, email: `${id}@attack.example` }
      await db
        .insertInto('person')
        .values({
          ...fresh(),
          ...row,
          roles: JSON.stringify(roles),
          employeeNumber: null,
          jobTitle: '',
          contact: null,
          managerId: null,
          stateSince: ago({ hours: 100 }),
        })
        .execute()
      return { id, credential: await world.signIn(id) }
    },
    rolesOf: async ({ id }: Somebody): Promise<string[]> =>
      (await db.selectFrom('person').select('roles').where('id', '=', id).executeTakeFirstOrThrow()).roles,
    give: (to: Somebody, role: Role): Changes => [{ person: to.id, role, give: true }],
    take: (from: Somebody, role: Role): Changes => [{ person: from.id, role, give: false }],
    propose: (by: Somebody, changes: Changes): Promise<Proposed> =>
      world.get(proposalShown, 'propose-role-change', { changes, note: 'As agreed.' }, by),
    adopt: ({ id, version, digest }: Proposed, by: Somebody | Credential) =>
      world.ask('adopt-proposal', { proposal: id, version, digest }, by),
    /** Gives roles the honest way: proposed by one, adopted by another. */
    async bothSay(changes: Changes, one: Somebody, other: Somebody): Promise<void> {
      const said = await world.adopt(await world.propose(one, changes), other)
      if (said !== 'yes') throw new Error(`Two people could not agree: ${said}`)
    },
    versionOf: async ({ id }: Somebody): Promise<number> =>
      (await db.selectFrom('person').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version,
    async close() {
      await door.close()
      await guildhall.remove()
    },
  }
  return world
}

export type World = Awaited<ReturnType<typeof openWorld>>
