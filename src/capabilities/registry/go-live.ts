import { z } from 'zod'
import { Refusal, refuse } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { inForce } from './approve.ts'
import { solutionKey, solutionSummary } from './contract.ts'
import { declarationsBeside } from './declaration-store.ts'
import { solutionWentLive } from './entries.ts'
import { expectPossible, stateOf } from './lifecycle.ts'
import { speaksForIt, unknownSolution } from './permissions.ts'
import { summaryOf } from './present.ts'
import { standsBeforeLive } from './ready-to-go-live.ts'
import * as said from './said.ts'
import { numberOf } from './solution.ts'
import { stopsStay } from './stop-store.ts'
import { lockSolution, updateSolution } from './store.ts'

export const goLive = (charters: Charters) =>
  operation({
    name: 'go-live',
    summary: 'Let an approved solution run; or let its approved change take the place of the version that runs.',
    effect: 'write',
    http: { method: 'POST', path: '/solutions/{key}/live' },
    input: z.strictObject({ key: solutionKey(), version: version() }),
    output: solutionSummary,
    target: ({ key }, { db }) => lockSolution(db, numberOf(key)),
    allows: speaksForIt,
    async run(_, { db, now, record, send }, solution) {
      if (!solution) throw unknownSolution()
      const state = stateOf(solution)
      expectPossible('go-live', state)
      const charter = await charters.inForce(db)
      const { running, draft } = await declarationsBeside(db, solution)
      const change = draft?.state === 'approved' ? draft : null
      const next = change ?? (state === 'approved' ? running : null)
      if (!next)
        throw refuse(
          'conflict',
          'nothing-to-go-live',
          'Nothing approved waits to go live.',
          'Change it and have the change approved first.',
          'key',
        )
      await stopsStay(db)
      const blockers = await standsBeforeLive(db, charter, solution, next, now)
      if (blockers.length > 0) throw new Refusal('conflict', 'not-ready', 'It can’t go live yet.', blockers)
      const writing = { db, now, record, send }
      const row = await updateSolution(
        db,
        solution.id,
        {
          ...(change ? await inForce(writing, charter, solution, change) : {}),
          // What was stopped stays stopped, with whatever content: resuming takes two people.
          state: state === 'suspended' ? 'suspended' : 'active',
          sandboxUntil: null,
        },
        now,
      )
      record(solutionWentLive({ ...said.stepOf(row, solution.state, row.runningId), personal: {} }))
      return summaryOf(row, await namesOf(db, [row.ownerId]))
    },
  })
