import { z } from 'zod'
import type { Actor } from '#src/kernel/actor.ts'
import type { Db } from '../operation.ts'
import { operation } from '../operation.ts'
import type { SolutionRow } from '../registry/index.ts'
import { answersForIt, numberOf, seesIt, solutionByNumber, solutionKey, unknownSolution } from '../registry/index.ts'
import { countGivenUp } from './callback-store.ts'
import { contentStepView } from './contract.ts'
import { countedOf } from './figures-store.ts'
import { DAYS, ENOUGH, isProven } from './proven.ts'
import { stepOf } from './store.ts'

/** The step of a solution as its page shows it: who looks, and what that came to. Nothing of any content is in it. */
export const stepView = async (
  { db, actor, now }: { db: Db; actor: Actor; now: Temporal.Instant },
  solution: SolutionRow,
): Promise<z.input<typeof contentStepView>> => {
  const step = await stepOf(db, solution.id)
  const counted = await countedOf(db, solution.id, now)
  const reviewers =
    step === undefined
      ? []
      : await db.selectFrom('person').select(['id', 'name', 'state']).where('id', 'in', step.reviewers).orderBy('name').execute()
  return {
    version: step?.version ?? 0,
    reviewers: reviewers.map(({ id, name, state }) => ({ id, name, active: state === 'active' })),
    deadlineMinutes: step?.deadlineMinutes ?? null,
    keepDays: step?.keepDays ?? null,
    callbacks: step?.sealedSecret != null,
    givenUp: await countGivenUp(db, solution.id),
    proven: isProven(counted),
    enough: ENOUGH,
    figures: { days: DAYS, ...counted },
    you: { names: answersForIt(actor, solution) === null },
  }
}

export const showContentStep = operation({
  name: 'show-content-step',
  summary: 'Who looks at what a solution writes before it leaves the company, and whether that was seen at work.',
  effect: 'read',
  http: { method: 'GET', path: '/solutions/{key}/content-step' },
  input: z.strictObject({ key: solutionKey() }),
  output: contentStepView,
  target: ({ key }, { db }) => solutionByNumber(db, numberOf(key)),
  allows: seesIt,
  async run(_, { actor, db, now }, solution) {
    if (!solution) throw unknownSolution()
    return stepView({ db, actor, now }, solution)
  },
})
