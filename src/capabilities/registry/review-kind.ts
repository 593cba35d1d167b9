import type { Charter } from '#src/engines/charter/index.ts'
import type { Blocker } from '#src/kernel/refusal.ts'
import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import type { ReviewKind, Subject } from '../review/index.ts'
import { authorsOf } from './author-store.ts'
import { declarationById, updateDeclaration } from './declaration-store.ts'
import { decideTold } from './decide-facts.ts'
import type { Decided } from './decide-facts.ts'
import type { DeclarationRow } from './declaration-store.ts'
import { reviewBegun } from './entries.ts'
import { beside } from './newest.ts'
import { maySee } from './permissions.ts'
import { afterReview } from './after-review.ts'
import { ruledFacts, rulingsOf } from './ruling-store.ts'
import * as said from './said.ts'
import { whyStopped } from './stop-rules.ts'
import { stopsOver } from './stop-store.ts'
import { keyOf } from './solution.ts'
import type { SolutionRow } from './store.ts'
import { lockSolutionById, solutionById, solutionsNamed, updateSolution } from './store.ts'

/** Declarations that a review may still be about. */
const alive = ['submitted', 'in-review', 'refused', 'referred', 'approved']

const subjectOf = async (db: Db, row: SolutionRow | undefined): Promise<Subject | undefined> => {
  if (!row) return undefined
  const { id, number, name, unitId, ownerId, backupOwnerId, makerId, coMakers } = row
  const newest = row.draftId ?? row.runningId
  const declaration = newest === null ? undefined : await declarationById(db, newest)
  return {
    id,
    key: keyOf(number),
    name,
    unitId,
    authors: await authorsOf(db, id, unitId),
    speakers: [...new Set([ownerId, makerId, ...(backupOwnerId === null ? [] : [backupOwnerId]), ...coMakers])],
    digest: declaration && alive.includes(declaration.state) ? declaration.materialDigest : null,
    readBy: actor => maySee(actor, row),
  }
}

/** Solutions as something that people review. */
export const solutionReviewKind = (charters: Charters): ReviewKind => ({
  kind: 'solution',
  called: 'a solution',
  look: async (db, id) => subjectOf(db, await solutionById(db, id)),
  hold: async (db, id) => subjectOf(db, await lockSolutionById(db, id)),
  async describe(db, ids) {
    const rows = await solutionsNamed(db, ids)
    return new Map(rows.map(({ id, number, name }) => [id, { key: keyOf(number), name }]))
  },
  async standsInTheWay({ purpose, matter, subject }, { db, now, language }) {
    if (purpose === 'second-look') return []
    const declaration = await declarationById(db, matter)
    if (!declaration) return [{ reason: 'What it was about is gone.', remedy: 'Submit the solution anew.' }]
    const solution = await solutionById(db, subject)
    const stopped = solution ? whyStopped(await stopsOver(db, solution, declaration.facts)) : []
    const charter = await charters.inForce(db)
    return [...stopped, ...whyNotYes(charter, await decidedNow(db, charter, subject, declaration, now, language), purpose, declaration)]
  },
  async begun({ subject, matter, purpose }, { db, now, record }) {
    const solution = await solutionById(db, subject)
    const declaration = await declarationById(db, matter)
    if (!solution || declaration?.state !== 'submitted' || purpose === 'second-look') return
    const begun = await updateDeclaration(db, matter, { state: 'in-review' })
    record(said.declarationNow(begun))
    const row = await updateSolution(db, subject, beside(solution, begun), now)
    record(reviewBegun({ ...said.stepOf(row, solution.state, matter), personal: {} }))
  },
  async decided(decided, writing) {
    const charter = await charters.inForce(writing.db)
    await afterReview(writing, charter, decided, declaration =>
      decidedNow(writing.db, charter, decided.review.subject, declaration, writing.now),
    )
  },
})

const decidedNow = async (
  db: Db,
  charter: Charter,
  solution: string,
  { facts, inspection }: DeclarationRow,
  now: Temporal.Instant,
  language: 'en' | 'de' = 'en',
) => decideTold(charter, { declared: facts, inspection, ruled: ruledFacts(await rulingsOf(db, solution)) }, now, language)

/** What a yes would contradict: the rules as they are now, with every ruling. */
const whyNotYes = (
  { questions }: Charter,
  { verdict, tier, guardrails, open, prohibited }: Decided,
  purpose: string,
  declaration: DeclarationRow,
): Blocker[] => {
  switch (verdict) {
    case 'refused':
    case 'referred':
      return [
        {
          reason:
            verdict === 'refused'
              ? (prohibited[0]?.because ?? 'The charter never allows it.')
              : 'By the facts it belongs to the central team.',
          remedy:
            purpose === 'appeal'
              ? 'Rule on the facts that lead there, if they are not so; nobody types a verdict.'
              : 'Rule on the facts, or reject it.',
        },
      ]
    case 'blocked':
      return guardrails.map(({ because, remedy }) => ({ reason: because, remedy }))
    case 'clarify':
      return open.map(fact => ({
        field: `facts.${fact}`,
        reason: `This is not settled: ${questions.find(({ id }) => id === fact)?.title.en ?? fact}.`,
        remedy: 'Ask, and rule on that fact.',
      }))
    case 'review':
    case 'approved-by-default':
  }
  // A clarification that ends in a higher tier goes on into that lane; any other review has to begin there.
  return tier > declaration.tier && purpose !== 'clarify' && purpose !== 'appeal'
    ? [{ reason: `By the charter in force it is of tier ${tier} now.`, remedy: 'Send it back; submitted again it goes into that lane.' }]
    : []
}
