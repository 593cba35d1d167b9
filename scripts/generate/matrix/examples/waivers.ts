import type { Examples } from '../frame.ts'
import { byCaller } from '../frame.ts'

const solution = { version: 1, makerId: 'owner', ownerId: 'owner', backupOwnerId: null, coMakers: [], unitId: 'unit' }

/** Leave that the center of excellence grants, about the owner’s solution. */
const waiver = { version: 1, waiver: { requestedByHuman: 'owner' }, solution, by: 'coe', behind: ['owner', 'lead', 'every-role'] }

const waivers = {
  'about the owner’s solution': waiver,
  'that one asked for oneself': byCaller(({ human }) => ({ ...waiver, waiver: { requestedByHuman: human } })),
  'no such waiver': undefined,
}

export const waiversExamples: Examples = {
  'request-waiver': { 'the owner’s solution': solution, 'no such solution': undefined },
  'grant-waiver': waivers,
  'decline-waiver': waivers,
  'end-waiver': waivers,
}
