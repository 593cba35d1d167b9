import type { Charter } from '#src/engines/charter/index.ts'
import type { Actor } from '#src/kernel/actor.ts'
import type { Blocker } from '#src/kernel/refusal.ts'
import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import type { ReviewKind, Subject } from './kind.ts'
import { whyNotSigner } from './signer.ts'
import type { Candidacy } from './signer.ts'
import type { ReviewRow, SignOffRow } from './store.ts'
import { accountOf, lockAccount, lockReview, numberOf, reviewByNumber, signOffsOf } from './store.ts'

/** A review with everything that decides who may do what with it. */
export interface Held {
  version: number
  review: ReviewRow
  kind: ReviewKind
  subject: Subject
  signOffs: readonly SignOffRow[]
  /** The charter in force, whose calendar counts. */
  charter: Charter
  /** The charter whose lane it follows: its checklists are answered to the end. */
  lane: Charter
  /** Whoever asks, as they stand now; null where that is no person. */
  candidate: Candidacy['candidate'] | null
}

export interface ReviewParts {
  charters: Charters
  kinds: readonly ReviewKind[]
}

/** Looks without locks, for reading. */
export const lookAt = (parts: ReviewParts, db: Db, key: string, actor: Actor) => gathered(parts, db, key, actor, false)

/**
 * The same, held until the transaction ends: neither the subject, nor the review, nor the standing of whoever asks changes
 * meanwhile. The subject is locked first, here as wherever it is changed.
 */
export const hold = (parts: ReviewParts, db: Db, key: string, actor: Actor) => gathered(parts, db, key, actor, true)

const gathered = async ({ charters, kinds }: ReviewParts, db: Db, key: string, actor: Actor, held: boolean): Promise<Held | undefined> => {
  const found = await reviewByNumber(db, numberOf(key))
  const kind = kinds.find(each => each.kind === found?.kind)
  if (!found || !kind) return undefined
  const subject = held ? await kind.hold(db, found.subject) : await kind.look(db, found.subject)
  if (!subject) return undefined
  const review = held ? await lockReview(db, found.id) : found
  const candidate = actor.kind === 'person' ? await (held ? lockAccount : accountOf)(db, actor.id) : undefined
  return {
    version: review.version,
    review,
    kind,
    subject,
    signOffs: await signOffsOf(db, [review.id]),
    charter: await charters.inForce(db),
    lane: await charters.byDigest(db, review.charterDigest),
    candidate: candidate ?? null,
  }
}

/** Why somebody may not give a sign-off of a review; of a role, or any that is open. */
export const signerFault = ({ review, subject, signOffs, candidate }: Held, role: string | null): Blocker[] =>
  candidate === null
    ? [{ reason: 'Only a person signs off.', remedy: 'Sign in as a person.' }]
    : whyNotSigner({ candidate, role, authors: subject.authors, review, signOffs })
