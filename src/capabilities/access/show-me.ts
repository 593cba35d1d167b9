import { z } from 'zod'
import type { Actor } from '#src/kernel/actor.ts'
import { hasRole } from '#src/kernel/actor.ts'
import { openEmergencies, roleOf } from '../emergency/index.ts'
import { operation } from '../operation.ts'
import type { Db } from '../operation.ts'
import { activePerson, installationRow, presentPerson } from '../people/index.ts'
import { anyone } from '../permissions.ts'
import { madeAlone } from './bootstrap.ts'
import { meView } from './contract.ts'
import { mayNameSecond } from './power.ts'

/** @param waiting how many messages wait for somebody to act */
export const showMe = (waiting: (db: Db, person: string) => Promise<number>) =>
  operation({
    name: 'show-me',
    summary: 'Who is signed in, and into which installation.',
    effect: 'read',
    beforeProof: true,
    http: { method: 'GET', path: '/me' },
    input: z.strictObject({}),
    output: meView,
    allows: anyone,
    async run(_, { actor, db, now }) {
      const person = actor.kind === 'person' ? await activePerson(db, actor.id) : undefined
      const installation = await installationRow(db)
      return {
        person: person && actor.kind === 'person' ? { ...presentPerson(person), roles: [...actor.roles] } : null,
        company: installation?.company ?? '',
        demo: installation?.demo ?? false,
        now: now.toString(),
        stage: installation ? ('ready' as const) : ('set-up' as const),
        emergencies:
          actor.kind === 'anonymous'
            ? []
            : (await openEmergencies(db, now)).map(row => ({
                id: row.id,
                name: row.personName,
                role: roleOf(row),
                endsAt: row.endsAt.toString(),
              })),
        toActOn: person && actor.kind === 'person' && !actor.unproven ? await waiting(db, person.id) : 0,
        needs: await needsOf(db, actor),
      }
    },
  })

const needsOf = async (db: Db, actor: Actor): Promise<('second-factor' | 'second-administrator')[]> => {
  if (actor.kind === 'person' && actor.unproven) return ['second-factor']
  return hasRole(actor, 'administrator') && mayNameSecond(await madeAlone(db)) === null ? ['second-administrator'] : []
}
