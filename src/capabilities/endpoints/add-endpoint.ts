import { z } from 'zod'
import { newId } from '#src/kernel/ids.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { newWebhookSecret } from '#src/sending/index.ts'
import { placeIn } from '#src/vault/index.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import type { SecretVault } from '../vault/index.ts'
import { hostOf } from './address.ts'
import { MOST_ENDPOINTS, chosenGroups, endpointKinds, endpointName, endpointView, givenAddress } from './contract.ts'
import { endpointAdded } from './entries.ts'
import { endpoints } from './governed.ts'
import { keepsEndpoints } from './permissions.ts'
import { presentEndpoint } from './present.ts'
import { addressColumn, allEndpoints, endpointSecretColumn, insertEndpoint, ledgerSize } from './store.ts'

/** Not to be asked twice by the same request: its answer holds a secret, which is kept nowhere. A name is given once instead. */
export const addEndpoint = (vault: SecretVault) =>
  operation({
    name: 'add-endpoint',
    summary: 'Have events go to an address of the company’s from now on; a webhook’s secret is shown once.',
    effect: 'write',
    attended: true,
    http: { method: 'POST', path: '/endpoints' },
    input: z.strictObject({ kind: z.enum(endpointKinds), name: endpointName(), address: givenAddress(), groups: chosenGroups() }),
    output: z.object({
      endpoint: endpointView,
      secret: z.string().nullable().describe('Shown this once; for libraries of Standard Webhooks. Null for other kinds.'),
    }),
    allows: keepsEndpoints,
    async run({ kind, name, address, groups }, context) {
      const { actor, db, now, record } = context
      if ((await allEndpoints(db)).length >= MOST_ENDPOINTS) throw tooMany()
      const id = newId()
      const secret = kind === 'webhook' ? newWebhookSecret() : null
      const row = await insertEndpoint(
        db,
        {
          id,
          kind,
          name,
          host: hostOf(kind, address),
          groups,
          sealedAddress: await vault.seal(context, placeIn(addressColumn, id), address),
          sealedSecret: secret === null ? null : await vault.seal(context, placeIn(endpointSecretColumn, id), secret),
          nextEntry: await ledgerSize(db),
        },
        now,
      )
      if (!row) throw nameTaken()
      record(
        endpointAdded({
          subject: endpoints.subject(row),
          data: { kind, host: row.host, groups, by: asPerson(actor).id },
          personal: {},
        }),
      )
      return { endpoint: await presentEndpoint(db, row), secret }
    },
  })

const tooMany = () =>
  refuse(
    'conflict',
    'too-many-endpoints',
    `At most ${MOST_ENDPOINTS} endpoints get events at a time.`,
    'Remove those that nobody needs, or put one program in front of several.',
  )

export const nameTaken = () =>
  refuse('conflict', 'endpoint-name-taken', 'Another endpoint has this name.', 'Choose a name that tells them apart.', 'name')
