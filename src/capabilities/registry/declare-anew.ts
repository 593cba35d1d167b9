import type { Charter } from '#src/engines/charter/index.ts'
import { newId } from '#src/kernel/ids.ts'
import type { ReviewRow, Writing } from '../review/index.ts'
import { dropReview } from '../review/index.ts'
import { addAuthors } from './author-store.ts'
import { stateOnEntry } from './cost.ts'
import type { DeclarationRow } from './declaration-store.ts'
import { insertDeclaration, newestNumber, updateDeclaration } from './declaration-store.ts'
import { beside, decidedAs, following } from './newest.ts'
import { refer } from './refer.ts'
import * as said from './said.ts'
import type { Change, SolutionRow } from './store.ts'
import { updateSolution } from './store.ts'
import type { Weighed } from './weigh.ts'

interface Anew {
  weighed: Weighed
  by: { id: string; human: string }
  /** What changes at the solution besides what it declares. */
  content: Change
}

/**
 * Does what was weighed: where an approval would cover something else, a new declaration stands beside what runs, and what was under
 * review ends with its sign-offs.
 * @returns the solution after it, and the review that ended. The solution's own entry is the caller's.
 */
export const declareAnew = async (
  writing: Writing,
  charter: Charter,
  solution: SolutionRow,
  { weighed, by: { id: by, human }, content }: Anew,
): Promise<{ after: SolutionRow; dropped: Pick<ReviewRow, 'number'> | null }> => {
  const { db, now, record } = writing
  const { draft, running, cost, decided, read } = weighed
  await addAuthors(db, solution.id, [{ id: by, human, how: 'changed' }], now)
  const overtaken = draft !== null && draft.materialDigest !== weighed.digest
  const dropped = overtaken ? await dropReview(writing, { kind: 'solution', subject: solution.id, because: 'edited' }) : null
  if (overtaken) await putAway(writing, draft, cost === 'noted' ? 'withdrawn' : 'superseded')
  if (cost === 'noted') {
    // Another file that does the same: only where it was read is new.
    const stays = overtaken ? running : (draft ?? running)
    if (stays && stays.inspectionId !== read.id)
      record(said.declarationNow(await updateDeclaration(db, stays.id, { inspectionId: read.id })))
    return { after: await updateSolution(db, solution.id, { ...content, ...(overtaken ? { draftId: null } : {}) }, now), dropped }
  }
  const declaration = await insertDeclaration(
    db,
    {
      ...following({ facts: weighed.facts, ...decidedAs(decided) }),
      id: newId(),
      solutionId: solution.id,
      number: (await newestNumber(db, solution.id)) + 1,
      inspection: read.seen,
      inspectionId: read.id,
      state: stateOnEntry(decided),
      materialDigest: weighed.digest,
      declaredBy: by,
      declaredByHuman: human,
    },
    now,
  )
  record(said.declared(declaration))
  const after = await updateSolution(db, solution.id, { ...content, ...beside(solution, declaration) }, now)
  if (declaration.state === 'referred') await refer(writing, charter, after, declaration)
  return { after, dropped }
}

/** What another declaration takes the place of; a no stays on record as it was. */
const putAway = async ({ db, now, record }: Writing, { id, state }: DeclarationRow, as: 'withdrawn' | 'superseded'): Promise<void> => {
  if (state !== 'refused' && state !== 'referred') record(said.declarationNow(await updateDeclaration(db, id, { state: as, endedAt: now })))
}
