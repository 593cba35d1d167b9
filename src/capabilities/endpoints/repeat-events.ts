import { z } from 'zod'
import { newId } from '#src/kernel/ids.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { id } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { endpointDeliveryView } from './contract.ts'
import { deliveryOf, insertExtra, repeatDead } from './delivery-store.ts'
import { endpointTested, eventsRedelivered } from './entries.ts'
import { keepsEndpoint, noSuchEndpoint } from './permissions.ts'
import { presentDelivery } from './present.ts'
import type { EndpointRow } from './store.ts'
import { lockEndpoint } from './store.ts'

/** What goes out once more changes nothing of the endpoint itself. */
export const aboutIt = ({ id }: EndpointRow) => ({ kind: 'endpoint-delivery', id, version: null, digest: null })

export const testEndpoint = operation({
  name: 'test-endpoint',
  summary: 'Send an endpoint a test event, to see whether it arrives; it goes within a minute, as all others.',
  effect: 'write',
  attended: true,
  http: { method: 'POST', path: '/endpoints/{endpoint}/test' },
  input: z.strictObject({ endpoint: id() }),
  output: endpointDeliveryView,
  target: ({ endpoint }, { db }) => lockEndpoint(db, endpoint),
  allows: keepsEndpoint,
  async run(_, { actor, db, now, record }, endpoint) {
    if (!endpoint) throw noSuchEndpoint()
    if (endpoint.state === 'paused')
      throw refuse('conflict', 'endpoint-paused', 'It is paused, so nothing goes there.', 'Continue it first.', 'endpoint')
    const row = await insertExtra(db, { endpointId: endpoint.id, type: 'endpoint-test', events: 1, what: `test_${newId()}` }, now)
    record(endpointTested({ subject: aboutIt(endpoint), data: { by: asPerson(actor).id }, personal: {} }))
    return presentDelivery(row)
  },
})

export const redeliverEvents = operation({
  name: 'redeliver-events',
  summary: 'Try events again that were given up: one of them, or all of an endpoint.',
  effect: 'write',
  attended: true,
  http: { method: 'POST', path: '/endpoints/{endpoint}/redelivery' },
  input: z.strictObject({
    endpoint: id(),
    delivery: z.string().max(120).nullable().default(null).describe('The id of one of them; null: all.'),
  }),
  output: z.object({ events: z.int().describe('How many go out once more.') }),
  target: ({ endpoint }, { db }) => lockEndpoint(db, endpoint),
  allows: keepsEndpoint,
  async run({ delivery }, { actor, db, now, record }, endpoint) {
    if (!endpoint) throw noSuchEndpoint()
    if (delivery !== null && !(await deliveryOf(db, endpoint.id, delivery)))
      throw refuse('not-found', 'no-such-event', 'There is no such event.', 'Take one from the list of its deliveries.', 'delivery')
    const events = await repeatDead(db, endpoint.id, delivery, now)
    if (events === 0)
      throw refuse(
        'conflict',
        'nothing-given-up',
        'Nothing of this was given up.',
        'What is on its way is tried again by itself.',
        'delivery',
      )
    record(eventsRedelivered({ subject: aboutIt(endpoint), data: { events, by: asPerson(actor).id }, personal: {} }))
    return { events }
  },
})
