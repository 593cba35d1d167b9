import { z } from 'zod'
import { id } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { deliveryStates, endpointDeliveryView, endpointView } from './contract.ts'
import { pageOfDeliveries } from './delivery-store.ts'
import { noSuchEndpoint, readsEndpoint, readsEndpoints } from './permissions.ts'
import { presentDelivery, presentEndpoint, presentEndpoints } from './present.ts'
import { allEndpoints, endpointById } from './store.ts'

export const listEndpoints = operation({
  name: 'list-endpoints',
  summary: 'Addresses of the company’s to which events go: webhooks, channels of Teams and Slack, and its monitoring.',
  effect: 'read',
  http: { method: 'GET', path: '/endpoints' },
  input: z.strictObject({}),
  output: z.object({ endpoints: z.array(endpointView) }),
  allows: readsEndpoints,
  async run(_, { db }) {
    return { endpoints: await presentEndpoints(db, await allEndpoints(db)) }
  },
})

export const showEndpoint = operation({
  name: 'show-endpoint',
  summary: 'One endpoint: what it gets, whether that arrives, and how much waits or was given up.',
  effect: 'read',
  http: { method: 'GET', path: '/endpoints/{endpoint}' },
  input: z.strictObject({ endpoint: id() }),
  output: endpointView,
  target: ({ endpoint }, { db }) => endpointById(db, endpoint),
  allows: readsEndpoint,
  run(_, { db }, row) {
    if (!row) throw noSuchEndpoint()
    return presentEndpoint(db, row)
  },
})

export const listEndpointDeliveries = operation({
  name: 'list-endpoint-deliveries',
  summary: 'Events on their way to an endpoint, the newest first: sent, to be sent, given up and why.',
  effect: 'read',
  http: { method: 'GET', path: '/endpoints/{endpoint}/deliveries' },
  input: z.strictObject({
    endpoint: id(),
    state: z.enum(deliveryStates).optional(),
    before: z.coerce.number().int().min(0).optional().describe('`next` of the page before.'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ deliveries: z.array(endpointDeliveryView), next: z.int().nullable() }),
  target: ({ endpoint }, { db }) => endpointById(db, endpoint),
  allows: readsEndpoint,
  async run({ endpoint, limit, ...which }, { db }) {
    const rows = await pageOfDeliveries(db, endpoint, { ...which, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    return { deliveries: shown.map(presentDelivery), next: rows.length > limit ? (shown.at(-1)?.number ?? null) : null }
  },
})
