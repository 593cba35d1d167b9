import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { requestId } from '#src/kernel/text.ts'
import { allDataKeys } from '#src/vault/index.ts'
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
      if ((await allDataKeys(context.db)).length === 0)
        throw refuse(
          'conflict',
          'nothing-sealed-yet',
          'No secret was sealed yet, so there is no data key.',
          'There is nothing to do: the first secret makes one.',
        )
      const { id } = await vault.startNewKey(context)
      return { key: id }
    },
  })
