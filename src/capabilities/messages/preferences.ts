import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { Language } from '#src/kernel/message.ts'
import { newSalt } from '#src/kernel/salt.ts'
import type { Db, Tables } from '#src/store/index.ts'
import type { Wish } from './when.ts'

export type PreferenceRow = Selectable<Tables['messagePreference']>
export type Preference = Omit<PreferenceRow, 'id' | 'version' | 'sealSalt'>

/** How somebody is told who never said how they want to be. */
export const usual: Preference = {
  channel: 'mail',
  level: 'everything',
  digestAt: '08:00',
  quietFrom: '20:00',
  quietTo: '07:00',
  timeZone: null,
  language: null,
}

/** A preference that nobody set counts as its own first version. */
export const preferenceOf = async (db: Db, person: string): Promise<Preference & { version: number }> =>
  (await db.selectFrom('messagePreference').selectAll().where('id', '=', person).executeTakeFirst()) ?? { ...usual, version: 1 }

/** Writes it as the next version of what was read. @returns undefined where it was written meanwhile */
export const keepPreference = (db: Db, person: string, preference: Preference, read: number): Promise<PreferenceRow | undefined> =>
  db
    .insertInto('messagePreference')
    .values({ id: person, ...preference, version: read + 1, sealSalt: newSalt() })
    .onConflict(conflict =>
      conflict
        .column('id')
        .doUpdateSet({ ...preference, version: read + 1 })
        .where('messagePreference.version', '=', read),
    )
    .returningAll()
    .executeTakeFirst()

/** Somebody who is told, as they are now. */
export interface Reader extends Wish {
  id: string
  name: string
  email: string | null
  language: Language
}

/** What counts for whoever said nothing else. */
export interface House {
  timeZone: string
  language: Language
}

/** Of some people those who can sign in, and how they want to be told: one query. */
export const readersOf = async (db: Db, people: readonly string[], { timeZone, language }: House): Promise<ReadonlyMap<string, Reader>> => {
  const rows = await db
    .selectFrom('person')
    .leftJoin('messagePreference as wish', 'wish.id', 'person.id')
    .select(['person.id', 'person.name', 'person.email', 'wish.version', 'wish.channel', 'wish.level', 'wish.digestAt'])
    .select(['wish.quietFrom', 'wish.quietTo', 'wish.timeZone', 'wish.language'])
    .where('person.id', '=', sql<string>`any(${[...new Set(people)]}::text[])`)
    .where('person.state', '=', 'active')
    .execute()
  return new Map(
    rows.map(({ id, name, email, version, ...wish }) => {
      const { channel, level, digestAt } = wish
      const said =
        version === null
          ? usual
          : { ...wish, channel: channel ?? usual.channel, level: level ?? usual.level, digestAt: digestAt ?? usual.digestAt }
      return [id, { id, name, email, ...said, timeZone: said.timeZone ?? timeZone, language: said.language ?? language }]
    }),
  )
}
