import { z } from 'zod'
import { operation } from '../operation.ts'
import { privateTargetView } from './contract.ts'
import { readsTargets } from './permissions.ts'
import { presentTarget } from './present.ts'
import { currentTargets } from './store.ts'

export const listPrivateTargets = operation({
  name: 'list-private-targets',
  summary: 'Hosts and ports of private networks that two people allowed this program to call.',
  effect: 'read',
  http: { method: 'GET', path: '/private-targets' },
  input: z.strictObject({}),
  output: z.object({ targets: z.array(privateTargetView) }),
  allows: readsTargets,
  async run(_, { db }) {
    return { targets: (await currentTargets(db)).map(presentTarget) }
  },
})
