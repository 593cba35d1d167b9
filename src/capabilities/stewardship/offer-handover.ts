import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { requestId } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import {
  aboutSolution,
  expectPossible,
  insertOffer,
  lockSolution,
  numberOf,
  offersIt,
  openOffers,
  solutionKey,
  stateOf,
  unknownSolution,
} from '../registry/index.ts'
import { because, offerView } from './contract.ts'
import { offeredToYou } from './messages.ts'
import { lockAccounts } from './people-store.ts'
import { presentOffer } from './present.ts'
import * as said from './said.ts'
import { whyNotSuccessor } from './successor.ts'

export const offerHandover = operation({
  name: 'offer-handover',
  summary: 'Ask somebody to answer for a solution, as its owner or backup owner; nothing changes until they accept.',
  effect: 'write',
  once: true,
  http: { method: 'POST', path: '/solutions/{key}/offers' },
  input: z.strictObject({
    key: solutionKey(),
    role: z.enum(['owner', 'backup-owner']),
    to: z.string().max(60).describe('Whom to ask.'),
    note: because('What they should know before they say yes.'),
    requestId: requestId(),
  }),
  output: offerView,
  target: ({ key }, { db }) => lockSolution(db, numberOf(key)),
  allows: offersIt,
  async run({ role, to, note }, { actor, db, now, record, send }, solution) {
    if (!solution) throw unknownSolution()
    expectPossible('hand-over', stateOf(solution))
    const by = asPerson(actor)
    const { ownerId, backupOwnerId } = solution
    const accounts = await lockAccounts(db, [to, ownerId, ...(backupOwnerId === null ? [] : [backupOwnerId])])
    const fault = whyNotSuccessor({
      role,
      to: accounts.get(to) ?? null,
      owner: accounts.get(ownerId)?.human ?? ownerId,
      backup: backupOwnerId === null ? null : (accounts.get(backupOwnerId)?.human ?? backupOwnerId),
    })
    if (fault) throw fault
    if (to === by.id)
      throw refuse(
        'conflict',
        'offered-to-oneself',
        'Nobody asks themself.',
        'Have somebody else who answers for it offer it to you.',
        'to',
      )
    if ((await openOffers(db, solution.id)).some(offer => offer.role === role))
      throw refuse('conflict', 'offer-open', 'Somebody was asked already and has not said yet.', 'Withdraw that offer first.', 'role')
    const row = await insertOffer(db, { solutionId: solution.id, role, offeredBy: by.id, offeredTo: to, note }, now)
    record(said.offered(row))
    send(offeredToYou({ to, because: 'asked', about: aboutSolution(solution), of: row, facts: { by: by.name, solution: solution.name } }))
    return presentOffer(db, row, solution)
  },
})
