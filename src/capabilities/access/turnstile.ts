import { refuse } from '#src/kernel/refusal.ts'

/**
 * Lets a few through at a time and a few more wait. Whoever comes beyond that is told to come again: a check that costs
 * 19 MiB and 50 ms must not be something that strangers can pile up.
 */
export const createTurnstile = ({ atOnce, waiting }: { atOnce: number; waiting: number }) => {
  let inside = 0
  const queue: (() => void)[] = []

  /** @throws Refusal `too-busy` where the queue is full. */
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (inside < atOnce) inside += 1
    else if (queue.length < waiting) await new Promise<void>(resolve => queue.push(resolve))
    else throw refuse('unavailable', 'too-busy', 'Very many people are signing in just now.', 'Wait a few seconds and try again.')
    try {
      return await work()
    } finally {
      // The place is handed on, never free for a moment in between.
      const next = queue.shift()
      if (next) next()
      else inside -= 1
    }
  }
}
