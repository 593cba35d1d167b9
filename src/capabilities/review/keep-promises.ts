import { Refusal } from '#src/kernel/refusal.ts'
import type { Run } from '#src/kernel/operation.ts'
import type { keepPromise } from './keep-promise.ts'
import type { listPromisesAtStake } from './list-promises-at-stake.ts'

/** Often enough that nobody waits noticeably for a deputy. */
const EVERY_MS = 60_000

export interface Promises {
  listPromisesAtStake: ReturnType<typeof listPromisesAtStake>
  keepPromise: ReturnType<typeof keepPromise>
}

/** One round over what is at stake now, each review in a transaction of its own. Returns how many were looked after. */
export const keepPromisesOnce = async (run: Run, { listPromisesAtStake, keepPromise }: Promises): Promise<number> => {
  const credential = { kind: 'system', job: 'keep-promises' } as const
  const { due } = (await run(listPromisesAtStake, {}, credential)).output
  const reviews = [...new Set(due.map(({ review }) => review))]
  let kept = 0
  for (const review of reviews) {
    try {
      await run(keepPromise, { review }, credential)
      kept += 1
    } catch (error) {
      // Another replica was faster, or the review ended meanwhile.
      if (!(error instanceof Refusal && (error.code === 'nothing-due' || error.code === 'no-such-review'))) throw error
    }
  }
  return kept
}

/**
 * Looks after promises as long as the server runs. What is due follows from the time alone, so a round that was missed, or that
 * another replica made, changes nothing.
 * @returns stops after the review that it is at.
 */
export const keepPromises = (
  run: Run,
  promises: Promises,
  onTrouble: (error: unknown) => void,
  everyMs = EVERY_MS,
): (() => Promise<void>) => {
  let stopped = false
  let round: Promise<void> | null = null
  const begin = () => {
    round ??= keepPromisesOnce(run, promises)
      .then(() => undefined)
      .catch((error: unknown) => {
        if (!stopped) onTrouble(error)
      })
      .finally(() => {
        round = null
      })
  }
  const timer = setInterval(begin, everyMs)
  return async () => {
    stopped = true
    clearInterval(timer)
    await round
  }
}
