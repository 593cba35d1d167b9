import type { Examples } from '../frame.ts'
import { byCaller } from '../frame.ts'

const solution = { version: 1, makerId: 'owner', ownerId: 'owner', backupOwnerId: null, coMakers: [], unitId: 'unit' }
const finding = { assigneeId: null, subjectKind: 'tool', subjectId: 'chat' }
const aboutNobodys = { version: 1, finding, solution: undefined, behind: [] }

const findings = {
  'about the owner’s solution': {
    version: 1,
    finding: { assigneeId: null, subjectKind: 'solution', subjectId: 'solution' },
    solution,
    behind: ['owner', 'lead', 'every-role'],
  },
  'about oneself': byCaller(({ id }) => ({ ...aboutNobodys, finding: { assigneeId: null, subjectKind: 'person', subjectId: id } })),
  'about a tool, one’s own work': byCaller(({ id }) => ({ ...aboutNobodys, finding: { ...finding, assigneeId: id } })),
  'about a tool': aboutNobodys,
  'no such finding': undefined,
}

export const findingsExamples: Examples = {
  'show-finding': findings,
  'assign-finding': findings,
  'snooze-finding': findings,
  'set-finding-rule': { 'a rule': { version: 1 } },
}
