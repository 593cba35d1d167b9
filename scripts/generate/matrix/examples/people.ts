import type { Examples } from '../frame.ts'

const owner = { version: 1, id: 'owner', human: 'owner', unitId: 'unit', state: 'active' }

export const peopleExamples: Examples = {
  'show-person': { 'the owner': owner, 'the owner, who has left': { ...owner, state: 'left' }, 'nobody known': undefined },
}
