import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { Db, Tables } from '#src/store/index.ts'

type Row<T extends keyof Tables, Columns extends keyof Selectable<Tables[T]>> = Readonly<Pick<Selectable<Tables[T]>, Columns>>

const ofSolution = [
  'id',
  'number',
  'state',
  'ownerId',
  'backupOwnerId',
  'makerId',
  'runningId',
  'draftId',
  'facts',
  'retired',
  'stopped',
] as const
const ofDeclaration = [
  'id',
  'solutionId',
  'state',
  'facts',
  'inspection',
  'approvedHow',
  'approvedAt',
  'tier',
  'materialDigest',
  'reviewId',
] as const
const ofReview = [
  'id',
  'number',
  'kind',
  'purpose',
  'subject',
  'matter',
  'digest',
  'state',
  'outcome',
  'endedAt',
  'excluded',
  'submittedByHuman',
  'submittedAt',
  'promisedMinutes',
  'pauses',
  'dueAt',
] as const
const ofSignOff = ['reviewId', 'role', 'state', 'decidedByHuman', 'decidedAt'] as const
const ofCondition = ['reviewId', 'role', 'needed', 'state'] as const
const ofAuthor = ['solutionId', 'personId', 'human', 'since'] as const
const ofOffer = ['id', 'solutionId', 'role', 'state', 'offeredTo', 'decidedAt'] as const
const ofResumption = ['subject', 'state', 'decidedBy', 'decidedByHuman', 'proposedByHuman'] as const
const ofFinding = ['rule', 'subjectId', 'state'] as const

/** Everything that invariants go by, as it stands at one moment. */
export interface Picture {
  now: Temporal.Instant
  solutions: readonly Row<'solution', (typeof ofSolution)[number]>[]
  declarations: readonly Row<'declaration', (typeof ofDeclaration)[number]>[]
  reviews: readonly Row<'review', (typeof ofReview)[number]>[]
  signOffs: readonly Row<'signOff', (typeof ofSignOff)[number]>[]
  conditions: readonly Row<'condition', (typeof ofCondition)[number]>[]
  authors: readonly Row<'solutionAuthor', (typeof ofAuthor)[number]>[]
  offers: readonly Row<'handover', (typeof ofOffer)[number]>[]
  /** Proposals to let something run again, in the order in which they were decided. */
  resumptions: readonly Row<'proposal', (typeof ofResumption)[number]>[]
  findings: readonly Row<'finding', (typeof ofFinding)[number]>[]
  /** How often each solution went live, by its id. */
  wentLive: ReadonlyMap<string, number>
  /** How often two people undid what a rule had done about a solution, by its id. */
  undone: ReadonlyMap<string, number>
  /** How often a stop that two people lifted let each solution run again, by its id. */
  released: ReadonlyMap<string, number>
  /** Accounts that are neither suspended nor gone. */
  active: ReadonlySet<string>
}

/** Reads everything in one transaction, so that no half of a change is in it. */
export const readPicture = (db: Db, now: Temporal.Instant): Promise<Picture> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async db => {
      const active = await db.selectFrom('person').select('id').where('state', '=', 'active').execute()
      const live = await db
        .selectFrom('ledgerEntry')
        .select(['subjectId as id', ({ fn }) => fn.countAll<number>().as('times')])
        .where('type', '=', 'solution-went-live')
        .groupBy('subjectId')
        .execute()
      const undone = await db
        .selectFrom('effect')
        .select(['solutionId as id', ({ fn }) => fn.countAll<number>().as('times')])
        .whereRef('undoneBy', '<>', 'undoProposedBy')
        .groupBy('solutionId')
        .execute()
      const released = await db
        .selectFrom('hold')
        .innerJoin('stop', 'stop.id', 'hold.stopId')
        .select(['hold.solutionId as id', ({ fn }) => fn.countAll<number>().as('times')])
        .where('hold.outcome', '=', 'resumed')
        .whereRef('stop.liftedBy', '<>', 'stop.liftProposedBy')
        .groupBy('hold.solutionId')
        .execute()
      return {
        now,
        solutions: await db.selectFrom('solution').select(ofSolution).orderBy('number').execute(),
        declarations: await db.selectFrom('declaration').select(ofDeclaration).execute(),
        reviews: await db.selectFrom('review').select(ofReview).orderBy('number').execute(),
        signOffs: await db.selectFrom('signOff').select(ofSignOff).execute(),
        conditions: await db.selectFrom('condition').select(ofCondition).execute(),
        authors: await db.selectFrom('solutionAuthor').select(ofAuthor).execute(),
        offers: await db.selectFrom('handover').select(ofOffer).execute(),
        resumptions: await db
          .selectFrom('proposal')
          .select(ofResumption)
          .where('kind', '=', 'resume-solution')
          .orderBy(sql`decided_at nulls last, id`)
          .execute(),
        findings: await db.selectFrom('finding').select(ofFinding).execute(),
        wentLive: new Map(live.map(({ id, times }) => [id, times])),
        undone: new Map(undone.map(({ id, times }) => [id, times])),
        released: new Map(released.map(({ id, times }) => [id, times])),
        active: new Set(active.map(({ id }) => id)),
      }
    })
