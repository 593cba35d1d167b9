import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { newSalt } from '#src/kernel/salt.ts'
import { at } from '#src/store/index.ts'
import type { Db, Tables } from '#src/store/index.ts'

export type ProposalRow = Selectable<Tables['proposal']>
export type Decision = 'adopted' | 'declined' | 'withdrawn'

/** An account as it stands: whose it is, and which roles it holds for the whole company, none of an emergency among them. */
export type Standing = Pick<Selectable<Tables['person']>, 'id' | 'human' | 'name' | 'state' | 'stateSince' | 'roles'>

/** Keeps other transactions from proposing about one subject until this one ends. */
export const lockSubject = async (db: Db, kind: string, subject: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`proposal\n${kind}\n${subject}`}, 0))`.execute(db)
}

/** The proposal that stands in the way of another, locked; it may be past its time. */
export const lockOpen = (db: Db, kind: string, subject: string): Promise<ProposalRow | undefined> =>
  db
    .selectFrom('proposal')
    .selectAll()
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirst()

export const proposalById = (db: Db, id: string): Promise<ProposalRow | undefined> =>
  db.selectFrom('proposal').selectAll().where('id', '=', id).executeTakeFirst()

export const lockProposal = (db: Db, id: string): Promise<ProposalRow | undefined> =>
  db.selectFrom('proposal').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

type New = Pick<ProposalRow, 'id' | 'kind' | 'subject' | 'content' | 'digest' | 'note' | 'proposedBy' | 'proposedByHuman'>

export const insertProposal = (
  db: Db,
  { content, ...row }: New,
  { now, expiresAt }: { now: Temporal.Instant; expiresAt: Temporal.Instant },
): Promise<ProposalRow> =>
  db
    .insertInto('proposal')
    .values({
      ...row,
      content: JSON.stringify(content),
      version: 1,
      sealSalt: newSalt(),
      state: 'open',
      proposedAt: now.toString(),
      expiresAt: expiresAt.toString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()

/** Ends an open proposal. @throws where it is not open: whoever calls holds its row and has looked. */
export const decide = (
  db: Db,
  id: string,
  { state, by, human, note }: { state: Decision; by: string; human: string; note: string | null },
  now: Temporal.Instant,
): Promise<ProposalRow> =>
  db
    .updateTable('proposal')
    .set(eb => ({
      state,
      decidedBy: by,
      decidedByHuman: human,
      decidedAt: now.toString(),
      decisionNote: note,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returningAll()
    .executeTakeFirstOrThrow()

/** Puts a proposal away that nobody decided in its time. */
export const lapse = (db: Db, { id, expiresAt }: ProposalRow): Promise<ProposalRow> =>
  db
    .updateTable('proposal')
    .set(eb => ({ state: 'expired', decidedAt: expiresAt.toString(), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returningAll()
    .executeTakeFirstOrThrow()

const standing = ['person.id', 'person.human', 'person.name', 'person.state', 'person.stateSince', 'person.roles'] as const

/** Accounts by id, as they are now. */
export const standingsOf = async (db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Standing>> =>
  byId(ids.length === 0 ? [] : await peopleWith(db, ids).execute())

/** The same, and nobody's roles, state or human being changes until this transaction ends. */
export const lockStandings = async (db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Standing>> =>
  byId(ids.length === 0 ? [] : await peopleWith(db, ids).forShare().execute())

/** In the order of their ids, so that two transactions that lock the same people don't wait for each other in a circle. */
const peopleWith = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('person')
    .select(standing)
    .where('id', 'in', [...new Set(ids)])
    .orderBy('id')

const byId = (rows: readonly Standing[]) => new Map(rows.map(row => [row.id, row]))

/** What was adopted at a moment or later, of the kinds given. */
export const adoptedSince = async (
  db: Db,
  since: Temporal.Instant,
  kinds: readonly string[],
): Promise<Pick<ProposalRow, 'kind' | 'content'>[]> =>
  kinds.length === 0
    ? []
    : db
        .selectFrom('proposal')
        .select(['kind', 'content'])
        .where('state', '=', 'adopted')
        .where('decidedAt', '>=', at(since))
        .where('kind', 'in', kinds)
        .execute()

/** Whose proposals a reader sees: those of some kinds, and their own. */
export interface Readable {
  kinds: readonly string[]
  human: string | null
}

type Listed = Omit<ProposalRow, 'content' | 'sealSalt'>

/** One page, newest first; `before` is the last page's last id. */
export const pageOfProposals = (
  db: Db,
  { kinds, human }: Readable,
  {
    state,
    kind,
    limit,
    before,
    now,
  }: {
    state: ProposalRow['state'] | undefined
    kind: string | undefined
    limit: number
    before: string | undefined
    now: Temporal.Instant
  },
): Promise<Listed[]> => {
  let page = db
    .selectFrom('proposal')
    .select([
      'id',
      'version',
      'kind',
      'subject',
      'digest',
      'note',
      'state',
      'proposedBy',
      'proposedByHuman',
      'proposedAt',
      'expiresAt',
      'decidedBy',
      'decidedByHuman',
      'decidedAt',
      'decisionNote',
    ])
    .where(eb =>
      eb.or([
        ...(kinds.length > 0 ? [eb('kind', 'in', kinds)] : []),
        ...(human === null
          ? []
          : [
              eb('proposedByHuman', '=', human),
              eb('proposedBy', 'in', eb.selectFrom('person').select('person.id').where('person.human', '=', human)),
            ]),
        eb.lit(false),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (kind !== undefined) page = page.where('kind', '=', kind)
  if (before !== undefined) page = page.where('id', '<', before)
  if (state === 'open') page = page.where('state', '=', 'open').where('expiresAt', '>', at(now))
  else if (state === 'expired')
    page = page.where(eb => eb.or([eb('state', '=', 'expired'), eb.and([eb('state', '=', 'open'), eb('expiresAt', '<=', at(now))])]))
  else if (state !== undefined) page = page.where('state', '=', state)
  return page.execute()
}

/** Whether a proposal about a subject was adopted at a moment or later. */
export const wasAdopted = async (db: Db, kind: string, subject: string, since: Temporal.Instant): Promise<boolean> =>
  (await db
    .selectFrom('proposal')
    .select('id')
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('state', '=', 'adopted')
    .where('decidedAt', '>=', at(since))
    .executeTakeFirst()) !== undefined

export const openAbout = (db: Db, kind: string, subject: string, now: Temporal.Instant): Promise<Pick<ProposalRow, 'id'> | undefined> =>
  db
    .selectFrom('proposal')
    .select('id')
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('state', '=', 'open')
    .where('expiresAt', '>', at(now))
    .executeTakeFirst()
