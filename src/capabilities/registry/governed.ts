import { governed } from '#src/ledger/index.ts'

export const solutions = governed({
  kind: 'solution',
  table: 'solution',
  columns: ['number', 'name', 'purpose', 'makerId', 'ownerId', 'facts', 'charterVersion', 'tier', 'verdict', 'state'],
})
