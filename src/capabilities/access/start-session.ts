import { z } from 'zod'
import type { Refusal } from '#src/kernel/refusal.ts'
import { Recorded, refuse } from '#src/kernel/refusal.ts'
import { operation } from '../operation.ts'
import { activePerson, personView, presentPerson } from '../people/index.ts'
import { anyone } from '../permissions.ts'
import { accountByEmail } from './account-store.ts'
import { expectOpen, openAttempt, signInCounts } from './attempts.ts'
import { beginSignIn } from './begin-access.ts'
import { emailText, passwordText } from './contract.ts'
import { passwordSet, signInFailed } from './entries.ts'
import { passwords as passwordRows } from './governed.ts'
import { hashPassword } from './password-hash.ts'
import { putPassword } from './password-store.ts'
import type { Passwords } from './passwords.ts'

/**
 * Signs in with an e-mail address and a password. An address that nobody has is answered like a wrong password, in the
 * same words and at the same cost, and slowed down in the same way.
 */
export const startSession = (passwords: Passwords) =>
  operation({
    name: 'start-session',
    summary: 'Sign in with an e-mail address and a password, and a code where the account has a second factor.',
    effect: 'write',
    input: z.strictObject({
      email: emailText(),
      password: passwordText(),
      source: z.string().max(100).describe('Where the attempt comes from, as the door saw it.'),
    }),
    output: z.object({ secret: z.string(), expiresAt: z.string(), person: personView }),
    allows: anyone,
    async run({ email, password, source }, { db, now, record }) {
      const counts = signInCounts(email, source)
      await expectOpen(db, counts, now)
      return passwords.check(async check => {
        const attempt = await openAttempt(db, counts, now)
        const account = await accountByEmail(db, email)
        const { right, outgrown } = await check(password, account?.hash ?? null)
        if (!account || !right || account.state !== 'active') {
          await attempt.failed()
          record(failedBy(account?.id ?? null, 'password', source))
          throw new Recorded(wrong())
        }
        await attempt.succeeded()
        if (outgrown) {
          const row = await putPassword(db, account.id, await hashPassword(password), now)
          record(passwordSet({ subject: passwordRows.subject(row), data: { because: 'stronger-hash' }, personal: {} }))
        }
        const begun = await beginSignIn({ db, now, record }, { person: account.id, method: 'password', secondFactor: false })
        const person = await activePerson(db, account.id)
        if (!person) throw wrong()
        return { ...begun, person: presentPerson(person) }
      })
    },
  })

const failedBy = (person: string | null, because: 'password' | 'code', source: string) =>
  signInFailed({
    subject: { kind: 'sign-in', id: person ?? 'unknown', version: null, digest: null },
    data: { person, because },
    personal: { source },
  })

const wrong = (): Refusal =>
  refuse(
    'unauthenticated',
    'wrong-password',
    'The e-mail address and the password do not belong together.',
    'Check both. If the password is lost, ask an administrator for a recovery link.',
  )
