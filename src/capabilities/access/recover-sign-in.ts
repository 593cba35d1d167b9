import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { operation } from '../operation.ts'
import { onlyTheProgram } from '../permissions.ts'
import { accountByEmail } from './account-store.ts'
import { emailText, linkView } from './contract.ts'
import { makeLink } from './links.ts'

/** The last way back in: whoever holds the data directory could change anything anyway, and here it shows in the ledger. */
export const recoverSignIn = operation({
  name: 'recover-sign-in',
  summary: 'At the terminal of the server: make a link with which somebody who lost every way in chooses a new password.',
  effect: 'write',
  http: { method: 'POST', path: '/operator/recovery-link' },
  input: z.strictObject({ email: emailText() }),
  output: linkView,
  allows: onlyTheProgram,
  async run({ email }, { db, now, record }) {
    const account = await accountByEmail(db, email)
    if (account?.state !== 'active')
      throw refuse(
        'not-found',
        'no-such-person',
        'Nobody who is active has this address.',
        'Look for it with `guildhall list-people`.',
        'email',
      )
    return makeLink(
      { db, now, record },
      { kind: account.hash === null ? 'invitation' : 'recovery', person: account.id, givenBy: 'operator' },
    )
  },
})
