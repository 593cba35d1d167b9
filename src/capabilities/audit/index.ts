import type { Governed } from '#src/ledger/index.ts'
import { exportLedger } from './export-ledger.ts'
import { listLedgerEntries } from './list-ledger-entries.ts'
import { proveEntry } from './prove-entry.ts'
import { showCheckpoint } from './show-checkpoint.ts'
import type { Trust } from './verify-ledger.ts'
import { verifyLedger } from './verify-ledger.ts'

export type { Trust } from './verify-ledger.ts'

/** What lets others check that nothing was altered. */
export const auditCapability = (governed: readonly Governed[], trust: () => Promise<Trust>) => {
  const ledger = { exportLedger, verifyLedger: verifyLedger(governed, trust) }
  return {
    operations: [showCheckpoint, listLedgerEntries, proveEntry, ledger.exportLedger, ledger.verifyLedger],
    /** What the ledger's own command calls. */
    ledger,
  }
}
