import { governed } from '#src/ledger/index.ts'

export const emergencies = governed({
  kind: 'emergency',
  table: 'emergency',
  columns: [
    'personId',
    'human',
    'role',
    'reason',
    'openedAt',
    'endsAt',
    'endedAt',
    'reviewedBy',
    'reviewedByHuman',
    'reviewedAt',
    'review',
  ],
})
