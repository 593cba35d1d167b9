import { z } from 'zod'
import { Refusal } from '#src/kernel/refusal.ts'
import type { DataKeyRow } from '#src/vault/index.ts'
import { surveyKeys } from '#src/vault/index.ts'
import type { Db } from '../operation.ts'
import { operation } from '../operation.ts'
import { keysView } from './contract.ts'
import type { SecretVault } from './open-vault.ts'
import { keyKeepers } from './permissions.ts'

export const showKeys = (vault: SecretVault) =>
  operation({
    name: 'show-keys',
    summary: 'The data keys that seal stored secrets, their age and how much stands under each; never a key itself.',
    effect: 'read',
    http: { method: 'GET', path: '/keys' },
    input: z.strictObject({}),
    output: keysView,
    allows: keyKeepers,
    run: (_, { db }) => surveyVault(vault, db),
  })

/** Every data key with what stands under it, and whether the master key opens it. */
export const surveyVault = async (vault: SecretVault, db: Db) => {
  const { keys, lost } = await surveyKeys(db, vault.columns)
  const { opened, trouble } = await tryKeys(vault, db, keys)
  return {
    keys: keys.map(({ id, state, master, createdAt, retiredAt, values }) => ({
      id,
      state,
      master,
      opens: opened.has(id),
      createdAt: createdAt.toString(),
      retiredAt: retiredAt?.toString() ?? null,
      values,
    })),
    lost,
    trouble,
  }
}

/** A master key that is not to be had is part of the answer, and no reason to give none. */
const tryKeys = async (
  vault: SecretVault,
  db: Db,
  keys: readonly DataKeyRow[],
): Promise<{ opened: Set<string>; trouble: string | null }> => {
  const opened = new Set<string>()
  try {
    for (const key of keys) if (await vault.opens(db, key)) opened.add(key.id)
    return { opened, trouble: null }
  } catch (error) {
    if (error instanceof Refusal) return { opened, trouble: error.message }
    throw error
  }
}
