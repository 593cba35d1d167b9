import { verifyExport } from '#src/engines/merkle/export/verify-export.ts'
import type { Expectations, Verification } from '#src/engines/merkle/export/verify-export.ts'
import type { Db } from '#src/store/index.ts'
import { exportLines } from './export.ts'
import type { Governed } from './governed.ts'
import type { StateFault } from './state-fault.ts'
import { verifyEntries } from './verify-entries.ts'
import { verifyRows } from './verify-rows.ts'

export interface StateVerification {
  readonly ok: boolean
  /** The ledger itself, verified as an export would be; null where nothing was sequenced yet. */
  readonly ledger: Verification | null
  /** Where tables and ledger disagree; at most 100 of the ledger's own tables, and of each governed one. */
  readonly faults: readonly StateFault[]
}

const MAX_FAULTS = 100

/**
 * Verifies a database against its ledger, and the ledger against the key and the checkpoints known outside the database.
 * The transaction must be REPEATABLE READ where others write at the same time, so that rows and entries are of one moment.
 */
export const verifySnapshot = async (snapshot: Db, governed: readonly Governed[], expected: Expectations): Promise<StateVerification> => {
  const begun = await snapshot.selectFrom('ledgerCheckpoint').select('size').limit(1).executeTakeFirst()
  const head = await snapshot.selectFrom('ledgerHead').select('size').executeTakeFirst()
  const faults: StateFault[] = []
  let ledger: Verification | null = null
  if (begun !== undefined && head !== undefined)
    ledger = await verifyExport(() => exportLines(snapshot, { personal: 'disclosed' }), expected)
  else if (begun !== undefined || (expected.known?.length ?? 0) > 0)
    faults.push({ subject: null, entry: null, says: 'The database has no ledger, though checkpoints of one are known.' })

  // Each part of its own: a crowd of faults in one place must not hide the one that matters in another.
  for (const part of [verifyEntries(snapshot), ...governed.map(declared => verifyRows(snapshot, declared))])
    faults.push(...(await first(MAX_FAULTS, part)))
  return { ok: faults.length === 0 && ledger?.ok !== false, ledger, faults }
}

const first = async <T>(count: number, of: AsyncIterable<T>): Promise<T[]> => {
  const taken: T[] = []
  for await (const one of of) {
    taken.push(one)
    if (taken.length === count) break
  }
  return taken
}
