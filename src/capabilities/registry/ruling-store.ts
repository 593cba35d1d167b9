import type { Selectable } from 'kysely'
import { newId } from '#src/kernel/ids.ts'
import { newSalt } from '#src/kernel/salt.ts'
import type { Db, Tables } from '#src/store/index.ts'
import type { DeclaredFacts } from './material.ts'

export type RulingRow = Selectable<Tables['ruling']>

/** What is settled about a solution's facts now. */
export const rulingsOf = (db: Db, solutionId: string): Promise<RulingRow[]> =>
  db.selectFrom('ruling').selectAll().where('solutionId', '=', solutionId).where('endedAt', 'is', null).orderBy('fact').execute()

/** Rulings as facts that decide. */
export const ruledFacts = (rows: readonly Pick<RulingRow, 'fact' | 'value'>[]): DeclaredFacts =>
  Object.fromEntries(rows.map(({ fact, value }) => [fact, value]))

/** Ends what was ruled about one fact, where something was. */
export const endRuling = (db: Db, solutionId: string, fact: string, now: Temporal.Instant): Promise<RulingRow | undefined> =>
  db
    .updateTable('ruling')
    .set(eb => ({ endedAt: now.toString(), version: eb('version', '+', 1) }))
    .where('solutionId', '=', solutionId)
    .where('fact', '=', fact)
    .where('endedAt', 'is', null)
    .returningAll()
    .executeTakeFirst()

type New = Pick<RulingRow, 'solutionId' | 'fact' | 'value' | 'reason' | 'ruledBy' | 'ruledByHuman' | 'reviewId'>

export const insertRuling = (db: Db, { value, ...row }: New, now: Temporal.Instant): Promise<RulingRow> =>
  db
    .insertInto('ruling')
    .values({ ...row, id: newId(), version: 1, sealSalt: newSalt(), value: JSON.stringify(value), ruledAt: now.toString() })
    .returningAll()
    .executeTakeFirstOrThrow()
