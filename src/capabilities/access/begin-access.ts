import type { Actor } from '#src/kernel/actor.ts'
import { newId, newSecret } from '#src/kernel/ids.ts'
import { asPerson } from '../permissions.ts'
import { accessEnded, answerLinkOpened, signedInEntry } from './entries.ts'
import { accesses } from './governed.ts'
import type { Which } from './store.ts'
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

/** How an access that an answer link opened came about. */
export const ANSWERING = 'answer-link'
/** For how long somebody may think about an answer once the link is open; it can be opened again. */
const answeringLasts = Temporal.Duration.from({ minutes: 30 })

/** What a link in a letter is good for. */
export interface Answering {
  person: string
  /** The kind of message that the letter told of. */
  kind: string
  operations: readonly string[]
  only: Readonly<Record<string, string>>
}

/** Lets somebody answer one thing that a letter asked them. @returns the secret that it takes */
export const beginAnswering = async ({ db, now, record }: Writing, { person, kind, operations, only }: Answering): Promise<string> => {
  const secret = newSecret()
  const expiresAt = now.add(answeringLasts)
  const access = await insertAccess(db, {
    id: newId(),
    kind: 'token',
    secretHash: hashSecret(secret),
    personId: person,
    method: ANSWERING,
    name: 'Answer link',
    may: { effects: ['read', 'write'], operations: [...operations], only },
    secondFactor: false,
    startedAt: now,
    expiresAt,
  })
  const data = { person, kind, operations: [...operations], only: { ...only }, expiresAt: expiresAt.toString() }
  record(answerLinkOpened({ subject: accesses.subject(access), data, personal: {} }))
  return secret
}

/** Ends accesses that are still open, and says how many they were. */
export const endWaysIn = async ({ db, now, record }: Writing, which: Which, because: string): Promise<number> => {
  const ended = await endAccesses(db, which, because, now)
  for (const row of ended)
    record(accessEnded({ subject: accesses.subject(row), data: { person: row.personId, kind: row.kind, because }, personal: {} }))
  return ended.length
}

/** The answer was given: what was opened for it, however often the link was, is good for nothing more. */
export const endAnswering = (writing: Writing, actor: Actor): Promise<number> => {
  const { id, may } = asPerson(actor)
  if (!may?.only) throw new Error('Somebody answers through what no link in a letter opened.')
  return endWaysIn(writing, { person: id, kinds: ['token'], may }, 'answered')
}
