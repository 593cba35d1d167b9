import { governed } from '#src/ledger/index.ts'

/** Nobody ends a stop, or what it did to a solution, behind the program's back. */
export const stops = governed({
  kind: 'stop',
  table: 'stop',
  columns: [
    'number',
    'kind',
    'targetId',
    'model',
    'because',
    'incidentId',
    'startedBy',
    'startedByHuman',
    'startedAt',
    'running',
    'fullAt',
    'liftedAt',
    'liftedBy',
    'liftProposedBy',
    'releasedAt',
  ],
})

export const holds = governed({
  kind: 'hold',
  table: 'hold',
  columns: ['stopId', 'solutionId', 'heldAt', 'suspended', 'endedAt', 'outcome', 'kept'],
})
