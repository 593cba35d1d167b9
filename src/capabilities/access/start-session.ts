import { z } from 'zod'
import type { Refusal } from '#src/kernel/refusal.ts'
import { Recorded, refuse } from '#src/kernel/refusal.ts'
import type { Entry } from '#src/ledger/index.ts'
import type { Vault } from '#src/vault/index.ts'
import { operation } from '../operation.ts'
import { activePerson, personView, presentPerson } from '../people/index.ts'
import { anyone } from '../permissions.ts'
import { accountByEmail } from './account-store.ts'
import { expectOpen, openAttempt, rememberPlace, signInCounts } from './attempts.ts'
import { beginSignIn } from './begin-access.ts'
import { codeText, emailText, passwordText } from './contract.ts'
import { passwordSet, signInFailed } from './entries.ts'
import { passwords as passwordRows } from './governed.ts'
import { expectShown } from './own-check.ts'
import { hashPassword } from './password-hash.ts'
import { putPassword } from './password-store.ts'
import type { Passwords } from './passwords.ts'
import { holdSecondFactor } from './second-factor-store.ts'
import { proves, wrongCode } from './show-code.ts'

/**
 * Signs in with an e-mail address and a password. An address that nobody has is answered like a wrong password, in the
 * same words and at the same cost, and slowed down in the same way.
 */
export const startSession = (passwords: Passwords, vault: Vault<Entry>) =>
  operation({
    name: 'start-session',
    summary: 'Sign in with an e-mail address and a password, and a code where the account has a second factor.',
    effect: 'write',
    input: z.strictObject({
      email: emailText(),
      password: passwordText(),
      code: codeText().optional().describe('Where the account has a second factor: its code now, or a recovery code.'),
      source: z.string().max(100).describe('Where the attempt comes from, as the door saw it.'),
    }),
    output: z.object({ secret: z.string(), expiresAt: z.string(), lasts: z.int(), person: personView }),
    allows: anyone,
    async run({ email, password, code, source }, { db, now, record }) {
      const counts = await signInCounts(db, email, source, now)
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
        const factor = await holdSecondFactor(db, account.id)
        const asked = factor?.confirmedAt ? factor : undefined
        if (asked) {
          if (code === undefined) throw codeNeeded()
          await expectShown({ db, now, record }, account.id, 'code', () => proves(vault, { db, now, record }, asked, code), wrongCode)
        }
        await attempt.succeeded()
        await rememberPlace(db, email, source, now)
        if (outgrown) {
          const row = await putPassword(db, account.id, await hashPassword(password), now)
          record(passwordSet({ subject: passwordRows.subject(row), data: { because: 'stronger-hash' }, personal: {} }))
        }
        const begun = await beginSignIn({ db, now, record }, { person: account.id, method: 'password', secondFactor: asked !== undefined })
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

const codeNeeded = (): Refusal =>
  refuse('unauthenticated', 'code-needed', 'This account has a second factor.', 'Type the code that your authenticator shows now.', 'code')

const wrong = (): Refusal =>
  refuse(
    'unauthenticated',
    'wrong-password',
    'The e-mail address and the password do not belong together.',
    'Check both. If the password is lost, ask an administrator for a recovery link.',
  )
