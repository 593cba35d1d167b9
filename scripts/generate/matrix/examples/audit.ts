import { hasRole } from '#src/kernel/actor.ts'
import type { Actor } from '#src/kernel/actor.ts'
import type { Examples } from '../frame.ts'

/** Who sees the owner’s solution; written out here so that a change of that rule shows as a change of this page. */
const seesTheOwners = (actor: Actor): boolean =>
  actor.kind === 'system' ||
  hasRole(actor, 'coe-reviewer', 'it-security', 'legal', 'change-manager', 'program-lead', 'auditor') ||
  (actor.kind === 'person' && (actor.id === 'owner' || actor.leads.includes('unit')))

export const auditExamples: Examples = {
  'prove-entry': {
    'about the owner’s solution': { solution: seesTheOwners },
    'about something else': { solution: undefined },
    'no such entry': undefined,
  },
}
