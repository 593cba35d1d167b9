import type { Examples } from '../frame.ts'
import { byCaller } from '../frame.ts'

const owner = { version: 1, id: 'owner', human: 'owner', unitId: 'unit', state: 'active' }
const administrator = { version: 1, id: 'administrator', human: 'administrator', unitId: 'other-unit', state: 'active' }
const kept = { 'the owner': owner, 'nobody known': undefined }
const oneself = byCaller(({ id, human }) => ({ version: 1, id, human, unitId: null, state: 'active' }))
const oneselfAgain = byCaller(({ id, human }) => ({ version: 1, id: `${id}-again`, human, unitId: null, state: 'active' }))
/** Nobody decides about themself, and a second account makes nobody somebody else. */
const standing = {
  'the owner': owner,
  'the administrator': administrator,
  oneself,
  'one’s own second account': oneselfAgain,
  'nobody known': undefined,
}
const unit = { version: 1, id: 'unit', closedAt: null }
const units = { 'the owner’s unit': unit, 'a closed unit': { ...unit, closedAt: 'then' }, 'no such unit': undefined }

export const peopleExamples: Examples = {
  'show-person': { 'the owner': owner, 'the owner, who has left': { ...owner, state: 'left' }, 'nobody known': undefined },
  'change-person': kept,
  'suspend-person': standing,
  'resume-person': standing,
  'record-departure': standing,
  'join-accounts': kept,
  'add-absence': { ...kept, oneself },
  'remove-absence': { 'the owner’s absence': owner, 'one’s own absence': oneself, 'no such absence': undefined },
  'change-unit': units,
  'close-unit': units,
}
