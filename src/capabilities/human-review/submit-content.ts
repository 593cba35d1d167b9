import { z } from 'zod'
import { calendarOf } from '#src/engines/charter/index.ts'
import { dayIn } from '#src/kernel/business-calendar.ts'
import { newId } from '#src/kernel/ids.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { requestId } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import type { Db } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import type { SolutionRow } from '../registry/index.ts'
import { aboutSolution, numberOf, solutionByNumber, solutionKey, speaksForIt, unknownSolution } from '../registry/index.ts'
import type { SecretVault } from '../vault/index.ts'
import { insertCallback } from './callback-store.ts'
import { digestOf, dueAfter, expectRoom, isAtWork, noContentReviewers } from './content-review.ts'
import { content, deadlineMinutes, kinds, recipients } from './contract.ts'
import { contentSubmitted } from './entries.ts'
import { contentReviews } from './governed.ts'
import { contentWaits } from './messages.ts'
import type { StepRow } from './store.ts'
import { crowdOf, insertReview, lockStep } from './store.ts'
import { keepText } from './texts.ts'

/** What any flow calls before something leaves the company: it asks for nothing but a person's eyes. */
export const submitContent = (charters: Charters, vault: SecretVault) =>
  operation({
    name: 'submit-content',
    summary: 'Have a person look at content before it leaves the company. Nothing is sent by this; ask what became of it.',
    effect: 'write',
    once: true,
    // JSON may spell a byte of text as six.
    http: { method: 'POST', path: '/content-reviews', maxBytes: 640 * 1024 },
    input: z.strictObject({
      solution: solutionKey(),
      content: content().describe('The text exactly as it is to be sent.'),
      kind: z.enum(kinds),
      recipient: z.enum(recipients).describe('Of what sort whoever gets it is; never who.'),
      deadlineMinutes: deadlineMinutes()
        .nullable()
        .default(null)
        .describe('Minutes of working time in which somebody has to decide; left out, as long as its solution gives.'),
      callback: z
        .url({ protocol: /^https?$/, error: 'Give an address that begins with https://.' })
        .max(2_000, 'Use at most 2000 characters.')
        .nullable()
        .default(null)
        .describe('Where a signed message says that there is a verdict; what it is has to be asked for.'),
      requestId: requestId(),
    }),
    output: z.object({
      id: z.string(),
      verdict: z.enum(['waiting']),
      send: z.boolean().describe('False: nobody has looked yet.'),
      test: z.boolean(),
      digest: z.string().describe('SHA-256 of the submitted bytes, in hex.'),
      dueAt: z.string(),
    }),
    target: ({ solution }, { db }) => solutionByNumber(db, numberOf(solution)),
    allows: speaksForIt,
    async run({ content, kind, recipient, deadlineMinutes, callback }, context, solution) {
      if (!solution) throw unknownSolution()
      const { actor, db, now, record, send } = context
      const declarationId = runsUnder(solution, now)
      const step = await expectReviewers(db, await lockStep(db, solution.id))
      if (callback !== null) expectSecret(step)
      const crowd = await crowdOf(db, solution.id, now)
      expectRoom(crowd)
      const calendar = calendarOf(await charters.inForce(db))
      const dueAt = dueAfter(calendar, now, { asked: deadlineMinutes, most: step.deadlineMinutes })
      const digest = digestOf(content)
      const { id: submittedBy } = asPerson(actor)
      const row = await insertReview(
        db,
        { id: newId(), solutionId: solution.id, declarationId, kind, recipient, digest, characters: content.length, submittedBy, dueAt },
        now,
      )
      await keepText(vault, context, { reviewId: row.id, what: 'submitted', text: content })
      if (callback !== null) {
        await keepText(vault, context, { reviewId: row.id, what: 'callback', text: callback })
        await insertCallback(db, row.id, dueAt)
      }
      record(
        contentSubmitted({
          subject: contentReviews.subject(row),
          data: { solution: solution.id, digest, kind, recipient, declaration: declarationId, due: dueAt.toString(), by: submittedBy },
          personal: {},
        }),
      )
      const facts = { solution: solution.name, until: dayIn(calendar, dueAt) }
      if (crowd.open === 0)
        for (const to of step.reviewers) send(contentWaits({ to, because: 'reviewer', about: aboutSolution(solution), of: row, facts }))
      return { id: row.id, verdict: 'waiting' as const, send: false, test: declarationId === null, digest, dueAt: dueAt.toString() }
    },
  })

/**
 * The approved version that a solution runs under; null where it is being tried in its sandbox.
 * @throws Refusal `content-not-running`
 */
const runsUnder = (solution: SolutionRow, now: Temporal.Instant): string | null => {
  if (isAtWork(solution, now)) return solution.state === 'active' ? solution.runningId : null
  throw refuse(
    'conflict',
    'content-not-running',
    'This solution neither runs nor is it being tried in its sandbox, so nothing of it may leave.',
    'Let it go live first, or start its sandbox.',
    'solution',
  )
}

/** @throws Refusal `no-content-reviewers` where nobody is there to look. */
const expectReviewers = async (db: Db, step: StepRow | undefined): Promise<StepRow> => {
  const there =
    step && (await db.selectFrom('person').select('id').where('id', 'in', step.reviewers).where('state', '=', 'active').executeTakeFirst())
  if (step && there) return step
  throw noContentReviewers()
}

/** @throws Refusal `no-callback-secret` where nothing could show that a message is ours. */
const expectSecret = ({ sealedSecret }: StepRow): void => {
  if (sealedSecret === null)
    throw refuse(
      'conflict',
      'no-callback-secret',
      'There is no secret yet that signs what this solution’s flows are told.',
      'Have its owner make one on its page, or leave callback out and ask for the verdict.',
      'callback',
    )
}
