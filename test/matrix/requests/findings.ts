import { newId } from '#src/kernel/ids.ts'
import type { Asking } from '../../../scripts/generate/matrix/index.ts'
import { ago, ahead, fresh } from '../stage.ts'
import type { StageRequests } from './request.ts'

/** Findings about the owner's solution, about everybody who will ask, and about a tool, one of them each one's own work. */
export const findingsRequests: StageRequests = async (db, everybody) => {
  const finding = async (rule: string, subjectKind: 'solution' | 'person' | 'tool', subjectId: string, assigneeId: string | null) => {
    const id = newId()
    await db
      .insertInto('finding')
      .values({
        ...fresh(),
        id,
        rule,
        subjectKind,
        subjectId,
        severity: 'low',
        values: '{}',
        state: 'open',
        foundAt: ago({ hours: 1 }),
        dueAt: ahead({ hours: 1 }),
        assigneeId,
        snoozeReason: null,
      })
      .execute()
    return { finding: id }
  }
  const aboutThem = new Map<string, { finding: string }>()
  const theirWork = new Map<string, { finding: string }>()
  for (const { id } of everybody) {
    aboutThem.set(id, await finding('owner-load', 'person', id, null))
    theirWork.set(id, await finding(`tool-unowned for ${id}`, 'tool', 'chat', id))
  }
  const none = { finding: newId() }
  const findings = {
    'about the owner’s solution': await finding('no-backup', 'solution', 'solution', null),
    'about oneself': ({ id }: Asking) => aboutThem.get(id) ?? none,
    'about a tool, one’s own work': ({ id }: Asking) => theirWork.get(id) ?? none,
    'about a tool': await finding('tool-unreviewed', 'tool', 'chat', null),
    'no such finding': none,
  }
  return {
    'show-finding': findings,
    'assign-finding': findings,
    'snooze-finding': findings,
    'set-finding-rule': { 'a rule': { rule: 'no-backup' } },
  }
}
