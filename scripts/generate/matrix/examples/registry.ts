import type { Examples } from '../frame.ts'

const owners = { version: 1, makerId: 'owner', ownerId: 'owner', unitId: 'unit' }

export const registryExamples: Examples = {
  'show-solution': { 'the owner’s solution': owners, 'no such solution': undefined },
  'edit-solution': { 'the owner’s solution': owners, 'no such solution': undefined },
}
