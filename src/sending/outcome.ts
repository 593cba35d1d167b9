/**
 * What became of one attempt. `sent` carries the other side's name for it, where it gave one. `again` may work later, not
 * before `afterSeconds` where the other side asked for that; `never` won't until somebody changes something.
 */
export type Outcome =
  | { readonly kind: 'sent'; readonly id: string | null }
  | { readonly kind: 'again'; readonly why: Passing; readonly afterSeconds: number | null }
  | { readonly kind: 'never'; readonly why: Lasting }

/** Why an attempt failed that may be repeated. All of these are codes: nothing that the other side sent is kept. */
export type Passing = 'busy' | 'failing' | 'unreachable' | 'not-trusted' | 'login-refused'

/** Why repeating it is of no use. */
export type Lasting = 'bad-address' | 'target-refused' | 'moved' | 'not-allowed' | 'gone' | 'too-large' | 'rejected'

/** Whoever asks for more patience than a day is waited for no longer than that. */
const MOST_SECONDS = 24 * 60 * 60

/**
 * Reads an HTTP answer by its status (RFC 9110 §15): what says "not now" may be tried again, what says "not this" may not.
 * @param retryAfter the Retry-After header: seconds, or a date (RFC 9110 §10.2.3)
 */
export const outcomeOf = (status: number, retryAfter: string | undefined, now: Temporal.Instant): Outcome => {
  if (status >= 200 && status < 300) return { kind: 'sent', id: null }
  const passing = notNow(status)
  return passing === null
    ? { kind: 'never', why: notThis(status) }
    : { kind: 'again', why: passing, afterSeconds: retryAfter === undefined ? null : secondsUntil(retryAfter.trim(), now) }
}

const notNow = (status: number): Passing | null => (status === 429 ? 'busy' : status >= 500 || retried.has(status) ? 'failing' : null)

/** Request Timeout and Too Early (RFC 8470 §5.2): the request itself is well. */
const retried = new Set([408, 425])

const notThis = (status: number): Lasting => (status >= 300 && status < 400 ? 'moved' : (byStatus[status] ?? 'rejected'))

const byStatus: Readonly<Record<number, Lasting>> = {
  401: 'not-allowed',
  403: 'not-allowed',
  404: 'gone',
  410: 'gone',
  413: 'too-large',
}

const secondsUntil = (retryAfter: string, now: Temporal.Instant): number | null => {
  if (/^\d{1,9}$/.test(retryAfter)) return Math.min(Number(retryAfter), MOST_SECONDS)
  if (!httpDate.test(retryAfter)) return null
  const seconds = Math.ceil((Date.parse(retryAfter) - now.epochMilliseconds) / 1_000)
  return Number.isNaN(seconds) ? null : Math.min(Math.max(0, seconds), MOST_SECONDS)
}

/** The one form in which a date is sent (RFC 9110 §5.6.7); what else there is would be guessed at. */
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/
