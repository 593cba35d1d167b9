import { z } from 'zod'
import { canonical } from '#src/kernel/canonical.ts'
import { version } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { factsInput } from '../intake/index.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { solutionKey, solutionName, solutionPurpose, solutionSummary } from './contract.ts'
import { decideFacts } from './decide-facts.ts'
import { solutionEdited } from './entries.ts'
import { solutions } from './governed.ts'
import { speaksForIt, unknownSolution } from './permissions.ts'
import { summaryOf } from './present.ts'
import { numberOf } from './solution.ts'
import { lockSolution, updateSolution } from './store.ts'

export const editSolution = (charters: Charters) =>
  operation({
    name: 'edit-solution',
    summary: 'Change what a solution is called, does or declares; the charter decides anew.',
    effect: 'write',
    http: { method: 'PUT', path: '/solutions/{key}' },
    input: z.strictObject({
      key: solutionKey(),
      version: version(),
      name: solutionName(),
      purpose: solutionPurpose(),
      facts: factsInput(),
    }),
    output: solutionSummary,
    target: ({ key }, { db }) => lockSolution(db, numberOf(key)),
    allows: speaksForIt,
    async run({ name, purpose, facts }, { db, now, record }, solution) {
      if (!solution) throw unknownSolution()
      const decided = decideFacts(await charters.inForce(db), facts, now)
      const row = await updateSolution(db, solution.id, { name, purpose, ...decided.row }, now)
      record(
        solutionEdited({
          subject: solutions.subject(row),
          data: { ...decided.entry, owner: row.ownerId, unit: row.unitId },
          personal: { name, purpose, facts: canonical(row.facts) },
        }),
      )
      return summaryOf(row, await namesOf(db, [row.ownerId]))
    },
  })
