import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { operation } from '../operation.ts'
import { accountById } from './account-store.ts'
import { linkView } from './contract.ts'
import { makeLink } from './links.ts'
import { administersAccount } from './permissions.ts'
import { hasPower, twoNeeded } from './power.ts'
import { twoAgreed } from './reset-sign-in.ts'

export const makeRecoveryLink = operation({
  name: 'make-recovery-link',
  summary:
    'Make a link with which somebody who lost their password chooses another. For whoever holds a role, two people agree to it first.',
  effect: 'write',
  attended: true,
  http: { method: 'POST', path: '/people/{person}/recovery' },
  input: z.strictObject({ person: z.string().max(60) }),
  output: linkView,
  target: ({ person }, { db }) => accountById(db, person),
  allows: administersAccount,
  async run({ person }, { db, now, record }, account) {
    if (!account) throw new Error('The permission let somebody through who recovers nobody.')
    if (account.state !== 'active')
      throw refuse('conflict', 'not-active', 'This person is suspended or has left.', 'Let them resume first.')
    if (account.hash === null) throw refuse('conflict', 'never-came-in', 'This person has no way in yet.', 'Make an invitation instead.')
    const agreed = await twoAgreed(db, person, now)
    if (hasPower(account) && !agreed) throw twoNeeded()
    return makeLink({ db, now, record }, { kind: 'recovery', person, givenBy: agreed ? 'two-people' : 'administrator' })
  },
})
