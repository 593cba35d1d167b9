import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { id, version } from '#src/kernel/text.ts'
import { newWebhookSecret } from '#src/sending/index.ts'
import { placeIn } from '#src/vault/index.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import type { SecretVault } from '../vault/index.ts'
import { endpointView } from './contract.ts'
import { endpointSecretMade } from './entries.ts'
import { endpoints } from './governed.ts'
import { keepsEndpoint, noSuchEndpoint } from './permissions.ts'
import { presentEndpoint } from './present.ts'
import { endpointSecretColumn, lockEndpoint, oldSecretColumn, updateEndpoint } from './store.ts'

export const renewEndpointSecret = (vault: SecretVault) =>
  operation({
    name: 'renew-endpoint-secret',
    summary: 'Make a webhook a new secret, shown once; the one before signs as well for as many hours as you say.',
    effect: 'write',
    attended: true,
    http: { method: 'POST', path: '/endpoints/{endpoint}/secret' },
    input: z.strictObject({
      endpoint: id(),
      version: version(),
      overlapHours: z.int().min(0).max(168, 'At most a week.').default(24).describe('0 where the old one is known to others.'),
    }),
    output: z.object({ endpoint: endpointView, secret: z.string().describe('Shown this once.') }),
    target: ({ endpoint }, { db }) => lockEndpoint(db, endpoint),
    allows: keepsEndpoint,
    async run({ overlapHours }, context, before) {
      if (!before) throw noSuchEndpoint()
      if (!before.sealedSecret)
        throw refuse('conflict', 'no-endpoint-secret', 'Only webhooks are signed with a secret.', 'There is nothing to do.', 'endpoint')
      const { actor, db, now, record } = context
      const { id } = before
      const secret = newWebhookSecret()
      const old = await vault.open(db, placeIn(endpointSecretColumn, id), before.sealedSecret)
      const overlaps = overlapHours > 0
      const until = now.add({ hours: overlapHours })
      const row = await updateEndpoint(db, id, {
        sealedSecret: await vault.seal(context, placeIn(endpointSecretColumn, id), secret),
        sealedOldSecret: overlaps ? await vault.seal(context, placeIn(oldSecretColumn, id), old) : null,
        oldSecretUntil: overlaps ? until : null,
      })
      const data = { oldUntil: until.toString(), by: asPerson(actor).id }
      record(endpointSecretMade({ subject: endpoints.subject(row), data, personal: {} }))
      return { endpoint: await presentEndpoint(db, row), secret }
    },
  })
