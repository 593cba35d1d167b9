import { newId, newSecret } from '#src/kernel/ids.ts'
import { accessEnded, signedInEntry } from './entries.ts'
import { accesses } from './governed.ts'
import type { AccessRow } from './store.ts'
import { endAccesses, hashSecret, insertAccess } from './store.ts'
import type { Writing } from './writing.ts'

/** However it is used, a sign-in ends after a working day. */
const signInLasts = Temporal.Duration.from({ hours: 12 })

export interface SignIn {
  /** Shown once, to whoever signed in. Always a new one: nobody can be made to sign in under a secret that others know. */
  secret: string
  expiresAt: string
  /** How long it lasts, in seconds. */
  lasts: number
}

export const beginSignIn = async (
  { db, now, record }: Writing,
  { person, method, secondFactor }: { person: string; method: string; secondFactor: boolean },
): Promise<SignIn> => {
  const secret = newSecret()
  const expiresAt = now.add(signInLasts)
  const access = await insertAccess(db, {
    id: newId(),
    kind: 'sign-in',
    secretHash: hashSecret(secret),
    personId: person,
    method,
    name: null,
    may: null,
    secondFactor,
    startedAt: now,
    expiresAt,
  })
  record(
    signedInEntry({
      subject: accesses.subject(access),
      data: { person, method, secondFactor, expiresAt: expiresAt.toString() },
      personal: {},
    }),
  )
  return { secret, expiresAt: expiresAt.toString(), lasts: signInLasts.total('seconds') }
}

/** Ends accesses that are still open, and says how many they were. */
export const endWaysIn = async (
  { db, now, record }: Writing,
  which: { person: string; kinds: readonly AccessRow['kind'][]; except?: string; only?: string },
  because: string,
): Promise<number> => {
  const ended = await endAccesses(db, which, because, now)
  for (const row of ended)
    record(accessEnded({ subject: accesses.subject(row), data: { person: row.personId, kind: row.kind, because }, personal: {} }))
  return ended.length
}
