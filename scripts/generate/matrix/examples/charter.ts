import type { Examples } from '../frame.ts'

export const charterExamples: Examples = {
  'compare-charters': {
    'two that were in force': { from: { state: 'superseded' }, to: { state: 'superseded' } },
    'one with a proposal': { from: { state: 'superseded' }, to: { state: 'proposed' } },
    'no such version': { from: null, to: undefined },
  },
  'show-charter-version': {
    'the charter in force': { state: 'in-force' },
    'a proposal': { state: 'proposed' },
    'no such version': undefined,
  },
}
