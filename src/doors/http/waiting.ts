import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyReply } from 'fastify'

/** How many callers may wait at a time, and how often each is asked about, in milliseconds. */
const usual = { most: 200, every: 1_000 }

/** Asks, and asks again until the answer is no longer one to wait for, so many seconds have passed, or nobody waits any more. */
export type Wait = <T>(reply: FastifyReply, seconds: number, ask: () => Promise<T>, waits: (answer: T) => boolean) => Promise<T>

/**
 * Callers who would rather wait than come back. Between two questions nothing is held: no transaction, no connection to the
 * database; each question looks anew at who asks and what they may. One caller too many is answered at once, as if they had not
 * asked to wait.
 */
export const createWaiting = ({ most, every } = usual): { wait: Wait; end(): void } => {
  const over = new AbortController()
  let waiting = 0
  const wait: Wait = async (reply, seconds, ask, waits) => {
    let answer = await ask()
    if (seconds === 0 || waiting >= most) return answer
    const gone = new AbortController()
    const leave = () => gone.abort()
    reply.raw.once('close', leave)
    const signal = AbortSignal.any([over.signal, gone.signal])
    waiting += 1
    try {
      for (let asked = 0; asked < (seconds * 1_000) / every && waits(answer) && !signal.aborted; asked += 1) {
        await sleep(every, undefined, { signal }).catch(() => undefined)
        if (!gone.signal.aborted) answer = await ask()
      }
      return answer
    } finally {
      waiting -= 1
      reply.raw.off('close', leave)
    }
  }
  return { wait, end: () => over.abort() }
}
