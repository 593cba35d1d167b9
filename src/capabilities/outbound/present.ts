import { targetName } from '#src/outbound/index.ts'
import type { PrivateTargetRow } from './store.ts'

export const presentTarget = (row: PrivateTargetRow) => ({
  id: row.id,
  version: row.version,
  target: targetName(row),
  host: row.host,
  port: row.port,
  reason: row.reason,
  addedAt: row.addedAt.toString(),
})
