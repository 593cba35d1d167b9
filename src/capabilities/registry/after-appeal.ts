import type { Charter } from '#src/engines/charter/index.ts'
import type { Lane, Outcome } from '../review/index.ts'
import { carryConditions, conditionsSetBy, laneOf, reviewById, signOffsOf } from '../review/index.ts'
import type { Ended } from './after-review.ts'
import { approve } from './approve.ts'
import { wayOf } from './cost.ts'
import { declarationById, updateDeclaration } from './declaration-store.ts'
import { appealDecided } from './entries.ts'
import { openLane } from './lane-of-declaration.ts'
import { leftToSign } from './left-to-sign.ts'
import { beside, decidedAs } from './newest.ts'
import { humanOf } from './owner-store.ts'
import * as said from './said.ts'
import type { SolutionRow } from './store.ts'
import { updateSolution } from './store.ts'
import { tellOutcome } from './told.ts'
import { laneFor } from './weigh.ts'

/**
 * An appeal against a reviewer's no that is upheld puts that role's yes in its place; whoever else the lane asks for and has
 * not said yes to this very content looks at it then. Against the rules it works through rulings on facts: with these the idea
 * is its maker's again, to be submitted into the lane that it belongs to now.
 */
export const afterAppeal = async (ended: Ended, outcome: Outcome): Promise<void> => {
  const { writing, solution, declaration, decided } = ended
  const { db, now } = writing
  if (outcome !== 'approved' && outcome !== 'approved-with-conditions') {
    told(ended, await updateSolution(db, solution.id, {}, now), solution.state)
    return
  }
  if (declaration.reviewId !== null) return inPlaceOf(ended, declaration.reviewId)
  const next = await updateDeclaration(db, declaration.id, { ...decidedAs(decided), state: 'draft' })
  writing.record(said.declarationNow(next))
  told(ended, await updateSolution(db, solution.id, beside(solution, next), now), solution.state)
}

const told = ({ writing, declaration, review }: Ended, row: SolutionRow, from: string): void => {
  writing.record(appealDecided({ ...said.stepOf(row, from, declaration.id), personal: {} }))
  tellOutcome(writing, 'appeal', row, review.submittedBy)
}

/** A yes in the place of the no that stands in another review. */
const inPlaceOf = async (ended: Ended, no: string): Promise<void> => {
  const { writing, charter, solution, declaration, decided, review } = ended
  const { db, now, record } = writing
  const by = { id: review.submittedBy, human: await humanOf(db, review.submittedBy) }
  const { purpose, lane, excluded } = await laneLeft(ended, no)
  if (lane.signOffs.length === 0) {
    const settled = await updateDeclaration(db, declaration.id, decidedAs(decided))
    const row = await approve(writing, charter, solution, settled, { how: 'review', review: review.id, by })
    told(ended, row, row.state)
    return
  }
  const next = await updateDeclaration(db, declaration.id, { ...decidedAs(decided), state: 'submitted', reviewId: null })
  record(said.declarationNow(next))
  const row = await updateSolution(db, solution.id, beside(solution, next), now)
  told(ended, row, solution.state)
  const { note } = await reviewById(db, review.id)
  await carryConditions(writing, review.id, await openLane(writing, charter, row, next, { purpose, by, note, excluded, lane }))
}

/** The lane that this content takes now, without the sign-offs that stand. */
const laneLeft = async ({ writing: { db }, charter, solution, declaration, decided, review }: Ended, no: string) => {
  const running = solution.runningId === null ? undefined : await declarationById(db, solution.runningId)
  const { tier } = decided
  const way = wayOf(decided, running ? { digest: running.materialDigest, tier: running.tier } : null)
  const whole = laneFor(charter, way, { tier, facts: declaration.facts })
  const before = await reviewById(db, no)
  const conditions = await conditionsSetBy(db, no)
  const signed = await signOffsOf(db, [no])
  const { roles, decided: excluded } = leftToSign({
    asked: whole?.lane.signOffs.map(({ role }) => role) ?? [],
    comparable: before.matter === declaration.id && before.digest === declaration.materialDigest && (before.tier ?? 0) >= tier,
    earlier: signed.map(({ role, state, decidedByHuman }) => ({
      role,
      state,
      human: decidedByHuman,
      conditional: conditions.some(condition => condition.role === role),
    })),
    appeal: (await signOffsOf(db, [review.id])).flatMap(({ role, state, decidedByHuman }) =>
      state === 'approved' && decidedByHuman !== null ? [{ role, human: decidedByHuman }] : [],
    ),
    excluded: before.excluded,
  })
  const lane = whole?.lane ?? { businessDays: 0, underThat: false, signOffs: [] }
  // Where nobody has to look any more, nobody is asked for the sake of those who once were.
  const asked = whole === null ? [] : roles.map(role => signOffOf(charter, lane, tier, role, signed))
  return { purpose: whole?.purpose ?? ('full' as const), lane: { ...lane, signOffs: asked }, excluded }
}

type SignOff = Lane['signOffs'][number]

/** What one role looks for: as the lane says; a further office as whoever had asked for it. */
const signOffOf = (
  charter: Charter,
  lane: Lane,
  tier: number,
  role: string,
  signed: readonly { role: string; checklists: readonly string[]; businessDays: number }[],
): SignOff => {
  const [usual] = laneOf(charter, { purpose: 'appeal', tier, role }).signOffs
  const found = lane.signOffs.find(each => each.role === role) ?? usual
  if (!found) throw new Error('A lane of one role has one sign-off.')
  const further = lane.signOffs.some(each => each.role === role) ? undefined : signed.find(each => each.role === role)
  return further ? { ...found, checklists: further.checklists, businessDays: further.businessDays } : found
}
