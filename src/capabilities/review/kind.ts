import type { Actor } from '#src/kernel/actor.ts'
import type { Blocker } from '#src/kernel/refusal.ts'
import type { Message } from '#src/kernel/message.ts'
import type { Entry } from '#src/ledger/index.ts'
import type { Db } from '../operation.ts'

/** Why people look: at the whole, at a difference, at what nobody could answer, once more, or afterwards and blind. */
export type Purpose = 'full' | 'short' | 'clarify' | 'appeal' | 'second-look' | 'tool'
export type Outcome = 'approved' | 'approved-with-conditions' | 'returned' | 'rejected'

/** Something that is reviewed, as it stands now. */
export interface Subject {
  id: string
  /** What people call it by: SOL-0042. */
  key: string
  name: string
  unitId: string | null
  /** Every human being who made it, owns or co-owns it, submitted or changed it, ever: none of them signs it off. */
  authors: readonly string[]
  /** Accounts that answer questions about it. */
  speakers: readonly string[]
  /** Digest of the content that the open review is about; null where there is none any more. */
  digest: string | null
  readBy(actor: Actor): boolean
}

/** What a review of it turned out as, told to whoever keeps the subject. */
export interface Decided {
  review: { id: string; key: string; purpose: Purpose; subject: string; matter: string; digest: string; submittedBy: string }
  outcome: Outcome
  /** Accounts whose sign-offs made it so. */
  decidedBy: readonly string[]
  /** What they wrote to those who build. */
  reasons: readonly string[]
}

export interface Reading {
  db: Db
  now: Temporal.Instant
}
export interface Writing extends Reading {
  record(entry: Entry): void
  send(message: Message): void
}

/** A sort of thing that people review. Its capability declares it; looking, signing, asking and waiting are the same for all. */
export interface ReviewKind {
  readonly kind: string
  /** How sentences speak of it: “a solution”. */
  readonly called: string
  look(db: Db, subject: string): Promise<Subject | undefined>
  /** The same, its row locked until the transaction ends. Taken first in whatever changes a review of it. */
  hold(db: Db, subject: string): Promise<Subject | undefined>
  /** Keys and names of several, for lists: one query however many. */
  describe(db: Db, subjects: readonly string[]): Promise<ReadonlyMap<string, { key: string; name: string }>>
  /** What keeps this state of it from being approved now, whoever signs; the charter's sentences in the reader's language. */
  standsInTheWay(
    review: Pick<Decided['review'], 'purpose' | 'subject' | 'matter'>,
    reading: Reading & { language: 'en' | 'de' },
  ): Promise<readonly Blocker[]>
  /** Somebody took it on for the first time. The subject is held. */
  begun?(review: Pick<Decided['review'], 'purpose' | 'subject' | 'matter'>, writing: Writing): Promise<void>
  /** Does what follows, and records its own entries, in the transaction of the last sign-off. The subject is held. */
  decided(decided: Decided, writing: Writing): Promise<void>
}
