import { z } from 'zod'
import { id, version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { aboutSolution, addAuthors, decideOffer, expectPossible, solutions, stateOf, updateSolution } from '../registry/index.ts'
import { offerView } from './contract.ts'
import { solutionHandedOver } from './entries.ts'
import { expectOffered, holdOffer } from './held-offer.ts'
import { offerAnswered } from './messages.ts'
import { lockAccounts } from './people-store.ts'
import { unknownOffer, wasAsked } from './permissions.ts'
import { presentOffer } from './present.ts'
import * as said from './said.ts'
import { whyNotSuccessor } from './successor.ts'

export const acceptHandover = operation({
  name: 'accept-handover',
  summary: 'Say yes to answering for a solution; from then on one does.',
  effect: 'write',
  attended: true,
  http: { method: 'POST', path: '/offers/{offer}/acceptance' },
  input: z.strictObject({ offer: id(), version: version() }),
  output: offerView,
  target: ({ offer }, { db }) => holdOffer(db, offer),
  allows: wasAsked,
  async run(_, { actor, db, now, record, send }, held) {
    if (!held) throw unknownOffer()
    expectOffered(held)
    const { offer, solution } = held
    expectPossible('hand-over', stateOf(solution))
    const { id, human, name: by } = asPerson(actor)
    const { role } = offer
    const { ownerId, backupOwnerId } = solution
    const accounts = await lockAccounts(db, [id, ownerId, ...(backupOwnerId === null ? [] : [backupOwnerId])])
    const backup = backupOwnerId === null ? null : (accounts.get(backupOwnerId)?.human ?? backupOwnerId)
    const fault = whyNotSuccessor({ role, to: accounts.get(id) ?? null, owner: accounts.get(ownerId)?.human ?? ownerId, backup })
    if (fault) throw fault

    await addAuthors(db, solution.id, [{ id, human, how: role === 'owner' ? 'owned' : 'stood-in' }], now)
    const change = role === 'owner' ? { ownerId: id, ...(backup === human ? { backupOwnerId: null } : {}) } : { backupOwnerId: id }
    const after = await updateSolution(db, solution.id, change, now)
    const row = await decideOffer(db, offer.id, 'accepted', null, now)
    record(said.offerDecided(row))
    record(
      solutionHandedOver({
        subject: solutions.subject(after),
        data: { role, from: role === 'owner' ? ownerId : backupOwnerId, to: id },
        personal: {},
      }),
    )
    const content = { about: aboutSolution(after), of: row, facts: { by, solution: after.name } }
    send(offerAnswered.accepted({ to: offer.offeredBy, because: 'asked', ...content }))
    if (role === 'owner') send(offerAnswered.accepted({ to: ownerId, because: 'owner', ...content }))
    return presentOffer(db, row, after)
  },
})
