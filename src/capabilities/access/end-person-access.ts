import { z } from 'zod'
import { hasRole } from '#src/kernel/actor.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { personsOnly } from '../permissions.ts'
import { operation } from '../operation.ts'
import { accountById } from './account-store.ts'
import { endWaysIn } from './begin-access.ts'
import { endLinks } from './links.ts'
import { administersAccount, noSuchAccount } from './permissions.ts'

/** Ending takes one person where opening may take two. */
export const endPersonAccess = operation({
  name: 'end-person-access',
  summary: 'End every sign-in, token and link of somebody at once, as when a device is lost.',
  effect: 'write',
  attended: true,
  http: { method: 'POST', path: '/people/{person}/access/ending' },
  input: z.strictObject({ person: z.string().max(60) }),
  output: z.object({ ended: z.int() }),
  target: ({ person }, { db }) => accountById(db, person),
  allows: (actor, account) =>
    personsOnly(actor) ?? (hasRole(actor, 'it-security') ? (account ? null : noSuchAccount()) : administersAccount(actor, account)),
  async run({ person }, { db, now, record }) {
    const ended = await endWaysIn({ db, now, record }, { person, kinds: ['sign-in', 'token'] }, 'ended-by-administrator')
    const links = await endLinks({ db, now, record }, { person, kinds: ['invitation', 'recovery'] }, 'ended-by-administrator')
    if (ended + links === 0) throw refuse('conflict', 'nothing-open', 'Nothing of theirs is open.', 'There is nothing to do.', 'person')
    return { ended }
  },
})
