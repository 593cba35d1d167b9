import { Refusal } from '#src/kernel/refusal.ts'
import type { Exit } from '#src/outbound/index.ts'
import { outcomeOf } from './outcome.ts'
import type { Outcome } from './outcome.ts'

export interface Posting {
  /** A secret with most receivers: who knows it may write there. It is never written down or repeated. */
  readonly url: string
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
  readonly now: Temporal.Instant
  /** What the answer to a post that was taken says beyond its status; null where it was. */
  readonly read?: (answer: string) => number | null
}

/** The recommended patience with a receiver (Standard Webhooks, "Request timeouts": 15 to 30 s). */
const TIMEOUT_MS = 20_000
const MOST_ANSWER_BYTES = 64 * 1_024

/** Posts JSON through the exit and says what became of it. Redirects are not followed: who moved says so to people. */
export const post = async (exit: Pick<Exit, 'request'>, { url, body, headers, now, read }: Posting): Promise<Outcome> => {
  try {
    const answer = await exit.request({
      url,
      method: 'POST',
      body,
      headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
      timeoutMs: TIMEOUT_MS,
      maxBytes: MOST_ANSWER_BYTES,
    })
    const status = answer.status === 200 ? (read?.(answer.body.toString()) ?? 200) : answer.status
    return outcomeOf(status, answer.headers['retry-after'], now)
  } catch (error) {
    return outcomeOfFailure(error)
  }
}

/**
 * What a refusal of the exit means for an attempt: it goes by code alone.
 * @throws what is no refusal: a bug
 */
export const outcomeOfFailure = (error: unknown): Exclude<Outcome, { kind: 'sent' }> => {
  if (!(error instanceof Refusal)) throw error
  if (error.kind === 'unavailable')
    return { kind: 'again', why: error.code === 'tls-not-trusted' ? 'not-trusted' : 'unreachable', afterSeconds: null }
  return { kind: 'never', why: error.kind === 'forbidden' ? 'target-refused' : 'bad-address' }
}
