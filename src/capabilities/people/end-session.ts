import { z } from 'zod'
import { operation } from '../operation.ts'
import { sessionEnded } from './entries.ts'
import { sessions } from './governed.ts'
import { asPerson, personsOnly } from './permissions.ts'
import { endSessionRow } from './store.ts'

export const endSession = operation({
  name: 'end-session',
  summary: 'Sign out: the sign-in that makes this call ends everywhere it is used.',
  effect: 'write',
  input: z.strictObject({}),
  output: z.object({}),
  allows: personsOnly,
  async run(_, { actor, db, now, record }) {
    const person = asPerson(actor)
    const session = await endSessionRow(db, person.session, now)
    record(sessionEnded({ subject: sessions.subject(session), data: { person: person.id, reason: 'signed-out' }, personal: {} }))
    return {}
  },
})
