import { z } from 'zod'
import { operation } from '../operation.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { accessEnded } from './entries.ts'
import { accesses } from './governed.ts'
import { endAccess } from './store.ts'

export const endSession = operation({
  name: 'end-session',
  summary: 'Sign out: the sign-in that makes this call ends everywhere it is used.',
  effect: 'write',
  attended: true,
  input: z.strictObject({}),
  output: z.object({}),
  allows: personsOnly,
  async run(_, { actor, db, now, record }) {
    const person = asPerson(actor)
    const ended = await endAccess(db, person.access, 'signed-out', now)
    record(
      accessEnded({ subject: accesses.subject(ended), data: { person: person.id, kind: 'sign-in', because: 'signed-out' }, personal: {} }),
    )
    return {}
  },
})
