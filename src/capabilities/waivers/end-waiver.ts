import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { id, version } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { language, waiverView } from './contract.ts'
import { waiverEnded } from './entries.ts'
import { waivers } from './governed.ts'
import { holdWaiver, todayIn } from './held.ts'
import { mayEnd, noSuchWaiver } from './permissions.ts'
import { presentWaivers } from './present.ts'
import { endWaiver } from './store.ts'
import { standingOf } from './waiver.ts'

export const endWaiverEarly = (charters: Charters) =>
  operation({
    name: 'end-waiver',
    summary: 'End leave before its day, or take the request for it back.',
    effect: 'write',
    http: { method: 'POST', path: '/waivers/{id}/end' },
    input: z.strictObject({ id: id(), version: version(), language: language() }),
    output: waiverView,
    target: ({ id }, { db }) => holdWaiver(charters, db, id),
    allows: mayEnd,
    async run({ language }, { actor, db, now, record }, held) {
      if (!held) throw noSuchWaiver()
      const { waiver, solution } = held
      const charter = await charters.adopted(db)
      if (!['requested', 'running'].includes(standingOf(waiver, todayIn(charter, now).toString())))
        throw refuse('conflict', 'waiver-over-already', 'It is over already.', 'There is nothing to end.', 'id')
      const { id: endedBy } = asPerson(actor)
      const row = await endWaiver(db, waiver.id, endedBy, now)
      const { what, solutionId, endsOn } = row
      record(waiverEnded({ subject: waivers.subject(row), data: { what, solution: solutionId, endsOn, endedBy }, personal: {} }))
      const [shown] = await presentWaivers(db, [{ ...row, number: solution.number, name: solution.name }], { charter, language, now })
      if (!shown) throw noSuchWaiver()
      return shown
    },
  })
