import { z } from 'zod'
import { operation } from '../operation.ts'
import { installationRow, namesOf } from '../people/index.ts'
import { anyone } from '../permissions.ts'
import { linkSecret } from './contract.ts'
import { linkBySecret } from './link-store.ts'
import { whyNoGood } from './links.ts'
import { hashSecret } from './store.ts'

/** Whoever holds a link may know whom it is for; the secret travels in the content, never in an address. */
export const showLink = operation({
  name: 'show-link',
  summary: 'What a set-up link, invitation or recovery link is for, as its holder may see it. Needs no sign-in.',
  effect: 'read',
  http: { method: 'POST', path: '/links/show' },
  input: z.strictObject({ secret: linkSecret() }),
  output: z.object({
    kind: z.enum(['set-up', 'invitation', 'recovery']),
    name: z.string().describe('Whom it is for; empty for a set-up link.'),
    company: z.string(),
    expiresAt: z.string(),
  }),
  allows: anyone,
  async run({ secret }, { db, now }) {
    const link = await linkBySecret(db, hashSecret(secret))
    const refusal = whyNoGood(link, now)
    if (refusal || !link) throw refusal
    const names = await namesOf(db, link.personId === null ? [] : [link.personId])
    return {
      kind: link.kind,
      name: names.get(link.personId ?? '') ?? '',
      company: (await installationRow(db))?.company ?? '',
      expiresAt: link.expiresAt.toString(),
    }
  },
})
