import { governed } from '#src/ledger/index.ts'

/** Data keys: whoever removes one, puts another wrapping in its place or brings back a retired one is found out. */
export const dataKeys = governed({ kind: 'data-key', table: 'dataKey', columns: ['wrapped', 'master', 'state', 'retiredAt'] })
