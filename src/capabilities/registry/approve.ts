import type { Charter } from '#src/engines/charter/index.ts'
import type { Writing } from '../review/index.ts'
import { openBeforeLive, reviewsOf, signOffsOf } from '../review/index.ts'
import { drawnShare } from './audit-share.ts'
import type { DeclarationRow } from './declaration-store.ts'
import { declarationById, updateDeclaration } from './declaration-store.ts'
import { isDrawn } from './drawn.ts'
import { solutionApproved } from './entries.ts'
import { openLane } from './lane-of-declaration.ts'
import { following } from './newest.ts'
import * as said from './said.ts'
import { expectNotStopped } from './stop-store.ts'
import type { Change, SolutionRow } from './store.ts'
import { updateSolution } from './store.ts'
import { tellOutcome } from './told.ts'
import { validUntil } from './validity.ts'

interface Approval {
  how: 'default' | 'review'
  /** The review that approved it. */
  review: string | null
  by: { id: string; human: string }
}

/**
 * A declaration is approved: by its lane, or at once under the standards. Beside a version that runs it takes that one's place,
 * unless something is asked for before. The solution's row is locked.
 * @throws Refusal `stopped`
 */
export const approve = async (
  writing: Writing,
  charter: Charter,
  row: SolutionRow,
  declaration: DeclarationRow,
  { how, review, by }: Approval,
): Promise<SolutionRow> => {
  const { db, now, record } = writing
  await expectNotStopped(db, row, declaration.facts)
  const waits = row.runningId !== null && (await openBeforeLive(db, 'solution', row.id)) > 0
  const approved = await updateDeclaration(db, declaration.id, { state: 'approved', approvedAt: now, approvedHow: how, reviewId: review })
  record(said.declarationNow(approved))
  const change = waits ? { draftId: approved.id } : await inForce(writing, charter, row, approved)
  const after = await updateSolution(db, row.id, change, now)
  record(solutionApproved({ ...said.stepOf(after, row.state, approved.id), personal: {} }))
  tellOutcome(writing, 'approved', after, by.id)
  await drawSecondLook(writing, charter, after, approved, by)
  return after
}

/** An approved declaration becomes the one that counts; the one before it is superseded. */
export const inForce = async (
  { db, now, record }: Writing,
  charter: Charter,
  { runningId, state, expiresAt }: SolutionRow,
  approved: DeclarationRow,
): Promise<Change> => {
  const before = runningId === null ? undefined : await declarationById(db, runningId)
  if (before) record(said.declarationNow(await updateDeclaration(db, before.id, { state: 'superseded', endedAt: now })))
  return {
    ...following(approved),
    runningId: approved.id,
    draftId: null,
    state: runningId === null ? 'approved' : state,
    expiresAt: runningId === null ? validUntil(charter, approved.facts['kind'], now) : expiresAt,
  }
}

/** A few are looked at once more, afterwards; one at a time of each solution. */
const drawSecondLook = async (writing: Writing, charter: Charter, row: SolutionRow, approved: DeclarationRow, by: Approval['by']) => {
  if (!isDrawn(approved.id, drawnShare(charter, approved.tier))) return
  const reviews = await reviewsOf(writing.db, 'solution', row.id)
  if (reviews.some(({ purpose, endedAt }) => purpose === 'second-look' && endedAt === null)) return
  // Somebody else looks again than those who said yes, some of them before an appeal.
  const looked = reviews.filter(({ matter }) => matter === approved.id).map(({ id }) => id)
  const signers = (await signOffsOf(writing.db, looked)).filter(({ state }) => state === 'approved')
  const excluded = [...new Set(signers.flatMap(({ decidedByHuman }) => decidedByHuman ?? []))]
  await openLane(writing, charter, row, approved, { purpose: 'second-look', by, note: null, excluded })
}
