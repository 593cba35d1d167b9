import { z } from 'zod'
import { operation } from '../operation.ts'
import { activePerson, installationRow, presentPerson } from '../people/index.ts'
import { anyone } from '../permissions.ts'
import { meView } from './contract.ts'
import { hasPower } from './power.ts'

export const showMe = ({ needsSecondFactor }: { needsSecondFactor: boolean }) =>
  operation({
    name: 'show-me',
    summary: 'Who is signed in, and into which installation.',
    effect: 'read',
    http: { method: 'GET', path: '/me' },
    input: z.strictObject({}),
    output: meView,
    allows: anyone,
    async run(_, { actor, db }) {
      const person = actor.kind === 'person' ? await activePerson(db, actor.id) : undefined
      const installation = await installationRow(db)
      return {
        person: person && actor.kind === 'person' ? { ...presentPerson(person), roles: [...actor.roles] } : null,
        company: installation?.company ?? '',
        demo: installation?.demo ?? false,
        stage: installation ? ('ready' as const) : ('set-up' as const),
        needs:
          person && actor.kind === 'person' && needsSecondFactor && hasPower(person) && !hasPower({ roles: actor.roles, leads: false })
            ? ['second-factor' as const]
            : [],
      }
    },
  })
