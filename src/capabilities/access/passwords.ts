import type { HashCost } from './password-hash.ts'
import { checkPassword, currentCost, hashPassword } from './password-hash.ts'
import { createTurnstile } from './turnstile.ts'

/**
 * Passwords, made and checked few at a time. Both happen within a transaction, which holds a connection of the pool of
 * ten meanwhile: two at work and four that wait leave room for everybody else.
 */
export const createPasswords = (cost: HashCost = currentCost) => {
  const turn = createTurnstile({ atOnce: 2, waiting: 4 })
  return {
    /** @throws Refusal `too-busy` */
    hash: (password: string) => turn(() => hashPassword(password, cost)),
    /** Waits for its turn and does what comes before the check as well, so that no lock is held while waiting. */
    check: <T>(attempt: (check: typeof checkPassword) => Promise<T>) => turn(() => attempt(checkPassword)),
  }
}

export type Passwords = ReturnType<typeof createPasswords>
