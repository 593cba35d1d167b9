import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { text } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { aboutSolution, lockSolution, numberOf, referrals, solutionKey, unknownSolution, whoAnswers } from '../registry/index.ts'
import { referralReceived } from './entries.ts'
import { ideaReceived } from './messages.ts'
import { noReferral } from './no-referral.ts'
import { receivesIdeas } from './permissions.ts'
import { lockReferral, receive } from './store.ts'

export const acknowledgeReferral = operation({
  name: 'acknowledge-referral',
  summary: 'Confirm that the central team has an idea, with what it is called there.',
  effect: 'write',
  http: { method: 'POST', path: '/solutions/{key}/referral/receipt' },
  input: z.strictObject({ key: solutionKey(), reference: text(200).describe('What the central team calls it.') }),
  output: z.object({ receivedAt: z.string(), reference: z.string(), inTime: z.boolean() }),
  target: ({ key }, { db }) => lockSolution(db, numberOf(key)),
  allows: receivesIdeas,
  async run({ reference }, { actor, db, now, record, send }, solution) {
    if (!solution) throw unknownSolution()
    const waiting = solution.draftId === null ? undefined : await lockReferral(db, solution.draftId)
    if (!waiting) throw noReferral()
    if (waiting.receivedAt !== null)
      throw refuse('conflict', 'received-already', 'The central team has confirmed it already.', 'There is nothing to do.', 'key')
    const by = asPerson(actor).id
    const row = await receive(db, waiting.id, by, reference, now)
    const inTime = Temporal.Instant.compare(now, row.receiptDueAt) <= 0
    record(
      referralReceived({
        subject: referrals.subject(row),
        data: { solution: row.solutionId, declaration: row.declarationId, by, inTime },
        personal: { reference },
      }),
    )
    const facts = { solution: solution.name, reference }
    for (const whom of whoAnswers(solution)) send(ideaReceived({ ...whom, about: aboutSolution(solution), of: row, facts }))
    return { receivedAt: now.toString(), reference, inTime }
  },
})
