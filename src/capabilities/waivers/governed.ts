import { governed } from '#src/ledger/index.ts'

/** Whoever grants themself leave behind the program's back, or makes it last, is found out. */
export const waivers = governed({
  kind: 'waiver',
  table: 'waiver',
  columns: [
    'what',
    'solutionId',
    'reason',
    'endsOn',
    'state',
    'requestedBy',
    'requestedByHuman',
    'requestedAt',
    'decidedBy',
    'decidedByHuman',
    'decidedAt',
    'decisionNote',
    'endedBy',
    'endedAt',
  ],
})
