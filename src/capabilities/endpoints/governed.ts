import { governed } from '#src/ledger/index.ts'

/** Where it is and what it gets; how far it is with that proves nothing. */
export const endpoints = governed({
  kind: 'endpoint',
  table: 'endpoint',
  columns: ['kind', 'name', 'host', 'groups', 'state', 'pausedBecause', 'madeAt'],
})
