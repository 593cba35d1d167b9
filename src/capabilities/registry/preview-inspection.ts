import { z } from 'zod'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import type { ReadFile } from './artifact-file.ts'
import { artifactFile, fileRequestBytes, readUnder, readArtifact } from './artifact-file.ts'
import { solutionKey } from './contract.ts'
import { inspectionView } from './inspection-contract.ts'
import { presentInspection } from './inspection-view.ts'
import { expectPossible, stateOf } from './lifecycle.ts'
import { speaksForIt, unknownSolution } from './permissions.ts'
import { priceOf, priceView } from './price.ts'
import { numberOf } from './solution.ts'
import { solutionByNumber } from './store.ts'
import { weigh } from './weigh.ts'

export const previewInspection = (charters: Charters, readFile: ReadFile) =>
  operation({
    name: 'preview-inspection',
    summary: 'What an artifact’s file shows of a solution, where that differs from what is declared, and what keeping it would cost.',
    effect: 'read',
    http: { method: 'POST', path: '/solutions/{key}/inspection/preview', maxBytes: fileRequestBytes },
    input: z.strictObject({ key: solutionKey(), file: artifactFile() }),
    output: priceView.extend({
      inspection: inspectionView,
      tierDeclared: z.int().describe('The tier by what is declared alone.'),
      same: z.boolean().describe('Whether it does the same as the file that was read before.'),
    }),
    target: ({ key }, { db }) => solutionByNumber(db, numberOf(key)),
    allows: speaksForIt,
    ahead: ({ file }) => readArtifact(readFile, file),
    async run(_, { db, now, ahead }, solution) {
      if (!solution) throw unknownSolution()
      expectPossible('edit', stateOf(solution))
      const charter = await charters.inForce(db)
      const { seen, row } = readUnder(charter, ahead)
      const weighed = await weigh(db, charter, solution, { inspection: { seen, id: null } }, now)
      return {
        ...(await priceOf(db, charter, solution, weighed, now)),
        inspection: presentInspection(row, seen, weighed.facts),
        tierDeclared: weighed.tierDeclared,
        same: weighed.readBefore?.artifact === seen.artifact,
      }
    },
  })
