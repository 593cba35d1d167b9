import type { Examples } from '../frame.ts'
import { byCaller } from '../frame.ts'
import { ownersSolution } from './registry.ts'

/** The owner’s solution, whose content somebody else submitted and looks at, and whoever asks about one of their own. */
const held = { review: { submittedBy: 'proposer' }, step: { reviewers: ['proposer'] }, solution: ownersSolution }

const about = {
  'content of the owner’s solution': held,
  'content that one looks at': byCaller(({ id }) => ({ ...held, step: { reviewers: [id] } })),
  'content that one submitted': byCaller(({ id }) => ({ ...held, review: { submittedBy: id } })),
  'no such content': undefined,
}

export const humanReviewExamples: Examples = {
  'submit-content': { 'the owner’s solution': ownersSolution, 'no such solution': undefined },
  'show-content-step': { 'the owner’s solution': ownersSolution, 'no such solution': undefined },
  'name-content-reviewers': { 'the owner’s solution': { solution: ownersSolution, version: 1 }, 'no such solution': undefined },
  'make-callback-secret': { 'the owner’s solution': ownersSolution, 'no such solution': undefined },
  'list-callbacks': { 'the owner’s solution': ownersSolution, 'no such solution': undefined },
  'repeat-callbacks': { 'the owner’s solution': ownersSolution, 'no such solution': undefined },
  'show-content-review': about,
  'open-content-review': about,
  'approve-content': about,
  'reject-content': about,
  'withdraw-content': about,
  'show-content-receipt': about,
}
