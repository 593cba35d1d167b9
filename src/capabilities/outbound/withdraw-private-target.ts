import { z } from 'zod'
import { id, version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { privateTargetView } from './contract.ts'
import { privateTargetWithdrawn } from './entries.ts'
import { privateTargets } from './governed.ts'
import { mayWithdraw, noSuchTarget } from './permissions.ts'
import { presentTarget } from './present.ts'
import { endTarget, lockTarget } from './store.ts'

export const withdrawPrivateTarget = operation({
  name: 'withdraw-private-target',
  summary: 'Close a private target: calls to it are refused from the next one on.',
  effect: 'write',
  http: { method: 'POST', path: '/private-targets/{id}/withdrawal' },
  input: z.strictObject({ id: id(), version: version() }),
  output: privateTargetView,
  target: ({ id }, { db }) => lockTarget(db, id),
  allows: mayWithdraw,
  async run(_, { db, now, record }, target) {
    if (!target) throw noSuchTarget()
    const row = await endTarget(db, target.id, now)
    record(privateTargetWithdrawn({ subject: privateTargets.subject(row), data: { host: row.host, port: row.port }, personal: {} }))
    return presentTarget(row)
  },
})
