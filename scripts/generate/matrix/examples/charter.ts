import type { Examples } from '../frame.ts'
import { byCaller } from '../frame.ts'

const somebodys = { version: 1, state: 'proposed', proposedBy: 'somebody' }
const own = byCaller(({ id }) => ({ version: 1, state: 'proposed', proposedBy: id }))
const proposals = { 'a proposal of somebody else': somebodys, 'a proposal of one’s own': own, 'no such proposal': undefined }

export const charterExamples: Examples = {
  'adopt-charter': proposals,
  'withdraw-charter-proposal': proposals,
  'show-charter-version': {
    'the charter in force': { state: 'in-force' },
    'a proposal': somebodys,
    'no such version': undefined,
  },
}
