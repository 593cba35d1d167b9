import { timingSafeEqual } from 'node:crypto'
import { anonymous, roles } from '#src/kernel/actor.ts'
import type { Actor, Role } from '#src/kernel/actor.ts'
import type { Credential } from '#src/kernel/operation.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { Db } from '#src/store/index.ts'
import { hashSecret, openSession } from './store.ts'

/**
 * Who a credential belongs to, read in the caller's own transaction: a sign-in that ended a moment ago opens nothing.
 * @param operatorSecret what an operator's command has to show; null where there is no such way in.
 * @throws Refusal `session-ended` or `no-operator` for a secret that is not or no longer known.
 */
export const createIdentify =
  (operatorSecret: string | null) =>
  async (db: Db, credential: Credential, now: Temporal.Instant): Promise<Actor> => {
    if (credential.kind === 'none') return anonymous
    if (credential.kind === 'system') return { kind: 'system', job: credential.job }
    if (credential.kind === 'operator') {
      if (operatorSecret !== null && timingSafeEqual(hashSecret(credential.secret), hashSecret(operatorSecret)))
        return { kind: 'system', job: 'operator' }
      throw refuse(
        'unauthenticated',
        'no-operator',
        'This server was not started from the data directory that you read.',
        'Run the command with the same GUILDHALL_DATA as the server.',
      )
    }
    const found = await openSession(db, hashSecret(credential.secret), now)
    if (!found)
      throw refuse('unauthenticated', 'session-ended', 'This sign-in has ended.', 'Sign in again; what you typed is kept on the page.')
    return { kind: 'person', id: found.id, name: found.name, roles: found.roles.filter(isRole), session: found.sessionId }
  }

const isRole = (role: string): role is Role => (roles as readonly string[]).includes(role)
