import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { deleteUnusedKeys as deleteUnused } from '#src/vault/index.ts'
import { operation } from '../operation.ts'
import { onlyTheProgram } from '../permissions.ts'
import { dataKeyDeleted } from './entries.ts'
import { dataKeys } from './governed.ts'
import type { SecretVault } from './open-vault.ts'

export const deleteUnusedKeys = (vault: SecretVault) =>
  operation({
    name: 'delete-unused-keys',
    summary: 'Delete the retired data keys under which no stored secret stands any more.',
    effect: 'destroy',
    attended: true,
    input: z.strictObject({}),
    output: z.object({ deleted: z.array(z.string()) }),
    allows: onlyTheProgram,
    async run(_, { db, record }) {
      const deleted = await deleteUnused(db, vault.columns)
      if (deleted.length === 0) throw refuse('conflict', 'no-unused-keys', 'Every data key is still needed.', 'There is nothing to do.')
      for (const key of deleted) record(dataKeyDeleted({ subject: dataKeys.ended(key), data: {}, personal: {} }))
      return { deleted: deleted.map(({ id }) => id) }
    },
  })
