import type { Examples } from '../frame.ts'

export const charterExamples: Examples = {
  'show-charter-version': {
    'the charter in force': { state: 'in-force' },
    'a proposal': { state: 'proposed' },
    'no such version': undefined,
  },
}
