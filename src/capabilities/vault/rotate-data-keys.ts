import { z } from 'zod'
import { requestId } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import type { SecretVault } from './open-vault.ts'
import { keyKeepers } from './permissions.ts'

export const rotateDataKeys = (vault: SecretVault) =>
  operation({
    name: 'rotate-data-keys',
    summary: 'Start a new data key. What the retired one has sealed is sealed anew in the background.',
    effect: 'write',
    http: { method: 'POST', path: '/keys/rotation' },
    attended: true,
    once: true,
    input: z.strictObject({ requestId: requestId() }),
    output: z.object({ key: z.string().describe('The id of the new data key.') }),
    allows: keyKeepers,
    async run(_, context) {
      const { id } = await vault.startNewKey(context)
      return { key: id }
    },
  })
