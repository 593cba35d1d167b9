import type { Examples } from '../frame.ts'
import { byCaller } from '../frame.ts'

const emergencies = {
  'an emergency of somebody else': { version: 1, human: 'somebody', own: false },
  'an emergency of one’s own': byCaller(({ human }) => ({ version: 1, human, own: true })),
  'no such emergency': undefined,
}

export const emergencyExamples: Examples = { 'end-emergency': emergencies, 'review-emergency': emergencies }
