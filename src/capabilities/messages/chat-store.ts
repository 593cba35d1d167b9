import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { newSalt } from '#src/kernel/salt.ts'
import { at } from '#src/store/index.ts'
import type { Db, Tables } from '#src/store/index.ts'
import { sealedColumn } from '#src/vault/index.ts'

export type ChatRow = Selectable<Tables['personalChat']>
export type ChatSettingRow = Selectable<Tables['chatSetting']>
/** To which hosts the company lets letters of one person go. */
export type ChatHosts = Pick<ChatSettingRow, 'hosts' | 'version'>

/** Where the addresses of chats stand. */
export const chatAddressColumn = sealedColumn({ table: 'personalChat', id: 'id', column: 'sealedAddress' })

/** None before any was opened. */
const closed: ChatHosts = { hosts: [], version: 1 }

export const chatHostsNow = async (db: Db): Promise<ChatHosts> =>
  (await db.selectFrom('chatSetting').select(['hosts', 'version']).executeTakeFirst()) ?? closed

/** The same, held until the transaction ends, where there is a row to hold. */
export const holdChatHosts = async (db: Db): Promise<ChatHosts> =>
  (await db.selectFrom('chatSetting').select(['hosts', 'version']).forUpdate().executeTakeFirst()) ?? closed

/** Writes them as the next version of what was read. @returns undefined where somebody wrote meanwhile */
export const keepChatHosts = (db: Db, hosts: readonly string[], read: number): Promise<ChatSettingRow | undefined> => {
  const values = { hosts: JSON.stringify(hosts), version: read + 1 }
  return db
    .insertInto('chatSetting')
    .values({ id: 'chat', ...values, sealSalt: newSalt() })
    .onConflict(conflict => conflict.column('id').doUpdateSet(values).where('chatSetting.version', '=', read))
    .returningAll()
    .executeTakeFirst()
}

export const chatOf = (db: Db, person: string): Promise<ChatRow | undefined> =>
  db.selectFrom('personalChat').selectAll().where('personId', '=', person).executeTakeFirst()

/** The same, held until the transaction ends. */
export const holdChatOf = (db: Db, person: string): Promise<ChatRow | undefined> =>
  db.selectFrom('personalChat').selectAll().where('personId', '=', person).forUpdate().executeTakeFirst()

export const lockChat = (db: Db, id: string): Promise<ChatRow | undefined> =>
  db.selectFrom('personalChat').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** The chats of some people, by their owners. */
export const chatsOf = async (db: Db, people: readonly string[]): Promise<ReadonlyMap<string, ChatRow>> => {
  const rows = await db.selectFrom('personalChat').selectAll().where('personId', 'in', people).execute()
  return new Map(rows.map(row => [row.personId, row]))
}

type Given = Pick<ChatRow, 'id' | 'personId' | 'kind' | 'host' | 'sealedAddress'>

/** Sets somebody's chat, or gives the one that they have another address. @returns undefined where another was set just now */
export const putChat = (db: Db, given: Given, now: Temporal.Instant): Promise<ChatRow | undefined> => {
  const { kind, host, sealedAddress } = given
  const set = { kind, host, sealedAddress, setAt: now.toString(), failingSince: null }
  return db
    .insertInto('personalChat')
    .values({ ...given, ...set, version: 1, sealSalt: newSalt() })
    .onConflict(conflict =>
      conflict
        .column('personId')
        .doUpdateSet(eb => ({ ...set, version: eb('personalChat.version', '+', 1) }))
        .where('personalChat.id', '=', given.id),
    )
    .returningAll()
    .executeTakeFirst()
}

export const deleteChat = async (db: Db, id: string): Promise<void> => {
  await db.deleteFrom('personalChat').where('id', '=', id).execute()
}

/** Notes that a chat takes nothing, as its next version: its owner is told once for each. */
export const markFailing = (db: Db, id: string, now: Temporal.Instant): Promise<ChatRow> =>
  db
    .updateTable('personalChat')
    .set(eb => ({ failingSince: now.toString(), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** It took something again, which proves nothing about the row. */
export const clearFailing = async (db: Db, id: string): Promise<void> => {
  await db.updateTable('personalChat').set({ failingSince: null }).where('id', '=', id).where('failingSince', 'is not', null).execute()
}

/** The newest test of a chat, if there was one since its address was given. */
export const newestTest = (db: Db, { personId, setAt }: ChatRow, kind: string) =>
  db
    .selectFrom('delivery')
    .select(['state', 'trouble'])
    .where('personId', '=', personId)
    .where('kind', '=', kind)
    .where('madeAt', '>=', at(setAt))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** How many messages of some kinds somebody was sent since a moment. */
export const countSaid = async (db: Db, person: string, kinds: readonly string[], since: Temporal.Instant): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from message where to_id = ${person} and kind = any(${[...kinds]}::text[]) and at > ${at(since)}`.execute(db)
  return rows[0]?.count ?? 0
}
