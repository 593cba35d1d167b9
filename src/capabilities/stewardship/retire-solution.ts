import { z } from 'zod'
import { version } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { asPerson } from '../permissions.ts'
import {
  answersForIt,
  daysFrom,
  declarationNow,
  declarationsBeside,
  decideOffer,
  expectPossible,
  lockSolution,
  numberOf,
  openOffers,
  solutionKey,
  solutionSummary,
  stateOf,
  stepOf,
  summaryOf,
  unknownSolution,
  updateDeclaration,
  updateSolution,
} from '../registry/index.ts'
import { dropReview } from '../review/index.ts'
import { because } from './contract.ts'
import { solutionRetired } from './entries.ts'
import * as said from './said.ts'

export const retireSolution = (charters: Charters) =>
  operation({
    name: 'retire-solution',
    summary: 'Bring a solution to its end: it is switched off now and kept on record; for some days that can be taken back.',
    effect: 'write',
    attended: true,
    http: { method: 'POST', path: '/solutions/{key}/retirement' },
    input: z.strictObject({ key: solutionKey(), version: version(), because: because('Why it ends.') }),
    output: solutionSummary.extend({ undoUntil: z.string() }),
    target: ({ key }, { db }) => lockSolution(db, numberOf(key)),
    allows: answersForIt,
    async run({ because }, { actor, db, now, record, send }, solution) {
      if (!solution) throw unknownSolution()
      expectPossible('retire', stateOf(solution))
      const charter = await charters.inForce(db)
      const undoUntil = daysFrom(charter, now, charter.documents['calendar.yaml'].undoRetirementDays).toString()
      await dropReview({ db, now, record, send }, { kind: 'solution', subject: solution.id, because: 'retired' })
      const { draft } = await declarationsBeside(db, solution)
      const waits = draft !== null && (draft.state === 'submitted' || draft.state === 'in-review')
      if (waits) record(declarationNow(await updateDeclaration(db, draft.id, { state: 'draft', submittedAt: null })))
      for (const offer of await openOffers(db, solution.id))
        record(said.offerDecided(await decideOffer(db, offer.id, 'withdrawn', null, now)))
      const row = await updateSolution(
        db,
        solution.id,
        {
          state: 'retired',
          stopped: null,
          sandboxUntil: null,
          retired: {
            by: asPerson(actor).id,
            at: now.toString(),
            because,
            undoUntil,
            from: waits && solution.runningId === null ? 'draft' : solution.state,
            stopped: solution.stopped,
          },
        },
        now,
      )
      record(solutionRetired({ ...stepOf(row, solution.state, row.runningId ?? row.draftId), personal: { because } }))
      return { ...summaryOf(row, await namesOf(db, [row.ownerId])), undoUntil }
    },
  })
