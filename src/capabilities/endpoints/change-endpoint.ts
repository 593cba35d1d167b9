import { z } from 'zod'
import { id, version } from '#src/kernel/text.ts'
import { placeIn } from '#src/vault/index.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import type { SecretVault } from '../vault/index.ts'
import { nameTaken } from './add-endpoint.ts'
import { hostOf } from './address.ts'
import { chosenGroups, endpointName, endpointView, givenAddress } from './contract.ts'
import { endpointChanged, endpointRemoved } from './entries.ts'
import { endpoints } from './governed.ts'
import { keepsEndpoint, noSuchEndpoint } from './permissions.ts'
import { presentEndpoint } from './present.ts'
import { addressColumn, deleteEndpoint, lockEndpoint, nameIsTaken, updateEndpoint } from './store.ts'

export const changeEndpoint = (vault: SecretVault) =>
  operation({
    name: 'change-endpoint',
    summary: 'Change what an endpoint is called, what it gets, or where it is.',
    effect: 'write',
    attended: true,
    http: { method: 'PUT', path: '/endpoints/{endpoint}' },
    input: z.strictObject({
      endpoint: id(),
      version: version(),
      name: endpointName(),
      groups: chosenGroups(),
      address: givenAddress().optional().describe('Left out: as it is.'),
    }),
    output: endpointView,
    target: ({ endpoint }, { db }) => lockEndpoint(db, endpoint),
    allows: keepsEndpoint,
    async run({ name, groups, address }, context, before) {
      if (!before) throw noSuchEndpoint()
      const { actor, db, record } = context
      if (await nameIsTaken(db, name, before.id)) throw nameTaken()
      const row = await updateEndpoint(db, before.id, {
        name,
        groups,
        ...(address !== undefined && {
          host: hostOf(before.kind, address),
          sealedAddress: await vault.seal(context, placeIn(addressColumn, before.id), address),
        }),
      })
      const { kind, host } = row
      record(
        endpointChanged({
          subject: endpoints.subject(row),
          data: { kind, host, groups, address: address !== undefined, by: asPerson(actor).id },
          personal: {},
        }),
      )
      return presentEndpoint(db, row)
    },
  })

export const removeEndpoint = operation({
  name: 'remove-endpoint',
  summary: 'Remove an endpoint, with its address, its secrets and what waited for it.',
  effect: 'destroy',
  http: { method: 'DELETE', path: '/endpoints/{endpoint}' },
  input: z.strictObject({ endpoint: id(), version: version() }),
  output: z.object({}),
  target: ({ endpoint }, { db }) => lockEndpoint(db, endpoint),
  allows: keepsEndpoint,
  async run(_, { actor, db, record }, row) {
    if (!row) throw noSuchEndpoint()
    await deleteEndpoint(db, row.id)
    record(endpointRemoved({ subject: endpoints.ended(row), data: { host: row.host, by: asPerson(actor).id }, personal: {} }))
    return {}
  },
})
