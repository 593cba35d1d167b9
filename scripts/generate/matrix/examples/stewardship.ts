import type { Examples } from '../frame.ts'
import { byCaller } from '../frame.ts'
import { ownersSolution } from './registry.ts'

const about = { 'the owner’s solution': ownersSolution, 'no such solution': undefined }

/** Operations on one solution. */
export const stewardingOne = [
  'offer-handover',
  'change-makers',
  'show-recertification',
  'recertify-solution',
  'start-sandbox',
  'stop-solution',
  'retire-solution',
  'undo-retirement',
] as const

/** Operations on an offer to answer for the owner's solution. */
export const answeringOffers = ['accept-handover', 'decline-handover', 'withdraw-handover'] as const

const offer = (offeredTo: string) => ({ version: 1, offer: { offeredBy: 'owner', offeredTo }, solution: ownersSolution })
const offers = {
  'an offer to somebody else': offer('proposer'),
  'an offer to oneself': byCaller(({ id }) => offer(id)),
  'no such offer': undefined,
}

export const stewardshipExamples: Examples = Object.fromEntries([
  ...stewardingOne.map(name => [name, about]),
  ...answeringOffers.map(name => [name, offers]),
])
