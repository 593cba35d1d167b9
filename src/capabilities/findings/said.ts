import type { Entry } from '#src/ledger/index.ts'
import * as entries from './entries.ts'
import type { EffectRow, NightRow } from './effect-store.ts'
import { effectNights, effects, findings } from './governed.ts'
import type { FindingRow } from './store.ts'

/* What happened to a finding, as the ledger keeps it; rows go in as they stand after the change. */

const about = ({ rule, subjectKind, subjectId, severity, dueAt }: FindingRow) => ({
  rule,
  about: subjectKind,
  subject: subjectId,
  severity,
  due: dueAt.toString(),
})

export const opened = (row: FindingRow): Entry => entries.findingOpened({ subject: findings.subject(row), data: about(row), personal: {} })

export const changed = (row: FindingRow): Entry =>
  entries.findingChanged({ subject: findings.subject(row), data: { ...about(row), state: row.state }, personal: {} })

export const cleared = (row: FindingRow): Entry =>
  entries.findingCleared({ subject: findings.subject(row), data: about(row), personal: {} })

export const assigned = (row: FindingRow, by: string): Entry =>
  entries.findingAssigned({ subject: findings.subject(row), data: { ...about(row), to: row.assigneeId, by }, personal: {} })

export const snoozed = (row: FindingRow, by: string): Entry =>
  entries.findingSnoozed({
    subject: findings.subject(row),
    data: { ...about(row), until: row.snoozedUntil?.toString() ?? '', by },
    personal: { reason: row.snoozeReason },
  })

const done = ({ rule, does, findingId, solutionId, night }: EffectRow) => ({ rule, does, finding: findingId, solution: solutionId, night })

export const acted = (row: EffectRow): Entry => entries.effectTaken({ subject: effects.subject(row), data: done(row), personal: {} })

export const undone = (row: EffectRow): Entry =>
  entries.effectUndone({
    subject: effects.subject(row),
    data: { ...done(row), by: row.undoneBy ?? '', proposedBy: row.undoProposedBy ?? '' },
    personal: {},
  })

export const nightEnded = (row: NightRow): Entry => {
  const { rule, night, acted, heldBack } = row
  return entries.effectNightEnded({ subject: effectNights.subject(row), data: { rule, night, acted, heldBack }, personal: {} })
}
