import type { Examples } from '../frame.ts'
import { byCaller } from '../frame.ts'

const emergencies = {
  'an emergency of somebody else': { version: 1, human: 'somebody' },
  'an emergency of one’s own': byCaller(({ human }) => ({ version: 1, human })),
  'no such emergency': undefined,
}

export const emergencyExamples: Examples = { 'end-emergency': emergencies, 'review-emergency': emergencies }
