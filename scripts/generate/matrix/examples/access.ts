import type { Examples } from '../frame.ts'

const owner = {
  id: 'owner',
  human: 'owner',
  name: 'owner',
  email: 'owner@stage.example',
  roles: ['maker'],
  state: 'active',
  hash: null,
  leads: false,
}

export const accessExamples: Examples = {
  'invite-person': { 'the owner': owner, 'nobody known': undefined },
  'show-invitation': { 'the owner': owner, 'nobody known': undefined },
  'make-recovery-link': { 'the owner': owner, 'nobody known': undefined },
  'show-person-access': { 'the owner': owner, 'nobody known': undefined },
  'end-person-access': { 'the owner': owner, 'nobody known': undefined },
}
