import { z } from 'zod'
import type { Charter } from '#src/engines/charter/index.ts'
import { Refusal, refuse } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { asPerson } from '../permissions.ts'
import { reviewKeyOf } from '../review/index.ts'
import type { ReviewRow, Writing } from '../review/index.ts'
import { hasAcceptedStandards } from '../standards/index.ts'
import { approve } from './approve.ts'
import { addAuthors } from './author-store.ts'
import { beforeSubmission } from './before-submission.ts'
import { note, solutionKey, solutionSummary } from './contract.ts'
import { wayOf } from './cost.ts'
import type { Decided } from './decide-facts.ts'
import { decideTold } from './decide-facts.ts'
import type { DeclarationRow } from './declaration-store.ts'
import { declarationsBeside, updateDeclaration } from './declaration-store.ts'
import { solutionSubmitted } from './entries.ts'
import { openLane } from './lane-of-declaration.ts'
import { expectPossible, stateOf, stateTexts } from './lifecycle.ts'
import { beside, decidedAs } from './newest.ts'
import { speaksForIt, unknownSolution } from './permissions.ts'
import { summaryOf } from './present.ts'
import { refer } from './refer.ts'
import { ruledFacts, rulingsOf } from './ruling-store.ts'
import * as said from './said.ts'
import { numberOf } from './solution.ts'
import type { SolutionRow } from './store.ts'
import { lockSolution, updateSolution } from './store.ts'
import { purposeOf } from './weigh.ts'

export const submitSolution = (charters: Charters) =>
  operation({
    name: 'submit-solution',
    summary: 'Ask for a yes: tier 1 gets it at once under the standards, everything else goes into its lane, with a promised date.',
    effect: 'write',
    http: { method: 'POST', path: '/solutions/{key}/submission' },
    input: z.strictObject({ key: solutionKey(), version: version(), note: note('What reviewers should know.') }),
    output: solutionSummary.extend({
      review: z
        .object({ key: z.string(), purpose: z.string(), promisedBy: z.string() })
        .nullable()
        .describe('The review that was opened; null where nobody has to look.'),
    }),
    target: ({ key }, { db }) => lockSolution(db, numberOf(key)),
    allows: speaksForIt,
    async run({ note }, { actor, db, now, record, send }, solution) {
      if (!solution) throw unknownSolution()
      expectPossible('submit', stateOf(solution))
      const charter = await charters.inForce(db)
      const { running, draft } = await declarationsBeside(db, solution)
      if (!draft || (draft.state !== 'draft' && draft.state !== 'changes-requested')) throw nothingToSubmit(draft)
      const { id, human } = asPerson(actor)
      const decided = decideTold(
        charter,
        { declared: draft.facts, inspection: draft.inspection, ruled: ruledFacts(await rulingsOf(db, solution.id)) },
        now,
      )
      await addAuthors(db, solution.id, [{ id, human, how: 'submitted' }], now)
      const submitting = { writing: { db, now, record, send }, charter, solution, draft, decided, by: { id, human }, note }
      const { row, review } = await submitted(submitting, running)
      return {
        ...summaryOf(row, await namesOf(db, [row.ownerId])),
        review: review && { key: reviewKeyOf(review.number), purpose: review.purpose, promisedBy: review.promise.by },
      }
    },
  })

interface Submitting {
  writing: Writing
  charter: Charter
  solution: SolutionRow
  draft: DeclarationRow
  decided: Decided
  by: { id: string; human: string }
  note: string | null
}

/** The way that the charter in force prescribes now, which may differ from what it prescribed when it was declared. */
const submitted = async (
  submitting: Submitting,
  running: DeclarationRow | null,
): Promise<{ row: SolutionRow; review: ReviewRow | null }> => {
  const { writing, charter, solution, draft, decided, by, note } = submitting
  const { db, record } = writing
  const way = wayOf(decided, running && { digest: running.materialDigest, tier: running.tier })
  const blockers = beforeSubmission(charter, way, decided, { facts: draft.facts, answers: solution.answers })
  if (blockers.length > 0 || way === 'blocked') throw new Refusal('conflict', 'blocked', 'It is fine once this is mended.', blockers)
  switch (way) {
    case 'at-once': {
      if (!(await hasAcceptedStandards(db, charter, by.human))) throw standardsNeeded()
      const { row, draft } = await stepTo(submitting, 'submitted')
      return { row: await approve(writing, charter, row, draft, { how: 'default', review: null, by }), review: null }
    }
    case 'refused':
    case 'referred': {
      const { row, draft } = await stepTo(submitting, way)
      if (way === 'referred') await refer(writing, charter, row, draft)
      return { row, review: null }
    }
    default: {
      const { row, draft } = await stepTo(submitting, 'submitted')
      const purpose = purposeOf(way)
      if (purpose === null) throw new Error(`Nobody reviews what is ${way}.`)
      return { row, review: await openLane({ ...writing, record }, charter, row, draft, { purpose, by, note }) }
    }
  }
}

/** The declaration as the charter in force decides it, in its next state; the solution with it. */
const stepTo = async ({ writing, solution, draft, decided, note }: Submitting, state: 'submitted' | 'refused' | 'referred') => {
  const { db, now, record } = writing
  const next = await updateDeclaration(db, draft.id, { ...decidedAs(decided), state, submittedAt: now, reviewId: null })
  record(said.declarationNow(next))
  const row = await updateSolution(db, solution.id, beside(solution, next), now)
  record(solutionSubmitted({ ...said.stepOf(row, solution.state, next.id), personal: { note } }))
  return { row, draft: next }
}

const nothingToSubmit = (draft: DeclarationRow | null): Refusal =>
  refuse(
    'conflict',
    'nothing-to-submit',
    draft === null ? 'Nothing of it waits for a yes.' : `Its newest declaration is ${draft.state} already.`,
    draft === null || draft.state === 'superseded' || draft.state === 'withdrawn'
      ? 'Change what it declares first.'
      : stateTexts[draft.state].remedy,
    'key',
  )

const standardsNeeded = (): Refusal =>
  refuse(
    'conflict',
    'standards-needed',
    'Tier 1 goes ahead under one page of standards, and you have not put your name under it.',
    'Read the standards and accept them by name, then submit again.',
    'standards',
  )
