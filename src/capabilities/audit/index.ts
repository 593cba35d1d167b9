import type { Governed } from '#src/ledger/index.ts'
import { exportLedger } from './export-ledger.ts'
import { proveEntry } from './prove-entry.ts'
import { showCheckpoint } from './show-checkpoint.ts'
import type { Trust } from './verify-ledger.ts'
import { verifyLedger } from './verify-ledger.ts'

export { stateReport } from './contract.ts'
export type { Trust } from './verify-ledger.ts'

/** What lets others check that nothing was altered. */
export const auditCapability = (governed: readonly Governed[], trust: () => Trust) => ({ operations: [showCheckpoint, proveEntry, exportLedger, verifyLedger(governed, trust)] })
