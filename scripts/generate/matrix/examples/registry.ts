import type { Examples } from '../frame.ts'
import { byCaller } from '../frame.ts'

export const ownersSolution = { version: 1, makerId: 'owner', ownerId: 'owner', backupOwnerId: null, coMakers: [], unitId: 'unit' }
const about = { 'the owner’s solution': ownersSolution, 'no such solution': undefined }

/** Operations on one solution: whoever asks is told the same about each that they may not see. */
export const onOneSolution = [
  'show-solution',
  'show-solution-dates',
  'preview-edit',
  'preview-inspection',
  'inspect-solution',
  'remove-inspection',
  'edit-solution',
  'submit-solution',
  'withdraw-submission',
  'rule-on-fact',
  'go-live',
  'recommend-solution',
] as const

export const registryExamples: Examples = {
  ...Object.fromEntries(onOneSolution.map(name => [name, about])),
  'remove-view': {
    'a view of one’s own': byCaller(({ id }) => ({ personId: id })),
    'a view of somebody else': { personId: 'proposer' },
    'no such view': undefined,
  },
}
