import { z } from 'zod'
import { operation } from '../operation.ts'
import { accountById } from './account-store.ts'
import type { Invitation } from './invitation-store.ts'
import { openInvitation } from './invitation-store.ts'
import { seesAccount } from './permissions.ts'

const letterStates = ['on-its-way', 'mailed', 'would-be-mailed', 'given-up', 'none'] as const

export const showInvitation = operation({
  name: 'show-invitation',
  summary: 'The invitation that somebody has not used yet: until when it is good, and what became of its letter. Never its secret.',
  effect: 'read',
  http: { method: 'GET', path: '/people/{person}/invitation' },
  input: z.strictObject({ person: z.string().max(60) }),
  output: z.object({
    invitation: z
      .object({
        madeAt: z.string(),
        expiresAt: z.string(),
        letter: z.enum(letterStates).describe('`would-be-mailed`: letters are written, and none is sent yet.'),
        letterAt: z.string().nullable().describe('When it was mailed, or would have been.'),
      })
      .nullable()
      .describe('Null where none is open.'),
  }),
  target: ({ person }, { db }) => accountById(db, person),
  allows: seesAccount,
  async run({ person }, { db, now }) {
    const found = await openInvitation(db, person, now)
    if (!found) return { invitation: null }
    const letter = letterOf(found)
    const letterAt = letter === 'mailed' ? found.sentAt : letter === 'would-be-mailed' ? found.writtenAt : null
    const { madeAt, expiresAt } = found
    return { invitation: { madeAt: madeAt.toString(), expiresAt: expiresAt.toString(), letter, letterAt: letterAt?.toString() ?? null } }
  },
})

const becameOf = {
  due: 'on-its-way',
  failed: 'on-its-way',
  sent: 'mailed',
  dry: 'would-be-mailed',
  dead: 'given-up',
  dropped: 'none',
} as const

/** Until it goes into a letter it waits; what its reader keeps for the inbox goes into none. */
const letterOf = ({ message, delivery }: Invitation): (typeof letterStates)[number] => {
  if (delivery !== null) return becameOf[delivery]
  return message === 'waiting' || message === 'held' ? 'on-its-way' : 'none'
}
