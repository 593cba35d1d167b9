import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { id } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { asPerson } from '../permissions.ts'
import { deliveryView } from './contract.ts'
import { deliveryRepeated } from './entries.ts'
import { lockDelivery, repeatDelivery } from './list-store.ts'
import { keepsMessages, noSuchDelivery } from './permissions.ts'
import { presentDelivery } from './present.ts'

export const redeliverDelivery = operation({
  name: 'redeliver-delivery',
  summary: 'Try a letter again that was given up, such as one to an address that was wrong.',
  effect: 'write',
  attended: true,
  http: { method: 'POST', path: '/deliveries/{delivery}/redelivery' },
  input: z.strictObject({ delivery: id() }),
  output: deliveryView,
  allows: keepsMessages,
  async run({ delivery }, { actor, db, now, record }) {
    const held = await lockDelivery(db, delivery)
    if (!held) throw noSuchDelivery()
    if (held.state !== 'dead')
      throw refuse(
        'conflict',
        'not-given-up',
        'This letter was not given up.',
        'Only what was given up is tried again by hand.',
        'delivery',
      )
    const row = await repeatDelivery(db, delivery, now)
    const subject = { kind: 'delivery', id: row.id, version: null, digest: null }
    record(deliveryRepeated({ subject, data: { trouble: held.trouble ?? '', by: asPerson(actor).id }, personal: {} }))
    return presentDelivery(row, await namesOf(db, [row.personId]))
  },
})
