import { z } from 'zod'
import { Refusal, refuse } from '#src/kernel/refusal.ts'
import { text, version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { insertConditions, conditionsSetBy } from './condition-store.ts'
import { reason, reviewDigest, reviewKey, reviewPage, signOffRole } from './contract.ts'
import { settleReview } from './end-review.ts'
import type { Held, ReviewParts } from './held.ts'
import { hold, lookAt, signerFault } from './held.ts'
import { expectContent, expectGoing, expectYesOrNo, openSignOff } from './in-hand.ts'
import { outcomeOf } from './outcome.ts'
import { mayReview, unknownReview } from './permissions.ts'
import * as said from './said.ts'
import { itemsOf, pageOf } from './show-review.ts'
import { refusalFor } from './signer.ts'
import { keyOf, updateReview, updateSignOff } from './store.ts'

const decisions = { approve: 'approved', return: 'returned', reject: 'rejected' } as const
const answer = z.enum(['yes', 'no', 'not-applicable'])
const newCondition = z.strictObject({
  text: text(500, { lines: true }).describe('What has to be done.'),
  needed: z.enum(['before', 'after']).describe('Before it goes live, or by a day after.'),
  dueOn: z.iso.date('Write a day such as 2026-12-24.').nullable().default(null),
})

/**
 * One role's word on exactly this content. The last yes, the first return and the first no end the review, and what follows
 * happens in the same transaction.
 */
export const signOffReview = (parts: ReviewParts) =>
  operation({
    name: 'sign-off-review',
    summary: 'Give one role’s sign-off: approve, with conditions or without; return with what is missing; or reject.',
    effect: 'write',
    attended: true,
    http: { method: 'POST', path: '/reviews/{review}/sign-offs/{role}' },
    input: z.strictObject({
      review: reviewKey(),
      role: signOffRole(),
      version: version(),
      digest: reviewDigest(),
      decision: z.enum(['approve', 'return', 'reject']),
      answers: z.record(z.string().max(130), answer).default({}).describe('Item of the checklists to what was found.'),
      conditions: z.array(newCondition).max(20).default([]),
      reason: reason('What you say to those who build.').nullable().default(null),
    }),
    output: reviewPage,
    target: async ({ review }, { db, actor }) => hold(parts, db, review, await actor),
    allows: mayReview,
    async run({ role, digest, decision, answers, conditions, reason }, { actor, db, now, record, send }, held) {
      if (!held) throw unknownReview()
      const { review, kind, charter, lane, signOffs } = held
      expectGoing(held)
      expectYesOrNo(held)
      const signOff = openSignOff(held, role)
      const unfit = refusalFor(signerFault(held, role))
      if (unfit) throw unfit
      expectContent(held, digest)
      expectReasons(itemsOf(lane, signOff), { decision, answers, conditions: conditions.length, reason })
      const writing = { db, now, record, send }
      if (decision === 'approve') await expectApprovable(held, role, writing)

      const { id: by, human } = asPerson(actor)
      const row = await updateSignOff(db, signOff.id, {
        state: decisions[decision],
        startedAt: signOff.startedAt ?? now,
        decidedBy: by,
        decidedByHuman: human,
        decidedAt: now,
        answers,
        reason,
      })
      record(said.given(review, row, conditions.length))
      const { kind: about, subject, id: reviewId } = review
      const set = await insertConditions(
        db,
        conditions.map(condition => ({ ...condition, kind: about, subject, reviewId, role, setBy: by, setAt: now })),
      )
      for (const condition of set) record(said.conditionNow(condition, by))

      const signed = signOffs.map(each => (each.id === row.id ? row : each))
      const outcome = outcomeOf(signed, (await conditionsSetBy(db, reviewId)).length)
      if (outcome !== null)
        await settleReview(writing, { kind, charter }, review, {
          outcome,
          by: signed.flatMap(({ decidedBy }) => decidedBy ?? []),
          reasons: signed.flatMap(each => each.reason ?? []),
        })
      else {
        record(said.moved(await updateReview(db, review.id, { state: 'in-review' })))
        if (review.state === 'waiting') await kind.begun?.(review, writing)
      }
      const after = await lookAt(parts, db, keyOf(review.number), actor)
      if (!after) throw unknownReview()
      return pageOf(db, after, actor, 'en', now)
    },
  })

interface Said {
  decision: 'approve' | 'return' | 'reject'
  answers: Readonly<Record<string, string>>
  conditions: number
  reason: string | null
}

/** A yes has looked at everything; a no says why. */
const expectReasons = (items: readonly string[], { decision, answers, conditions, reason }: Said): void => {
  const unknown = Object.keys(answers).find(item => !items.includes(item))
  if (unknown !== undefined)
    throw refuse(
      'invalid',
      'no-such-item',
      'This is no item of the sign-off’s checklists.',
      `Leave out “${unknown.slice(0, 60)}”.`,
      'answers',
    )
  if (decision !== 'approve') {
    if (reason === null)
      throw refuse('invalid', 'reason-needed', 'Whoever gets it back has to know why.', 'Write what is missing, or why not.', 'reason')
    if (conditions > 0)
      throw refuse(
        'invalid',
        'conditions-with-no',
        'Conditions come with a yes.',
        'Write what has to change into the reason.',
        'conditions',
      )
    return
  }
  const left = items.filter(item => answers[item] === undefined)
  if (left.length > 0)
    throw new Refusal(
      'invalid',
      'checklist-open',
      'Items of the checklist have no answer yet.',
      left.map(item => ({ field: `answers.${item}`, reason: 'It has no answer.', remedy: 'Say yes, no, or that it doesn’t apply.' })),
    )
  if (conditions === 0 && items.some(item => answers[item] === 'no'))
    throw refuse(
      'invalid',
      'no-without-condition',
      'An item of the checklist is not fulfilled.',
      'Approve on a condition that mends it, or send it back.',
      'conditions',
    )
}

/** What the subject's own capability, or change management, still needs before a yes. */
const expectApprovable = async (
  { review, kind }: Held,
  role: string,
  { db, now }: Pick<Parameters<Held['kind']['standsInTheWay']>[1], 'db' | 'now'>,
) => {
  const blockers = [
    ...(await kind.standsInTheWay(review, { db, now, language: 'en' })),
    ...(role === 'change-management' && review.change === null
      ? [
          {
            field: 'change',
            reason: 'Nobody has written down yet when and how it is brought in.',
            remedy: 'Record the change with its window and the way back.',
          },
        ]
      : []),
  ]
  if (blockers.length > 0) throw new Refusal('conflict', 'not-approvable', 'It can’t be approved as it stands.', blockers)
}
