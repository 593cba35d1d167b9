import { isoOf } from '#src/store/index.ts'
import { keyOf } from './solution.ts'
import type { Listed } from './list-store.ts'
import type { SolutionRow } from './store.ts'

const nameless = 'Former colleague'

type Names = ReadonlyMap<string, string>
/** Who did something; what the program did by itself carries its own name. */
export const personIn = (names: Names, id: string) => ({ id, name: names.get(id) ?? (id.startsWith('system:') ? 'Guildhall' : nameless) })

/** A line of a list. */
export const summaryOf = (row: Listed | SolutionRow, names: Names) => ({
  key: keyOf(row.number),
  version: row.version,
  name: row.name,
  state: row.state,
  tier: row.tier,
  verdict: row.verdict,
  kind: 'kind' in row ? row.kind : kindOf(row),
  owner: personIn(names, row.ownerId),
  expiresAt: row.expiresAt === null ? null : isoOf(row.expiresAt),
  changing: row.runningId !== null && row.draftId !== null,
  changedAt: isoOf(row.changedAt),
})

const kindOf = ({ facts }: Pick<SolutionRow, 'facts'>): string | null => (typeof facts['kind'] === 'string' ? facts['kind'] : null)

export const tableColumns = [
  'key',
  'name',
  'purpose',
  'kind',
  'state',
  'tier',
  'verdict',
  'owner',
  'backup owner',
  'maker',
  'platform',
  'environment',
  'tools',
  'data',
  'charter',
  'registered',
  'changed',
  'expires',
] as const

/** A solution as a line of a table. */
export const tableRow = (row: SolutionRow, names: Names): Record<(typeof tableColumns)[number], string> => ({
  key: keyOf(row.number),
  name: row.name,
  purpose: row.purpose,
  kind: kindOf(row) ?? '',
  state: row.state,
  tier: String(row.tier),
  verdict: row.verdict,
  owner: personIn(names, row.ownerId).name,
  'backup owner': row.backupOwnerId === null ? '' : personIn(names, row.backupOwnerId).name,
  maker: personIn(names, row.makerId).name,
  platform: row.platform ?? '',
  environment: row.environment ?? '',
  tools: listed(row.facts['tools']),
  data: listed(row.facts['dataClasses']),
  charter: row.charterVersion,
  registered: row.createdAt.toString(),
  changed: row.changedAt.toString(),
  expires: row.expiresAt?.toString() ?? '',
})

const listed = (value: unknown): string => (Array.isArray(value) ? value.map(String).join(' ') : '')
