import type { Examples } from '../frame.ts'

const owners = { version: 1, makerId: 'owner', ownerId: 'owner', backupOwnerId: null, coMakers: [], unitId: 'unit' }
const about = { 'the owner’s solution': owners, 'no such solution': undefined }

/** Operations on one solution: whoever asks is told the same about each that they may not see. */
export const onOneSolution = [
  'show-solution',
  'preview-edit',
  'edit-solution',
  'submit-solution',
  'withdraw-submission',
  'rule-on-fact',
  'go-live',
] as const

export const registryExamples: Examples = Object.fromEntries(onOneSolution.map(name => [name, about]))
