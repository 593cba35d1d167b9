import { hash } from 'node:crypto'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { canonical } from '#src/kernel/canonical.ts'
import { newSalt } from '#src/kernel/salt.ts'
import type { Db, Tables } from '#src/store/index.ts'
import { markOf } from './tool.ts'

export type ToolRow = Selectable<Tables['tool']>
export type RequestRow = Selectable<Tables['toolRequest']>

/** All that is kept: as many rows as a company has tools. */
export const keptTools = (db: Db): Promise<ToolRow[]> => db.selectFrom('tool').selectAll().orderBy('id').execute()

/** What settles the list as decisions read it, in SQL; null where nothing was decided beside the charter. */
export const markKept = sql<string | null>`(select string_agg(mark, ' ' order by id collate "C") from tool where mark is not null)`

/** Nobody else changes this tool, or asks for it, until the transaction ends; also where it has no row yet. */
export const lockTool = async (db: Db, id: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tool\n${id}`}, 0))`.execute(db)
}

/** Nobody else changes which sorts of tools there are until the transaction ends. */
export const lockList = async (db: Db): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('tool list', 0))`.execute(db)
}

export type ToolContent = Pick<
  ToolRow,
  'id' | 'status' | 'listed' | 'about' | 'ownerId' | 'reviewedOn' | 'nextReviewOn' | 'withdrawnOn' | 'replacedBy' | 'reason'
>

/** Writes a tool as the next version of what was read; the caller holds it. A tool of the charter's counts as its own first version. */
export const keepTool = (db: Db, content: ToolContent, read: number, now: Temporal.Instant): Promise<ToolRow> => {
  const { id, listed, about, replacedBy, ...rest } = content
  const columns = {
    ...rest,
    listed: listed === null ? sql<string>`null` : JSON.stringify(listed),
    about: JSON.stringify(about),
    replacedBy: JSON.stringify(replacedBy),
    mark: markOf(content),
    version: read + 1,
    changedAt: now.toString(),
  }
  return db
    .insertInto('tool')
    .values({ id, sealSalt: newSalt(), ...columns })
    .onConflict(conflict => conflict.column('id').doUpdateSet(columns))
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** What a sign-off counts for: this tool with this content, to the letter. */
export const requestDigest = ({ tool, content }: Pick<RequestRow, 'tool' | 'content'>): string =>
  hash('sha256', canonical(['tool-request', tool, content]), 'hex')

type NewRequest = Pick<RequestRow, 'id' | 'tool' | 'content' | 'note' | 'noneFits' | 'requestedBy' | 'requestedByHuman'>

export const insertRequest = (db: Db, { content, ...row }: NewRequest, now: Temporal.Instant): Promise<RequestRow> =>
  db
    .insertInto('toolRequest')
    .values({
      ...row,
      content: JSON.stringify(content),
      digest: requestDigest({ tool: row.tool, content }),
      version: 1,
      sealSalt: newSalt(),
      state: 'open',
      requestedAt: now.toString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()

export const endRequest = (db: Db, id: string, state: Exclude<RequestRow['state'], 'open'>, now: Temporal.Instant): Promise<RequestRow> =>
  db
    .updateTable('toolRequest')
    .set(eb => ({ state, endedAt: now.toString(), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returningAll()
    .executeTakeFirstOrThrow()

export const requestById = (db: Db, id: string): Promise<RequestRow | undefined> =>
  db.selectFrom('toolRequest').selectAll().where('id', '=', id).executeTakeFirst()

export const lockRequest = (db: Db, id: string): Promise<RequestRow | undefined> =>
  db.selectFrom('toolRequest').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const openRequestFor = (db: Db, tool: string): Promise<RequestRow | undefined> =>
  db.selectFrom('toolRequest').selectAll().where('tool', '=', tool).where('state', '=', 'open').executeTakeFirst()

export const requestsFor = (db: Db, tool: string, limit: number): Promise<RequestRow[]> =>
  db.selectFrom('toolRequest').selectAll().where('tool', '=', tool).orderBy('requestedAt', 'desc').limit(limit).execute()

export const openRequests = (db: Db, limit: number): Promise<RequestRow[]> =>
  db.selectFrom('toolRequest').selectAll().where('state', '=', 'open').orderBy('requestedAt').limit(limit).execute()

export const requestsByIds = (db: Db, ids: readonly string[]): Promise<RequestRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : db.selectFrom('toolRequest').selectAll().where('id', 'in', ids).execute()

export const countOpenRequestsOf = async (db: Db, human: string): Promise<number> => {
  const { count } = await db
    .selectFrom('toolRequest')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('requestedByHuman', '=', human)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return count
}

/** Who may answer for a tool: somebody who is here and holds one of these roles. */
export const holdsOneOf = async (db: Db, id: string, roles: readonly string[]): Promise<boolean> =>
  (await db
    .selectFrom('person')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'active')
    .where(sql<boolean>`roles ?| ${roles}::text[]`)
    .executeTakeFirst()) !== undefined
