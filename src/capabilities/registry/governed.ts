import { governed } from '#src/ledger/index.ts'
import type { Governed } from '#src/ledger/index.ts'
import type { SolutionRow } from './store.ts'

const columns = ['number', 'name', 'purpose', 'makerId', 'ownerId', 'facts', 'charterVersion', 'tier', 'verdict', 'state'] as const

const current = governed({ kind: 'solution', table: 'solution', columns: [...columns, 'charterDigest'] })
/** For rows whose charter's digest was not kept: their entries were sealed without it, and agree with them as they are. */
const withoutDigest = governed({ kind: 'solution', table: 'solution', columns })

export const solutions: Governed<SolutionRow> = {
  ...current,
  subject: row => (row.charterDigest === null ? withoutDigest : current).subject(row),
}
