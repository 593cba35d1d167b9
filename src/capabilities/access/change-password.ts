import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { operation } from '../operation.ts'
import { installationRow } from '../people/index.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { accountById } from './account-store.ts'
import { expectOpen, ownCounts } from './attempts.ts'
import { endWaysIn } from './begin-access.ts'
import { passwordText } from './contract.ts'
import { passwordSet } from './entries.ts'
import { passwords as passwordRows } from './governed.ts'
import { expectShown } from './own-check.ts'
import { hashPassword } from './password-hash.ts'
import { judgePassword } from './password-quality.ts'
import { putPassword } from './password-store.ts'
import type { Passwords } from './passwords.ts'

/** Whoever else came in with the password before is out. */
export const changePassword = (passwords: Passwords) =>
  operation({
    name: 'change-password',
    summary: 'Change one’s password; every other sign-in of the account ends.',
    effect: 'write',
    beforeProof: true,
    attended: true,
    http: { method: 'POST', path: '/password' },
    input: z.strictObject({ current: passwordText(), next: passwordText() }),
    output: z.object({ ended: z.int().describe('How many other sign-ins ended.') }),
    allows: personsOnly,
    async run({ current, next }, { actor, db, now, record }) {
      const { id, access } = asPerson(actor)
      const writing = { db, now, record }
      await expectOpen(db, ownCounts(id), now)
      return passwords.check(async check => {
        const account = await accountById(db, id)
        if (!account?.hash)
          throw refuse('conflict', 'no-password', 'This account has no password.', 'Ask an administrator for an invitation.', 'current')
        const { hash } = account
        await expectShown(writing, id, 'password', async () => (await check(current, hash)).right, wrongPassword)
        const weak = await judgePassword(next, [(await installationRow(db))?.company ?? '', account.name, account.email ?? ''], 'next')
        if (weak) throw weak
        const row = await putPassword(db, id, await hashPassword(next), now)
        record(passwordSet({ subject: passwordRows.subject(row), data: { because: 'changed' }, personal: {} }))
        return { ended: await endWaysIn(writing, { person: id, kinds: ['sign-in'], except: access }, 'password-changed') }
      })
    },
  })

const wrongPassword = () => refuse('unauthenticated', 'wrong-password', 'This is not your current password.', 'Type it again.', 'current')
