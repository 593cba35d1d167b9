import { timingSafeEqual } from 'node:crypto'
import { anonymous } from '#src/kernel/actor.ts'
import type { Actor } from '#src/kernel/actor.ts'
import type { Credential } from '#src/kernel/operation.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { Db } from '#src/store/index.ts'
import { rolesOf } from '../people/index.ts'
import { ANSWERING } from './begin-access.ts'
import { hasPower } from './power.ts'
import { hashSecret, openAccess } from './store.ts'
import type { Uses } from './uses.ts'
import { isIdle } from './uses.ts'

export interface IdentifyParts {
  /** What an operator's command has to show; null where there is no such way in. */
  operatorSecret: string | null
  /** Whether somebody with a say is known only once they have shown a second factor. */
  needsSecondFactor: boolean
  uses: Uses
}

/**
 * Who a credential belongs to, read in the caller's own transaction: a sign-in that ended a moment ago opens nothing.
 * @throws Refusal `session-ended`, `token-ended`, `answer-ended` or `no-operator` for a secret that is not or no longer known.
 */
export const createIdentify =
  ({ operatorSecret, needsSecondFactor, uses }: IdentifyParts) =>
  async (db: Db, credential: Credential, now: Temporal.Instant): Promise<Actor> => {
    if (credential.kind === 'none') return anonymous
    if (credential.kind === 'system') return { kind: 'system', job: credential.job }
    if (credential.kind === 'operator') {
      if (operatorSecret !== null && timingSafeEqual(hashSecret(credential.secret), hashSecret(operatorSecret)))
        return { kind: 'system', job: 'operator' }
      throw notThisServer()
    }
    const found = await openAccess(db, credential.kind === 'session' ? 'sign-in' : 'token', hashSecret(credential.secret), now)
    if (!found || (found.method === ANSWERING) !== (credential.kind === 'answer'))
      throw credential.kind === 'token' ? tokenEnded() : credential.kind === 'answer' ? answerEnded() : signInEnded()
    const { id, human, name, unit, access, may } = found
    const lastUse = uses.lastOf(access) ?? found.usedAt ?? found.startedAt
    if (credential.kind === 'session' && isIdle(lastUse, now)) throw signInEnded()
    if (credential.kind !== 'session' || !credential.unattended) uses.touch(access, now)
    // Nobody holds an office by a letter: they answer for what is their own.
    if (credential.kind === 'answer') return { kind: 'person', id, human, name, unit, access, may, roles: [], leads: [] }
    const roles = rolesOf([...found.roles, ...found.emergency], found.leads.length > 0)
    // Beyond this machine a password alone is no proof of who has a say.
    const unproven = needsSecondFactor && !found.secondFactor && hasPower({ roles, leads: found.leads.length > 0 })
    const person = { kind: 'person', id, human, name, unit, access, may } as const
    return unproven ? { ...person, roles: [], leads: [], unproven } : { ...person, roles, leads: found.leads }
  }

const notThisServer = (): Refusal =>
  refuse(
    'unauthenticated',
    'no-operator',
    'This server was not started from the data directory that you read.',
    'Run the command with the same GUILDHALL_DATA as the server.',
  )

const signInEnded = (): Refusal =>
  refuse('unauthenticated', 'session-ended', 'This sign-in has ended.', 'Sign in again; what you typed is kept on the page.')

const answerEnded = (): Refusal =>
  refuse(
    'unauthenticated',
    'answer-ended',
    'This was answered already, or the link was opened too long ago.',
    'Open it from the letter again: it says how it stands.',
  )

const tokenEnded = (): Refusal =>
  refuse('unauthenticated', 'token-ended', 'This token is not, or no longer, good for anything.', 'Make a new token on your access page.')
