import { proveEntry } from './prove-entry.ts'
import { showCheckpoint } from './show-checkpoint.ts'

/** What lets others check that nothing was altered. */
export const auditCapability = { operations: [showCheckpoint, proveEntry] }
