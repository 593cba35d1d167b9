import type { QueryKey } from '@tanstack/react-query'
import { ApiProblem } from '../client.generated.ts'

/** Whether the sign-in that a request showed has ended. Its answer has the browser drop it, so the next one asks as nobody. */
export const isSignInEnded = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'session-ended'

/** An expected "no" stays a "no": asked again is what never reached an answer, and once what a sign-in kept from one. */
export const mayTryAgain = (failures: number, error: Error): boolean =>
  isSignInEnded(error) ? failures < 1 : failures < 2 && (!(error instanceof ApiProblem) || error.status === 0)

export const waitBefore = (failures: number, error: Error): number => (isSignInEnded(error) ? 0 : 1_000 * 2 ** failures)

/** Whether who is here must be asked anew: a sign-in that ended shows at once, whichever request met it first. */
export const asksWhoIsHere = (error: Error, [what]: QueryKey = []): boolean =>
  error instanceof ApiProblem && error.status === 401 && what !== 'me'
