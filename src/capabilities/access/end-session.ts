import { z } from 'zod'
import { operation } from '../operation.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { endWaysIn } from './begin-access.ts'

export const endSession = operation({
  name: 'end-session',
  summary: 'Sign out: the sign-in that makes this call ends everywhere it is used.',
  effect: 'write',
  beforeProof: true,
  attended: true,
  input: z.strictObject({}),
  output: z.object({}),
  allows: personsOnly,
  async run(_, { actor, db, now, record }) {
    const { id, access } = asPerson(actor)
    await endWaysIn({ db, now, record }, { person: id, kinds: ['sign-in'], only: access }, 'signed-out')
    return {}
  },
})
