import { historyOf } from '#src/ledger/index.ts'
import type { Db } from '#src/store/index.ts'
import { namesOf } from '../people/index.ts'
import { keyOf } from './solution.ts'
import type { SolutionRow } from './store.ts'

const nameless = 'Former colleague'

export const summaryOf = (row: SolutionRow, names: ReadonlyMap<string, string>) => ({
  key: keyOf(row.number),
  version: row.version,
  name: row.name,
  state: row.state,
  tier: row.tier,
  verdict: row.verdict,
  owner: { id: row.ownerId, name: names.get(row.ownerId) ?? nameless },
  changedAt: row.changedAt.toString(),
})

export const tableColumns = [
  'key',
  'name',
  'purpose',
  'state',
  'tier',
  'verdict',
  'owner',
  'maker',
  'charter',
  'registered',
  'changed',
] as const

/** A solution as a line of a table. */
export const tableRow = (row: SolutionRow, names: ReadonlyMap<string, string>): Record<(typeof tableColumns)[number], string> => ({
  key: keyOf(row.number),
  name: row.name,
  purpose: row.purpose,
  state: row.state,
  tier: String(row.tier),
  verdict: row.verdict,
  owner: names.get(row.ownerId) ?? nameless,
  maker: names.get(row.makerId) ?? nameless,
  charter: row.charterVersion,
  registered: row.createdAt.toString(),
  changed: row.changedAt.toString(),
})

/** A solution as its page shows it, with its history from the ledger; three queries, however long the history. */
export const solutionPage = async (db: Db, row: SolutionRow) => {
  const history = await historyOf(db, { kind: 'solution', id: row.id }, 100)
  const names = await namesOf(db, [row.ownerId, row.makerId, ...history.map(({ actor }) => actor)])
  const person = (id: string) => ({ id, name: names.get(id) ?? nameless })
  return {
    ...summaryOf(row, names),
    id: row.id,
    purpose: row.purpose,
    facts: row.facts,
    charter: row.charterVersion,
    charterDigest: row.charterDigest,
    maker: person(row.makerId),
    createdAt: row.createdAt.toString(),
    history: history.map(({ id, type, at, actor, leafIndex }) => ({
      entry: id,
      type,
      at: at.toString(),
      actor: actor.startsWith('system:') ? null : person(actor),
      leafIndex,
    })),
  }
}
