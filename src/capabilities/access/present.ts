import type { z } from 'zod'
import type { Db } from '../operation.ts'
import type { accessView } from './contract.ts'
import { passwordOf } from './password-store.ts'
import { secondFactorOf } from './second-factor-store.ts'
import { openAccessesOf } from './store.ts'

/** Somebody's ways in, without anything that would let anybody in. */
export const presentAccess = async (
  db: Db,
  person: string,
  here: string | null,
  now: Temporal.Instant,
): Promise<z.input<typeof accessView>> => {
  const [rows, password, factor] = [await openAccessesOf(db, person, now), await passwordOf(db, person), await secondFactorOf(db, person)]
  const used = (moment: Temporal.Instant | null) => moment?.toString() ?? null
  return {
    passwordChangedAt: password?.changedAt.toString() ?? null,
    secondFactor: factor?.confirmedAt ? { since: factor.confirmedAt.toString(), recoveryCodes: factor.recoveryCodes.length } : null,
    signIns: rows
      .filter(({ kind }) => kind === 'sign-in')
      .map(({ id, method, startedAt, expiresAt, usedAt }) => ({
        id,
        method,
        startedAt: startedAt.toString(),
        expiresAt: expiresAt.toString(),
        usedAt: used(usedAt),
        here: id === here,
      })),
    tokens: rows.flatMap(({ kind, id, name, may, startedAt, expiresAt, usedAt }) =>
      kind === 'token' && may !== null
        ? [{ id, name: name ?? '', may, startedAt: startedAt.toString(), expiresAt: expiresAt.toString(), usedAt: used(usedAt) }]
        : [],
    ),
  }
}
