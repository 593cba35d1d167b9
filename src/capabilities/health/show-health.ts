import { sql } from 'kysely'
import { z } from 'zod'
import { calendarOf } from '#src/engines/charter/index.ts'
import { newestMigration } from '#src/store/index.ts'
import type { Charters } from '../charter/index.ts'
import { adoptionInForce } from '../charter/index.ts'
import { jobsNow } from '../jobs/index.ts'
import type { JobKind } from '../jobs/index.ts'
import type { Db } from '../operation.ts'
import { operation } from '../operation.ts'
import { installationRow } from '../people/index.ts'
import type { SecretVault } from '../vault/index.ts'
import { surveyVault } from '../vault/index.ts'
import { checksOf } from './checks.ts'
import { seesHealth } from './permissions.ts'
import type { Surroundings } from './surroundings.ts'

export interface HealthParts {
  charters: Charters
  jobs: readonly JobKind[]
  vault: SecretVault
  surroundings: Surroundings
}

const healthView = z
  .object({
    version: z.string(),
    node: z.string(),
    platform: z.string(),
    store: z.enum(['embedded', 'postgres']),
    database: z.object({ version: z.string(), size: z.string(), schema: z.string().describe('The newest step of its schema.') }),
    address: z.string().nullable().describe('The address that people open; null: this machine’s own names.'),
    encrypted: z.enum(['this-machine-only', 'by-us', 'by-a-proxy']),
    company: z.string(),
    demo: z.boolean(),
    secondFactor: z.boolean().describe('Whether whoever has a say must show one.'),
    masterKey: z.enum(['file', 'given', 'command', 'own-file']).describe('Of what kind its source is; never the key itself.'),
    charter: z.string(),
    timeZone: z.string(),
    calendar: z.object({
      name: z.string(),
      hours: z.array(z.object({ weekday: z.int(), opens: z.string(), closes: z.string() })),
      holidays: z.int(),
    }),
    checks: z.array(
      z.object({
        check: z.enum(['ledger', 'jobs', 'secrets', 'charter', 'disk', 'memory']),
        well: z.boolean(),
        code: z.string(),
        values: z.record(z.string(), z.union([z.number(), z.string()])),
        says: z.string(),
        remedy: z.string().nullable().describe('What to do; null where nothing is.'),
      }),
    ),
  })
  .meta({ id: 'Health' })

export const showHealth = ({ charters, jobs, vault, surroundings }: HealthParts) =>
  operation({
    name: 'show-health',
    summary: 'What this installation is, how it is set, and whether anything about it needs a person.',
    effect: 'read',
    http: { method: 'GET', path: '/health' },
    input: z.strictObject({}),
    output: healthView,
    allows: seesHealth,
    async run(_, { db, now }) {
      const { memory, disk, ...known } = surroundings
      const charter = await charters.inForce(db)
      const { business } = charter.documents['calendar.yaml']
      const { keys, lost, trouble } = await surveyVault(vault, db)
      const checks = checksOf(
        {
          ledger: await ledgerNow(db),
          jobs: await jobsNow(db, jobs, now),
          secrets: { keys: keys.length, closed: keys.filter(({ opens }) => !opens).length, lost, masterKeyTrouble: trouble },
          charterAdopted: (await adoptionInForce(db)) !== undefined,
          memory: memory(),
          disk: await disk(),
        },
        now,
      )
      return {
        ...known,
        database: await databaseNow(db),
        company: (await installationRow(db))?.company ?? '',
        charter: charter.version,
        timeZone: calendarOf(charter).timeZone,
        calendar: { name: business.name, hours: [...business.hours], holidays: business.holidays.length },
        checks: checks.map(check => ({ ...check, values: { ...check.values } })),
      }
    },
  })

const databaseNow = async (db: Db): Promise<{ version: string; size: string; schema: string }> => {
  const { rows } = await sql<{ version: string; size: string }>`
    select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size`.execute(db)
  return { version: rows[0]?.version ?? '?', size: rows[0]?.size ?? '?', schema: newestMigration }
}

const ledgerNow = async (db: Db) => {
  const { rows } = await sql<{ size: number | null; waiting: number; since: Temporal.Instant | null }>`
    select (select size from ledger_head) as size, count(*) as waiting, min(at) as since from ledger_entry where leaf_index is null`.execute(
    db,
  )
  const [now] = rows
  return { size: now?.size ?? 0, waiting: now?.waiting ?? 0, waitingSince: now?.since ?? null }
}
