import { z } from 'zod'
import type { Sign } from '#src/kernel/message.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import { operation } from '../operation.ts'
import { installationRow } from '../people/index.ts'
import { accountById } from './account-store.ts'
import { madeAlone } from './bootstrap.ts'
import { linkView } from './contract.ts'
import { makeLink } from './links.ts'
import { invitationSecret, invited } from './messages.ts'
import { administersAccount } from './permissions.ts'
import { invitationFor } from './power.ts'
import { twoAgreed } from './reset-sign-in.ts'

export const invitePerson = (sign: Sign) =>
  operation({
    name: 'invite-person',
    summary:
      'Make an invitation with which somebody who has no way in yet chooses a password; where mail is set up, it is sent to them. It ends the invitation before it.',
    effect: 'write',
    attended: true,
    http: { method: 'POST', path: '/people/{person}/invitation' },
    input: z.strictObject({ person: z.string().max(60) }),
    output: linkView,
    target: ({ person }, { db }) => accountById(db, person),
    allows: administersAccount,
    async run({ person }, context, account) {
      if (!account) throw new Error('The permission let somebody through who invites nobody.')
      const word = invitationFor(account, await madeAlone(context.db), await twoAgreed(context.db, person, context.now))
      if (word instanceof Refusal) throw word
      const { row, ...link } = await makeLink(context, { kind: 'invitation', person, givenBy: word.givenBy }, id =>
        invitationSecret(sign, id),
      )
      const company = (await installationRow(context.db))?.company ?? ''
      const about = { kind: 'person', key: person, name: company }
      context.send(invited({ to: person, because: 'asked', about, of: row, facts: { company } }))
      return link
    },
  })
