import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { rewrapKeys } from '#src/vault/index.ts'
import { operation } from '../operation.ts'
import { masterKeyChanged } from './entries.ts'
import { dataKeys } from './governed.ts'
import type { SecretVault } from './open-vault.ts'
import { keyKeepers } from './permissions.ts'

export const changeMasterKey = (vault: SecretVault) =>
  operation({
    name: 'change-master-key',
    summary: 'Wrap every data key with the master key that is set now; afterwards the one before is not needed any more.',
    effect: 'write',
    http: { method: 'POST', path: '/keys/master-key' },
    attended: true,
    input: z.strictObject({}),
    output: z.object({ rewrapped: z.int().describe('How many data keys.'), master: z.string().describe('The id of the master key.') }),
    allows: keyKeepers,
    async run(_, { db, record }) {
      const changed = await rewrapKeys(db, vault)
      const [first] = changed
      if (!first)
        throw refuse(
          'conflict',
          'nothing-to-change',
          'Every data key is wrapped by the master key that is set now, or there is none yet.',
          'To change the master key, set the new one, set the one before as GUILDHALL_KEY_PREVIOUS_FILE or GUILDHALL_KEY_PREVIOUS, and start again.',
        )
      for (const { before, after } of changed)
        record(masterKeyChanged({ subject: dataKeys.subject(after), data: { from: before.master, to: after.master }, personal: {} }))
      return { rewrapped: changed.length, master: first.after.master }
    },
  })
