import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { newestCheckpoint } from '#src/ledger/index.ts'
import { operation } from '../operation.ts'
import { anyone } from '../permissions.ts'
import { checkpointView } from './contract.ts'

/** Public on purpose: a checkpoint says nothing but how many entries there are, and is worth more the more people hold it. */
export const showCheckpoint = operation({
  name: 'show-checkpoint',
  summary: 'The ledger’s newest signed checkpoint. No sign-in needed.',
  effect: 'read',
  http: { method: 'GET', path: '/ledger/checkpoint' },
  input: z.strictObject({}),
  output: checkpointView,
  allows: anyone,
  async run(_, { db }) {
    const checkpoint = await newestCheckpoint(db)
    if (!checkpoint) throw refuse('unavailable', 'no-checkpoint-yet', 'The ledger has not been signed yet.', 'Ask again in a second.')
    return checkpoint
  },
})
