import { z } from 'zod'
import { newId } from '#src/kernel/ids.ts'
import { version } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { factsInput } from '../intake/index.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { asPerson } from '../permissions.ts'
import { dropReview, reviewKeyOf } from '../review/index.ts'
import type { Writing } from '../review/index.ts'
import { addAuthors } from './author-store.ts'
import { blockerView, note, solutionKey, solutionName, solutionPurpose, solutionSummary, wordsIn, wordsInput } from './contract.ts'
import { costs, stateOnEntry, whatBlocks } from './cost.ts'
import type { DeclarationRow } from './declaration-store.ts'
import { insertDeclaration, newestNumber, updateDeclaration } from './declaration-store.ts'
import { defined } from './defined.ts'
import { expectPossible, stateOf } from './lifecycle.ts'
import { beside, decidedAs, following } from './newest.ts'
import { speaksForIt, unknownSolution } from './permissions.ts'
import { summaryOf } from './present.ts'
import { refer } from './refer.ts'
import * as said from './said.ts'
import { numberOf } from './solution.ts'
import type { Change, SolutionRow } from './store.ts'
import { lockSolution, updateSolution } from './store.ts'
import { weigh } from './weigh.ts'

export const editSolution = (charters: Charters) =>
  operation({
    name: 'edit-solution',
    summary: 'Change what a solution is called, does or declares. Wording is noted; whatever an approval covers is declared anew.',
    effect: 'write',
    http: { method: 'PUT', path: '/solutions/{key}' },
    input: z.strictObject({
      key: solutionKey(),
      version: version(),
      name: solutionName(),
      purpose: solutionPurpose(),
      facts: factsInput(),
      ...wordsInput,
      note: note('What changed and why, for those who review it.'),
    }),
    output: solutionSummary.extend({
      cost: z.enum(costs).describe('What it cost, or what submitting it takes; as preview-edit said.'),
      standsInTheWay: z.array(blockerView),
      dropped: z.string().nullable().describe('The review that ended with this change, if one was open.'),
    }),
    target: ({ key }, { db }) => lockSolution(db, numberOf(key)),
    allows: speaksForIt,
    async run({ name, purpose, facts, note, ...given }, { actor, db, now, record }, solution) {
      if (!solution) throw unknownSolution()
      expectPossible('edit', stateOf(solution))
      const charter = await charters.inForce(db)
      const writing = { db, now, record }
      const { id: by, human } = asPerson(actor)
      const weighed = await weigh(db, charter, solution, facts, now)
      const { draft, cost, decided, changed } = weighed
      await addAuthors(db, solution.id, [{ id: by, human, how: 'changed' }], now)

      const overtaken = draft !== null && draft.materialDigest !== weighed.digest
      const dropped = overtaken ? await dropReview(writing, { kind: 'solution', subject: solution.id, because: 'edited' }) : null
      if (overtaken) await putAway(writing, draft, cost === 'noted' ? 'withdrawn' : 'superseded')
      const content: Change = { name, purpose, ...defined(wordsIn(given)) }
      let after: SolutionRow
      if (cost === 'noted') after = await updateSolution(db, solution.id, { ...content, ...(overtaken ? { draftId: null } : {}) }, now)
      else {
        const declaration = await insertDeclaration(
          db,
          {
            ...following({ facts: weighed.facts, ...decidedAs(decided) }),
            id: newId(),
            solutionId: solution.id,
            number: (await newestNumber(db, solution.id)) + 1,
            inspection: weighed.inspection,
            state: stateOnEntry(decided),
            materialDigest: weighed.digest,
            declaredBy: by,
            declaredByHuman: human,
          },
          now,
        )
        record(said.declared(declaration))
        after = await updateSolution(db, solution.id, { ...content, ...beside(solution, declaration) }, now)
        if (declaration.state === 'referred') await refer(writing, charter, declaration)
      }
      record(said.edited(after, decided, { cost, declaration: after.draftId, changed, note }))
      return {
        ...summaryOf(after, await namesOf(db, [after.ownerId])),
        cost,
        standsInTheWay: cost === 'noted' ? [] : whatBlocks(decided),
        dropped: dropped && reviewKeyOf(dropped.number),
      }
    },
  })

/** What another declaration takes the place of; a no stays on record as it was. */
const putAway = async ({ db, now, record }: Writing, { id, state }: DeclarationRow, as: 'withdrawn' | 'superseded'): Promise<void> => {
  if (state !== 'refused' && state !== 'referred') record(said.declarationNow(await updateDeclaration(db, id, { state: as, endedAt: now })))
}
