import { z } from 'zod'
import type { Role } from '#src/kernel/actor.ts'
import { roles } from '#src/kernel/actor.ts'
import { operation } from '../operation.ts'
import { activePeople, personView, presentPerson } from '../people/index.ts'
import { anyone } from '../permissions.ts'

/** Empty outside the demo: nobody learns who works in a real company without signing in. */
export const listPersonas = ({ demo }: { demo: boolean }) =>
  operation({
    name: 'list-personas',
    summary: 'The people of the demo company whom a visitor may sign in as.',
    effect: 'read',
    http: { method: 'GET', path: '/personas' },
    input: z.strictObject({}),
    output: z.object({ personas: z.array(personView) }),
    allows: anyone,
    run: async (_, { db }) => ({ personas: demo ? (await activePeople(db)).map(presentPerson).toSorted(makersFirst) : [] }),
  })

/** In the order in which people meet the roles, makers first; within a role as the store gives them, by name. */
const makersFirst = (a: { roles: Role[] }, b: { roles: Role[] }): number => rank(a) - rank(b)
const rank = (person: { roles: Role[] }): number => Math.min(...person.roles.map(role => roles.indexOf(role)))
