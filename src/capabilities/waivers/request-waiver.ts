import { z } from 'zod'
import { newId } from '#src/kernel/ids.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { requestId } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { aboutSolution, authorsOf, lockSolution, solutionKey, numberOf, speaksForIt, unknownSolution } from '../registry/index.ts'
import { officeOf } from '../review/index.ts'
import { officeHolders } from '../office-holders.ts'
import { language, reason, waiverView } from './contract.ts'
import { waiverRequested } from './entries.ts'
import { waivers } from './governed.ts'
import { todayIn } from './held.ts'
import { presentWaivers } from './present.ts'
import { insertWaiver, requestedFor } from './store.ts'
import { leaveToDecide } from './messages.ts'
import { expectInTime, expectWaivable, waivableIn } from './waiver.ts'

export const requestWaiver = (charters: Charters) =>
  operation({
    name: 'request-waiver',
    summary: 'Ask for leave not to meet a duty of a solution’s until a day.',
    effect: 'write',
    once: true,
    http: { method: 'POST', path: '/waivers' },
    input: z.strictObject({
      solution: solutionKey(),
      what: z.string().max(60).describe('What is to be put off, by the charter’s list.'),
      reason: reason('Why, for whoever decides.'),
      endsOn: z.iso.date('Write a day such as 2027-01-31.').describe('The last day on which it should hold.'),
      language: language(),
      requestId: requestId(),
    }),
    output: waiverView,
    target: ({ solution }, { db }) => lockSolution(db, numberOf(solution)),
    allows: speaksForIt,
    async run({ what, reason, endsOn, language }, { actor, db, now, record, send }, solution) {
      if (!solution) throw unknownSolution()
      const charter = await charters.adopted(db)
      expectWaivable(charter, what)
      expectInTime(charter, endsOn, todayIn(charter, now))
      if (await requestedFor(db, solution.id, what))
        throw refuse(
          'conflict',
          'waiver-requested',
          'Somebody asked for this already.',
          'Wait for the answer, or end that request first.',
          'what',
        )
      const { id: requestedBy, human: requestedByHuman, name: by } = asPerson(actor)
      const row = await insertWaiver(db, { id: newId(), what, solutionId: solution.id, reason, endsOn, requestedBy, requestedByHuman }, now)
      record(
        waiverRequested({
          subject: waivers.subject(row),
          data: { what, solution: solution.id, endsOn: row.endsOn, requestedBy },
          personal: { reason },
        }),
      )
      const office = waivableIn(charter, what)?.by
      const behind = await authorsOf(db, solution.id, solution.unitId)
      const facts = { by, solution: solution.name, until: row.endsOn }
      for (const to of office === undefined ? [] : await officeHolders(db, [officeOf(office)], behind))
        send(leaveToDecide({ to, because: 'decider', about: aboutSolution(solution), of: row, facts }))
      const [shown] = await presentWaivers(db, [{ ...row, number: solution.number, name: solution.name }], { charter, language, now })
      if (!shown) throw new Error('A waiver that was just made is not there.')
      return shown
    },
  })
