import { z } from 'zod'
import { id, version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { decideOffer } from '../registry/index.ts'
import { offerView } from './contract.ts'
import { expectOffered, holdOffer } from './held-offer.ts'
import { unknownOffer, withdrawsOffer } from './permissions.ts'
import { presentOffer } from './present.ts'
import * as said from './said.ts'

export const withdrawHandover = operation({
  name: 'withdraw-handover',
  summary: 'Take back an offer to answer for a solution that nobody has accepted.',
  effect: 'write',
  http: { method: 'POST', path: '/offers/{offer}/withdrawal' },
  input: z.strictObject({ offer: id(), version: version() }),
  output: offerView,
  target: ({ offer }, { db }) => holdOffer(db, offer),
  allows: withdrawsOffer,
  async run(_, { db, now, record }, held) {
    if (!held) throw unknownOffer()
    expectOffered(held)
    const row = await decideOffer(db, held.offer.id, 'withdrawn', null, now)
    record(said.offerDecided(row))
    return presentOffer(db, row, held.solution)
  },
})
