import type { Refusal, RefusalKind } from '#src/kernel/refusal.ts'

/** The one place where kinds of refusal become HTTP statuses. */
const statuses: Record<RefusalKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  mismatch: 422,
  'precondition-missing': 428,
  'too-many': 429,
  unavailable: 503,
}

export const statusOf = (refusal: Refusal): number => statuses[refusal.kind]

/**
 * RFC 9457 problem details. The first blocker's field, reason and remedy stand at the top for simple clients; `blockers`
 * has all of them.
 */
export const problemOf = (refusal: Refusal) => {
  const [first] = refusal.blockers
  return {
    type: `/problems/${refusal.code}`,
    title: refusal.message,
    status: statusOf(refusal),
    code: refusal.code,
    ...first,
    blockers: refusal.blockers,
  }
}

/** What a caller learns of a bug: that it is ours, and a number under which the log has the rest. */
export const faultOf = (requestNumber: string) => {
  const blocker = {
    reason: 'Something in Guildhall failed; nothing was changed.',
    remedy: `Try again. If it happens again, tell your administrator the number ${requestNumber}.`,
  }
  return {
    type: '/problems/internal-error',
    title: 'Something went wrong on our side.',
    status: 500,
    code: 'internal-error',
    ...blocker,
    blockers: [blocker],
  }
}
