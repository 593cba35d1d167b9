import type { ColumnType } from 'kysely'
import type { TokenScope } from '#src/kernel/actor.ts'
import type { Json, MaybeMoment, Moment } from './columns.ts'

/** A way in: a sign-in through the pages, or a token for a program of that person's. */
export interface AccessTable {
  id: string
  version: number
  sealSalt: Buffer
  kind: 'sign-in' | 'token'
  personId: string
  /** SHA-256 of the secret; the secret itself is never stored. */
  secretHash: Buffer
  method: string
  /** What its owner calls a token. */
  name: string | null
  may: ColumnType<TokenScope | null, string | null, string | null>
  secondFactor: boolean
  startedAt: Moment
  expiresAt: Moment
  endedAt: MaybeMoment
  endedBecause: string | null
}

export interface AccessUseTable {
  accessId: string
  usedAt: Moment
}

export interface PasswordTable {
  /** The person's id. */
  id: string
  version: number
  sealSalt: Buffer
  /** Argon2id in PHC form. */
  hash: string
  changedAt: Moment
}

export interface SecondFactorTable {
  /** The person's id. */
  id: string
  version: number
  sealSalt: Buffer
  /** Sealed by the vault. */
  sealedSecret: Buffer
  /** SHA-256 of the codes that are left, base64. */
  recoveryCodes: Json<string[]>
  confirmedAt: MaybeMoment
  /** The newest time step (RFC 6238) whose code was accepted; no code counts twice. */
  lastStep: number
}

/** A link that is good for one use: the first set-up, an invitation, or the way back in. */
export interface LinkTable {
  id: string
  version: number
  sealSalt: Buffer
  kind: 'set-up' | 'invitation' | 'recovery'
  personId: string | null
  secretHash: Buffer
  /** On whose word: what one administrator may give alone opens no account with power. */
  givenBy: 'administrator' | 'founder' | 'two-people' | 'operator'
  madeAt: Moment
  expiresAt: Moment
  endedAt: MaybeMoment
  endedBecause: string | null
}

export interface ThrottleTable {
  /** SHA-256 of what is guessed at or where guesses come from. */
  key: Buffer
  failures: number
  beganAt: Moment
  until: Moment
}
