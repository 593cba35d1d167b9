import { z } from 'zod'
import { id, version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { aboutSolution, decideOffer, note } from '../registry/index.ts'
import { offerView } from './contract.ts'
import { expectOffered, holdOffer } from './held-offer.ts'
import { offerAnswered } from './messages.ts'
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
  async run({ note }, { actor, db, now, record, send }, held) {
    if (!held) throw unknownOffer()
    expectOffered(held)
    const row = await decideOffer(db, held.offer.id, 'declined', note, now)
    record(said.offerDecided(row))
    const { solution, offer } = held
    const facts = { by: asPerson(actor).name, solution: solution.name }
    send(offerAnswered.declined({ to: offer.offeredBy, because: 'asked', about: aboutSolution(solution), of: row, facts }))
    return presentOffer(db, row, held.solution)
  },
})
