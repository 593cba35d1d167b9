import { z } from 'zod'
import { id } from '#src/kernel/text.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { operation } from '../operation.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { endWaysIn } from './begin-access.ts'

export const endAccess = operation({
  name: 'end-access',
  summary: 'End one of one’s own sign-ins or tokens.',
  effect: 'write',
  beforeProof: true,
  attended: true,
  http: { method: 'DELETE', path: '/access/{access}' },
  input: z.strictObject({ access: id() }),
  output: z.object({}),
  allows: personsOnly,
  async run({ access }, { actor, db, now, record }) {
    const ended = await endWaysIn(
      { db, now, record },
      { person: asPerson(actor).id, kinds: ['sign-in', 'token'], only: access },
      'ended-by-owner',
    )
    if (ended === 0)
      throw refuse(
        'not-found',
        'no-such-access',
        'None of your open sign-ins and tokens has this id.',
        'Read your access page again.',
        'access',
      )
    return {}
  },
})
