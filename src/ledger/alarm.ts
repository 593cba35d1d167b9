/** Why the ledger stopped signing. Each says that somebody must look; none goes away by trying again. */
export type AlarmCode =
  | 'head-missing' // this installation has signed checkpoints, and the database has no head at all
  | 'head-behind' // the head is smaller than what was signed: an old backup, or a tail that was cut off
  | 'head-forked' // the head is not a continuation of what was signed
  | 'head-unsigned' // the head is not the one of a checkpoint that this ledger's key signed
  | 'tree-damaged' // the stored tree doesn't hash to the head
  | 'other-key' // the database's ledger belongs to another key than the one in the key file

/** Raised instead of a signature. Entries keep being written and wait; nothing is lost while somebody looks. */
export class LedgerAlarm extends Error {
  override readonly name = 'LedgerAlarm'
  readonly code: AlarmCode

  constructor(code: AlarmCode, message: string) {
    super(message)
    this.code = code
  }

  get remedy(): string {
    return remedies[this.code]
  }
}

const verify = 'Export the ledger and verify it (guildhall ledger verify FILE), then compare with a backup.'
const remedies: Record<AlarmCode, string> = {
  'head-missing': `The database was replaced or emptied. Put the right database back. ${verify}`,
  'head-behind': `The database was put back to an older state, or entries were cut off. Restore the newest backup. ${verify}`,
  'head-forked': `History was rewritten. Keep this database as evidence and restore a backup. ${verify}`,
  'head-unsigned': `The head was set by something other than this program. ${verify}`,
  'tree-damaged': `The tables ledger_tile or ledger_head were changed. ${verify}`,
  'other-key': 'Put back the key file that belongs to this database (ledger.key in the data directory).',
}
