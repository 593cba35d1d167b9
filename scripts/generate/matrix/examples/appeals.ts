import type { Examples } from '../frame.ts'
import { byCaller } from '../frame.ts'
import { ownersSolution } from './registry.ts'
import { candidateOf, ownersSubject } from './review.ts'

const about = { 'the owner’s solution': ownersSolution, 'no such solution': undefined }

/** Operations on one solution. */
export const aboutReferrals = ['appeal-decision', 'show-referral', 'acknowledge-referral'] as const

/** Operations on one second look. */
export const lookingAgain = ['show-second-look', 'record-second-look'] as const

const look = byCaller(asking => ({
  version: 1,
  review: { purpose: 'second-look', submittedByHuman: 'owner', excluded: [], endedAt: null },
  subject: ownersSubject,
  signOffs: [{ role: 'coe', state: 'open', decidedByHuman: null }],
  candidate: candidateOf(asking),
}))
const looks = { 'at the owner’s solution': look, 'no such look': undefined }

export const appealsExamples: Examples = Object.fromEntries([
  ...aboutReferrals.map(name => [name, about]),
  ...lookingAgain.map(name => [name, looks]),
])
