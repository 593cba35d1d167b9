import { z } from 'zod'
import { id, version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { decideOffer, note } from '../registry/index.ts'
import { offerView } from './contract.ts'
import { expectOffered, holdOffer } from './held-offer.ts'
import { unknownOffer, wasAsked } from './permissions.ts'
import { presentOffer } from './present.ts'
import * as said from './said.ts'

export const declineHandover = operation({
  name: 'decline-handover',
  summary: 'Say no to answering for a solution.',
  effect: 'write',
  http: { method: 'POST', path: '/offers/{offer}/refusal' },
  input: z.strictObject({ offer: id(), version: version(), note: note('Why not, for whoever asked.') }),
  output: offerView,
  target: ({ offer }, { db }) => holdOffer(db, offer),
  allows: wasAsked,
  async run({ note }, { db, now, record }, held) {
    if (!held) throw unknownOffer()
    expectOffered(held)
    const row = await decideOffer(db, held.offer.id, 'declined', note, now)
    record(said.offerDecided(row))
    return presentOffer(db, row, held.solution)
  },
})
