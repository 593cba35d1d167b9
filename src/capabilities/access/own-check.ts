import { Recorded } from '#src/kernel/refusal.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { openAttempt, ownCounts } from './attempts.ts'
import { signInFailed } from './entries.ts'
import type { Writing } from './writing.ts'

/**
 * Something that a signed-in person must show once more, counted so that a borrowed browser guesses in vain.
 * @throws Refusal `too-many-attempts`; what `wrong` gives, which is kept in the ledger.
 */
export const expectShown = async (
  { db, now, record }: Writing,
  person: string,
  what: 'password' | 'code',
  isRight: () => Promise<boolean>,
  wrong: () => Refusal,
): Promise<void> => {
  const attempt = await openAttempt(db, ownCounts(person), now)
  if (await isRight()) return attempt.succeeded()
  await attempt.failed()
  record(
    signInFailed({
      subject: { kind: 'sign-in', id: person, version: null, digest: null },
      data: { person, because: what },
      personal: { source: 'signed in' },
    }),
  )
  throw new Recorded(wrong())
}
