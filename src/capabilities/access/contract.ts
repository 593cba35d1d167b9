import { z } from 'zod'
import { roles } from '#src/kernel/actor.ts'
import { text } from '#src/kernel/text.ts'
import { personView } from '../people/index.ts'

export const meView = z
  .object({
    person: personView.nullable().describe('Who is signed in; null where nobody is.'),
    company: z.string().describe('Empty before the set-up.'),
    demo: z.boolean().describe('Whether everything here is made-up demo data.'),
    now: z.string().describe('The time here. In the demo it may be another than on the clock of whoever asks.'),
    stage: z
      .enum(['choose', 'set-up', 'ready'])
      .describe('How far this installation is: whether it is to be the demo or one’s own, nobody has set it up yet, or it is there.'),
    emergencies: z
      .array(z.object({ id: z.string(), name: z.string(), role: z.enum(roles), endsAt: z.string() }))
      .describe('Who holds a role for an emergency just now; everybody who signs in sees it.'),
    toActOn: z.int().describe('How many messages wait for them to act.'),
    needs: z
      .array(z.enum(['second-factor', 'second-administrator']))
      .describe(
        'What comes next: a second factor, before all roles are there; or, for the founder, a second administrator, before anything that takes two people.',
      ),
  })
  .meta({ id: 'Me' })

export const linkView = z
  .object({
    path: z.string().describe('Where the link leads, with its secret after the #. Shown once.'),
    expiresAt: z.string(),
  })
  .meta({ id: 'AccessLink' })

/** An address to sign in with. RFC 5321 §4.5.3.1 ends a path at 256 octets. */
export const emailText = () =>
  z.string().trim().max(254, 'Use at most 254 characters.').pipe(z.email('Write an e-mail address, such as name@company.com.'))

/** A password as typed: nothing is cut off or cleaned. How good it is, is judged where one is chosen. */
export const passwordText = () =>
  z
    .string()
    .min(1, 'Type the password.')
    .max(1024, 'Use at most 128 characters.')
    .refine(value => value.isWellFormed(), 'This text is damaged: it contains half of a character. Type it again.')

/** The secret part of a link. */
export const linkSecret = () => z.string().min(1, 'Copy the whole link.').max(100, 'This is longer than a link’s secret; copy it again.')

export const personName = () => text(120)
export const companyName = () => text(120)

/** A code of an authenticator, or a recovery code. */
export const codeText = () => z.string().trim().min(1, 'Type the code.').max(20, 'A code has six digits; a recovery code ten letters.')

export const accessView = z
  .object({
    passwordChangedAt: z.string().nullable().describe('Null where the account has no password.'),
    secondFactor: z.object({ since: z.string(), recoveryCodes: z.int().describe('How many are left.') }).nullable(),
    signIns: z.array(
      z.object({
        id: z.string(),
        method: z.string(),
        startedAt: z.string(),
        expiresAt: z.string(),
        usedAt: z.string().nullable().describe('To within a minute.'),
        here: z.boolean().describe('Whether it is the one that asks.'),
      }),
    ),
    tokens: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        may: z.object({ effects: z.array(z.enum(['read', 'write'])).readonly(), operations: z.array(z.string()).readonly().nullable() }),
        startedAt: z.string(),
        expiresAt: z.string(),
        usedAt: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Access' })
