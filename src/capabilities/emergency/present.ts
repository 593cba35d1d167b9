import type { z } from 'zod'
import { roles } from '#src/kernel/actor.ts'
import type { emergencyView } from './contract.ts'
import type { EmergencyRow, ShownEmergency } from './store.ts'

/** It ends by time; nothing needs to run for that. */
export const isOpen = ({ endedAt, endsAt }: Pick<EmergencyRow, 'endedAt' | 'endsAt'>, now: Temporal.Instant): boolean =>
  endedAt === null && Temporal.Instant.compare(now, endsAt) < 0

export const roleOf = (row: Pick<EmergencyRow, 'role'>) => roles.find(role => role === row.role) ?? 'maker'

export const presentEmergency = (row: ShownEmergency, now: Temporal.Instant): z.input<typeof emergencyView> => ({
  id: row.id,
  version: row.version,
  person: { id: row.personId, name: row.personName },
  role: roleOf(row),
  reason: row.reason,
  openedAt: row.openedAt.toString(),
  endsAt: row.endsAt.toString(),
  endedAt: row.endedAt?.toString() ?? null,
  open: isOpen(row, now),
  reviewed:
    row.reviewedBy === null || row.reviewedAt === null
      ? null
      : {
          by: { id: row.reviewedBy, name: row.reviewerName ?? 'Former colleague' },
          at: row.reviewedAt.toString(),
          review: row.review ?? '',
        },
})
