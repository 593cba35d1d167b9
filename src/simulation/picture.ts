import { sql } from 'kysely'
import type { Db, Tables } from '#src/store/index.ts'
import type { Selectable } from 'kysely'

type Row<T extends keyof Tables> = Selectable<Tables[T]>

/** Everything that invariants go by, as it stands at one moment. */
export interface Picture {
  now: Temporal.Instant
  solutions: readonly Row<'solution'>[]
  declarations: ReadonlyMap<string, Row<'declaration'>>
  reviews: readonly Row<'review'>[]
  signOffs: readonly Row<'signOff'>[]
  conditions: readonly Row<'condition'>[]
  authors: readonly Row<'solutionAuthor'>[]
  offers: readonly Row<'handover'>[]
  resumptions: readonly Row<'proposal'>[]
  findings: readonly Row<'finding'>[]
  /** How often each solution went live, by its id. */
  wentLive: ReadonlyMap<string, number>
  /** How often two people undid what a rule had done about a solution, by its id. */
  undone: ReadonlyMap<string, number>
  /** Accounts that are neither suspended nor gone. */
  active: ReadonlySet<string>
}

/** Reads everything in one transaction, so that no half of a change is in it. */
export const readPicture = (db: Db, now: Temporal.Instant): Promise<Picture> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async db => {
      const declarations = await db.selectFrom('declaration').selectAll().execute()
      const active = await db.selectFrom('person').select('id').where('state', '=', 'active').execute()
      const live = await db
        .selectFrom('ledgerEntry')
        .select(['subjectId as id', ({ fn }) => fn.countAll().as('times')])
        .where('type', '=', 'solution-went-live')
        .groupBy('subjectId')
        .execute()
      const undone = await db
        .selectFrom('effect')
        .select(['solutionId as id', ({ fn }) => fn.countAll().as('times')])
        .whereRef('undoneBy', '<>', 'undoProposedBy')
        .groupBy('solutionId')
        .execute()
      return {
        now,
        solutions: await db.selectFrom('solution').selectAll().orderBy('number').execute(),
        declarations: new Map(declarations.map(row => [row.id, row])),
        reviews: await db.selectFrom('review').selectAll().orderBy('number').execute(),
        signOffs: await db.selectFrom('signOff').selectAll().execute(),
        conditions: await db.selectFrom('condition').selectAll().execute(),
        authors: await db.selectFrom('solutionAuthor').selectAll().execute(),
        offers: await db.selectFrom('handover').selectAll().execute(),
        resumptions: await db
          .selectFrom('proposal')
          .selectAll()
          .where('kind', '=', 'resume-solution')
          .orderBy(sql`decided_at nulls last, id`)
          .execute(),
        findings: await db.selectFrom('finding').selectAll().execute(),
        wentLive: new Map(live.map(({ id, times }) => [id, Number(times)])),
        undone: new Map(undone.map(({ id, times }) => [id, Number(times)])),
        active: new Set(active.map(({ id }) => id)),
      }
    })
