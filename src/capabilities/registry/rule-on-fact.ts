import { z } from 'zod'
import type { Charter } from '#src/engines/charter/index.ts'
import { refuse, Refusal } from '#src/kernel/refusal.ts'
import { text, version } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { readFacts } from '../intake/index.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { asPerson } from '../permissions.ts'
import type { HeldReview, ReviewKind, Writing } from '../review/index.ts'
import { dropReview, holdReview, openReviewOf, reviewKeyOf, signerFault } from '../review/index.ts'
import { solutionKey, solutionSummary } from './contract.ts'
import { decideTold } from './decide-facts.ts'
import type { Decided } from './decide-facts.ts'
import type { DeclarationRow } from './declaration-store.ts'
import { declarationById, updateDeclaration } from './declaration-store.ts'
import { solutionDecidedAnew } from './entries.ts'
import { openLane } from './lane-of-declaration.ts'
import { spelled } from './material.ts'
import { beside, decidedAs } from './newest.ts'
import { humanOf } from './owner-store.ts'
import { reviewsIt, unknownSolution } from './permissions.ts'
import { summaryOf } from './present.ts'
import { refer } from './refer.ts'
import { endRuling, insertRuling, ruledFacts, rulingsOf } from './ruling-store.ts'
import * as said from './said.ts'
import { numberOf } from './solution.ts'
import type { SolutionRow } from './store.ts'
import { lockSolution, updateSolution } from './store.ts'

export const ruleOnFact = (charters: Charters, kind: ReviewKind) =>
  operation({
    name: 'rule-on-fact',
    summary: 'Settle a fact while reviewing: it decides, whatever was declared. A higher tier goes into the higher lane at once.',
    effect: 'write',
    attended: true,
    http: { method: 'POST', path: '/solutions/{key}/rulings' },
    input: z.strictObject({
      key: solutionKey(),
      version: version(),
      fact: z.string().max(60),
      value: z.unknown().describe('What it is, as in declared facts; null ends a ruling, so that what is declared counts again.'),
      reason: text(2_000, { lines: true }).describe('How that was found out; makers read it.'),
    }),
    output: solutionSummary.extend({
      review: z.string().nullable().describe('The review that is open now; another than before where the tier rose.'),
    }),
    target: ({ key }, { db }) => lockSolution(db, numberOf(key)),
    allows: reviewsIt,
    async run({ fact, value, reason }, { actor, db, now, record, send }, solution) {
      if (!solution) throw unknownSolution()
      const charter = await charters.inForce(db)
      const open = await openReviewOf(db, 'solution', solution.id)
      const held = open && (await holdReview({ charters, kinds: [kind] }, db, reviewKeyOf(open.number), actor))
      if (!held) throw nothingUnderReview()
      const faults = signerFault(held, null)
      if (faults.length > 0) throw new Refusal('forbidden', 'no-sign-off', 'Facts are settled by whoever could sign this review.', faults)
      const declaration = await declarationById(db, held.review.matter)
      if (!declaration) throw unknownSolution()

      const writing = { db, now, record, send }
      const { id: by, human } = asPerson(actor)
      const before = await endRuling(db, solution.id, fact, now)
      if (before) record(said.ruled(before))
      if (value !== null && value !== undefined) {
        const settled = spelled(charter, { [fact]: value })[fact]
        if (settled === undefined) throw notSettled()
        readFacts(charter, { [fact]: settled })
        const ruling = { solutionId: solution.id, fact, value: settled, reason, ruledBy: by, ruledByHuman: human, reviewId: held.review.id }
        record(said.ruled(await insertRuling(db, ruling, now)))
      } else if (!before) throw notSettled()

      const ruled = ruledFacts(await rulingsOf(db, solution.id))
      const decided = decideTold(charter, { declared: declaration.facts, inspection: declaration.inspection, ruled }, now)
      const row = await decidedAnew({ writing, charter, solution, declaration, decided, held })
      const still = await openReviewOf(db, 'solution', solution.id)
      return { ...summaryOf(row, await namesOf(db, [row.ownerId])), review: still ? reviewKeyOf(still.number) : null }
    },
  })

interface Anew {
  writing: Writing
  charter: Charter
  solution: SolutionRow
  declaration: DeclarationRow
  decided: Decided
  held: HeldReview
}

/** What follows from the facts as they are settled now, in the same transaction. */
const decidedAnew = async ({ writing, charter, solution, declaration, decided, held: { review } }: Anew): Promise<SolutionRow> => {
  const { db, now, record } = writing
  const { verdict, tier } = decided
  const underAppeal = review.purpose === 'appeal'
  const ends = !underAppeal && (verdict === 'refused' || verdict === 'referred')
  const rises = !underAppeal && !ends && review.purpose !== 'clarify' && tier > declaration.tier
  const state = ends ? verdict : rises ? 'submitted' : declaration.state
  if (ends || rises) await dropReview(writing, { kind: 'solution', subject: solution.id, because: 'superseded' })
  const next = await updateDeclaration(db, declaration.id, { ...decidedAs(decided), state })
  record(said.declarationNow(next))
  const row = await updateSolution(db, solution.id, beside(solution, next), now)
  record(solutionDecidedAnew({ ...said.stepOf(row, solution.state, next.id), personal: {} }))
  if (next.state === 'referred' && ends) await refer(writing, charter, row, next)
  if (rises) {
    const by = { id: review.submittedBy, human: await humanOf(db, review.submittedBy) }
    await openLane(writing, charter, row, next, { purpose: 'full', by, note: review.note, excluded: review.excluded })
  }
  return row
}

const nothingUnderReview = (): Refusal =>
  refuse('conflict', 'nothing-under-review', 'No review of it is open.', 'Facts are settled while somebody reviews them.', 'key')

const notSettled = (): Refusal =>
  refuse(
    'invalid',
    'no-value',
    'This says nothing about the fact.',
    'Give its value as a declaration would, or null to end a ruling that stands.',
    'value',
  )
