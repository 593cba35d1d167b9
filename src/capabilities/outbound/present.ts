import { targetName } from '#src/outbound/index.ts'
import type { PrivateTargetRow } from './store.ts'

export const presentTarget = (row: PrivateTargetRow) => ({
  id: row.id,
  version: row.version,
  target: targetName(row),
  reason: row.reason,
  addedAt: row.addedAt.toString(),
})
