import { z } from 'zod'
import { operation } from '../operation.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { endWaysIn } from './begin-access.ts'

export const endAllAccess = operation({
  name: 'end-all-access',
  summary: 'Sign out everywhere, here too; on demand tokens end as well.',
  effect: 'write',
  beforeProof: true,
  attended: true,
  http: { method: 'POST', path: '/access/ending' },
  input: z.strictObject({ tokens: z.boolean().default(false).describe('Whether tokens end as well.') }),
  output: z.object({ ended: z.int() }),
  allows: personsOnly,
  run: async ({ tokens }, { actor, db, now, record }) => ({
    ended: await endWaysIn(
      { db, now, record },
      { person: asPerson(actor).id, kinds: tokens ? ['sign-in', 'token'] : ['sign-in'] },
      'signed-out-everywhere',
    ),
  }),
})
