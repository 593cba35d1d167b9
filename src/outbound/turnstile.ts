import { refuse } from '#src/kernel/refusal.ts'

export interface TurnstileLimits {
  /** Calls that run at once. */
  readonly running: number
  /** Calls that wait for one of those to end. */
  readonly waiting: number
}

interface Queue {
  running: number
  readonly waiting: (() => void)[]
}

/** Lets a bounded number of calls run at once for each origin, in the order in which they came. */
export const createTurnstile = (limits: TurnstileLimits) => {
  const queues = new Map<string, Queue>()

  const enter = async (origin: string, queue: Queue, signal: AbortSignal): Promise<void> => {
    if (queue.running < limits.running) {
      queue.running += 1
      return
    }
    if (queue.waiting.length >= limits.waiting)
      throw refuse(
        'unavailable',
        'target-busy',
        `Too many calls to ${origin} wait for their turn already.`,
        'Try again later; calls to one address are kept few on purpose.',
        'url',
      )
    const turn = Promise.withResolvers<undefined>()
    const take = () => turn.resolve(undefined)
    const leave = () => {
      const place = queue.waiting.indexOf(take)
      if (place >= 0) queue.waiting.splice(place, 1)
      turn.reject(signal.reason)
    }
    queue.waiting.push(take)
    signal.addEventListener('abort', leave, { once: true })
    await turn.promise
    signal.removeEventListener('abort', leave)
  }

  return {
    /** Runs `call` when its turn comes. Throws `target-busy` where the line is too long, or the signal's reason. */
    async pass<T>(origin: string, signal: AbortSignal, call: () => Promise<T>): Promise<T> {
      signal.throwIfAborted()
      const queue = queues.get(origin) ?? { running: 0, waiting: [] }
      queues.set(origin, queue)
      await enter(origin, queue, signal)
      try {
        return await call()
      } finally {
        // A place that somebody waits for is handed on, not given back: nobody who comes later can slip in between.
        const next = queue.waiting.shift()
        if (next) next()
        else queue.running -= 1
        if (queue.running === 0) queues.delete(origin)
      }
    },
  }
}
