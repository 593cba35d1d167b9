import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import type { Db } from '../operation.ts'
import { adoptedAbout, proposalKind, proposing } from '../proposals/index.ts'
import { namesOf } from '../people/index.ts'
import { accountById } from './account-store.ts'
import { endWaysIn } from './begin-access.ts'
import { signInReset } from './entries.ts'
import { endLinks } from './links.ts'

/** How long one administrator may make the link for an account whose reset two people agreed to. */
const goodFor = Temporal.Duration.from({ hours: 72 })

/** Opening the account of somebody with a say takes two: whoever did it alone could act in their name. */
export const resetSignIn = proposalKind({
  kind: 'reset-sign-in',
  called: 'a new way in for somebody who holds a role',
  content: z.strictObject({ person: z.string().max(60) }),
  details: z.object({ person: z.object({ id: z.string(), name: z.string() }) }),
  proposedBy: ['administrator'],
  decidedBy: ['administrator', 'program-lead', 'it-security'],
  readBy: ['auditor'],
  subject: ({ person }) => person,
  named: (people, { db }) => namesOf(db, people),
  favours: ({ person }) => [{ person }],
  async check({ person }, { db }) {
    await activeAccount(db, person)
  },
  async preview({ person }, { db }) {
    const { id, name } = await activeAccount(db, person)
    return {
      words: [
        `Every open sign-in and token of ${name} ends.`,
        `For three days one administrator may make a link with which ${name} chooses a new password; their second factor goes with the old one.`,
      ],
      details: { person: { id, name } },
    }
  },
  async effect({ person }, { db, now, record, proposal }) {
    await endWaysIn({ db, now, record }, { person, kinds: ['sign-in', 'token'] }, 'reset')
    await endLinks({ db, now, record }, { person, kinds: ['invitation', 'recovery'] }, 'reset')
    record(
      signInReset({
        subject: { kind: 'sign-in', id: person, version: null, digest: null },
        data: { person, proposal: proposal.id },
        personal: {},
      }),
    )
  },
})

const activeAccount = async (db: Db, person: string) => {
  const account = await accountById(db, person)
  if (account?.state === 'active') return account
  throw refuse('conflict', 'not-active', 'This person is suspended, has left, or never was here.', 'Let them resume first.', 'person')
}

/** Whether two people agreed, not long ago, to open this account. */
export const twoAgreed = (db: Db, person: string, now: Temporal.Instant): Promise<boolean> =>
  adoptedAbout(db, resetSignIn, person, now.subtract(goodFor))

export const proposeSignInReset = proposing(resetSignIn, {
  name: 'propose-sign-in-reset',
  summary: 'Propose that somebody who holds a role gets a new way in; it takes a second person.',
  path: '/proposals/sign-in-resets',
  input: z.strictObject({ person: z.string().max(60) }),
  content: ({ person }) => ({ person }),
})
