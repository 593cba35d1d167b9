import { z } from 'zod'
import { Refusal } from '#src/kernel/refusal.ts'
import { jobKind } from '../jobs/index.ts'
import type { keepPromise } from './keep-promise.ts'
import type { listPromisesAtStake } from './list-promises-at-stake.ts'

interface Promises {
  listPromisesAtStake: ReturnType<typeof listPromisesAtStake>
  keepPromise: ReturnType<typeof keepPromise>
}

const asProgram = { kind: 'system', job: 'keep-promises' } as const

/**
 * Looks after what is at stake, often enough that nobody waits noticeably for a deputy; each review in a transaction of its own.
 * What is due follows from the time alone, so a round that was missed changes nothing.
 */
export const keepPromises = ({ listPromisesAtStake, keepPromise }: Promises) =>
  jobKind({
    name: 'keep-promises',
    called: 'handing reviews on before their promises break',
    input: z.object({}),
    schedule: { every: 'minutes', minutes: 1 },
    async step(_, __, { run }) {
      const { due } = (await run(listPromisesAtStake, {}, asProgram)).output
      const reviews = [...new Set(due.map(({ review }) => review))]
      let done = 0
      for (const review of reviews) {
        try {
          await run(keepPromise, { review }, asProgram)
          done += 1
        } catch (error) {
          // Somebody was faster, or the review ended meanwhile.
          if (!(error instanceof Refusal && (error.code === 'nothing-due' || error.code === 'no-such-review'))) throw error
        }
      }
      return { done, of: reviews.length }
    },
  })
