import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { refuse } from '#src/kernel/refusal.ts'
import { ledger } from './migrations/0001-ledger.ts'
import { installation } from './migrations/0002-installation.ts'
import { people } from './migrations/0003-people.ts'
import { registry } from './migrations/0004-registry.ts'
import { proposals } from './migrations/0005-proposals.ts'
import { vault } from './migrations/0006-vault.ts'
import { outbound } from './migrations/0007-outbound.ts'
import { search } from './migrations/0008-search.ts'
import { review } from './migrations/0009-review.ts'
import { solutions } from './migrations/0010-solutions.ts'
import { tools } from './migrations/0011-tools.ts'
import { waivers } from './migrations/0012-waivers.ts'
import { jobs } from './migrations/0013-jobs.ts'
import { findings } from './migrations/0014-findings.ts'
import { effects } from './migrations/0015-effects.ts'
import { registryIndexes } from './migrations/0016-registry-indexes.ts'
import { demoClock } from './migrations/0017-demo-clock.ts'
import { inspections } from './migrations/0018-inspections.ts'
import { ledgerIndex } from './migrations/0019-ledger-index.ts'
import { messages } from './migrations/0020-messages.ts'
import { humanReview } from './migrations/0021-human-review.ts'
import { stopsIncidents } from './migrations/0022-stops-incidents.ts'
import { endpoints } from './migrations/0023-endpoints.ts'
import { personalChat } from './migrations/0024-personal-chat.ts'
import { requestIds } from './migrations/0025-request-ids.ts'
import type { Tables } from './tables.ts'

/** Every migration in order; one that has shipped is never changed, only followed by another. */
export const migrations = {
  '0001-ledger': ledger,
  '0002-installation': installation,
  '0003-people': people,
  '0004-registry': registry,
  '0005-proposals': proposals,
  '0006-vault': vault,
  '0007-outbound': outbound,
  '0008-search': search,
  '0009-review': review,
  '0010-solutions': solutions,
  '0011-tools': tools,
  '0012-waivers': waivers,
  '0013-jobs': jobs,
  '0014-findings': findings,
  '0015-effects': effects,
  '0016-registry-indexes': registryIndexes,
  '0017-demo-clock': demoClock,
  '0018-inspections': inspections,
  '0019-ledger-index': ledgerIndex,
  '0020-messages': messages,
  '0021-human-review': humanReview,
  '0022-stops-incidents': stopsIncidents,
  '0023-endpoints': endpoints,
  '0024-personal-chat': personalChat,
  '0025-request-ids': requestIds,
}

/** Names the tables as they are now. */
export const newestMigration = Object.keys(migrations).at(-1) ?? ''

/**
 * Brings a database to the newest schema. All or nothing on both stores, and safe when several replicas start at once:
 * the migrator takes a lock of its own. Throws what the database said when a step fails.
 * @throws Refusal `other-version` for a database that holds a step which is not in the list.
 */
export const migrate = async (db: Kysely<Tables>): Promise<void> => {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return
  if (error instanceof Error && error.message.includes('corrupted migrations'))
    throw refuse(
      'conflict',
      'other-version',
      'The data was written by another version of Guildhall: a newer one, or one from before the first release.',
      'Start the version that wrote it, or begin in another directory or database.',
    )
  throw error instanceof Error ? error : new Error('The database could not be brought up to date.')
}
