import { governed } from '#src/ledger/index.ts'

/** A version with its documents: changed behind the program's back, it no longer fits its newest entry. */
export const charterVersions = governed({
  kind: 'charter-version',
  table: 'charterVersion',
  columns: ['label', 'digest', 'documents', 'state', 'basedOn', 'note', 'proposedBy', 'proposedAt', 'adoptedBy', 'adoptedAt', 'endedAt'],
})
