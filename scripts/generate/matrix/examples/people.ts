import type { Examples } from '../frame.ts'
import { byCaller } from '../frame.ts'

const owner = { version: 1, id: 'owner', human: 'owner', unitId: 'unit', state: 'active' }
const ownerGone = { ...owner, id: 'owner-gone', state: 'left' }
const oneself = byCaller(({ id, human }) => ({ ...owner, id, human, unitId: null }))
const oneselfAgain = byCaller(({ id, human }) => ({ ...owner, id: `${id}-again`, human, unitId: null }))

const nobody = { 'nobody known': undefined }
const somebody = { 'the owner': owner, ...nobody }
const whoever = { 'the owner': owner, 'the owner, who has left': ownerGone, ...nobody }
/** Nobody decides about themself, and a second account makes nobody somebody else. */
const another = { 'the owner': owner, oneself, 'one’s own second account': oneselfAgain, ...nobody }
const units = { 'a unit': { version: 1, closedAt: null }, 'a closed unit': { version: 1, closedAt: 'once' }, 'no such unit': undefined }

export const peopleExamples: Examples = {
  'show-person': whoever,
  'change-person': somebody,
  'suspend-person': another,
  'resume-person': another,
  'record-departure': another,
  'join-accounts': somebody,
  'change-unit': units,
  'close-unit': units,
  'add-absence': { ...whoever, oneself },
  'remove-absence': { 'of the owner': owner, 'of the owner, who has left': ownerGone, 'of oneself': oneself, 'no such absence': undefined },
}
