import { governed } from '#src/ledger/index.ts'

/** Whoever adds a private target behind the program's back, or brings a withdrawn one back, is found out. */
export const privateTargets = governed({
  kind: 'private-target',
  table: 'privateTarget',
  columns: ['host', 'port', 'reason', 'addedAt', 'endedAt'],
})
