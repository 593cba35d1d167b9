import { z } from 'zod'
import { newId } from '#src/kernel/ids.ts'
import { version } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import type { ReadFile } from './artifact-file.ts'
import { artifactFile, fileRequestBytes, readUnder, readArtifact } from './artifact-file.ts'
import { solutionKey } from './contract.ts'
import { declareAnew } from './declare-anew.ts'
import { insertInspection } from './inspection-store.ts'
import { expectPossible, stateOf } from './lifecycle.ts'
import { outcomeOf, outcomeView } from './outcome-of-change.ts'
import { speaksForIt, unknownSolution } from './permissions.ts'
import * as said from './said.ts'
import { numberOf } from './solution.ts'
import { lockSolution } from './store.ts'
import { weigh } from './weigh.ts'

export const inspectSolution = (charters: Charters, readFile: ReadFile) =>
  operation({
    name: 'inspect-solution',
    summary: 'Read a solution’s artifact: what its file shows stands beside what is declared and counts with it. The file is not kept.',
    effect: 'write',
    http: { method: 'PUT', path: '/solutions/{key}/inspection', maxBytes: fileRequestBytes },
    input: z.strictObject({ key: solutionKey(), version: version(), file: artifactFile() }),
    output: outcomeView,
    target: ({ key }, { db }) => lockSolution(db, numberOf(key)),
    allows: speaksForIt,
    ahead: ({ file }) => readArtifact(readFile, file),
    async run(_, { actor, db, now, record, send, ahead }, solution) {
      if (!solution) throw unknownSolution()
      expectPossible('edit', stateOf(solution))
      const charter = await charters.inForce(db)
      const by = asPerson(actor)
      const { seen, row } = readUnder(charter, ahead)
      const inspection = await insertInspection(
        db,
        { ...row, id: newId(), solutionId: solution.id, inspectedBy: by.id, inspectedByHuman: by.human },
        now,
      )
      record(said.inspected(inspection))
      const weighed = await weigh(db, charter, solution, { inspection: { seen, id: inspection.id } }, now)
      const { after, dropped } = await declareAnew({ db, now, record, send }, charter, solution, { weighed, by, content: {} })
      record(said.counted(after, weighed))
      return outcomeOf(db, charter, weighed, { after, dropped })
    },
  })
