import type { Selectable } from 'kysely'
import type { Language } from '#src/kernel/message.ts'
import { newSalt } from '#src/kernel/salt.ts'
import type { Db, Tables } from '#src/store/index.ts'
import { sealedColumn } from '#src/vault/index.ts'

export type SettingRow = Selectable<Tables['messagesSetting']>
export type Settings = Omit<SettingRow, 'id' | 'version' | 'sealSalt'>

/** There is one row. */
export const SETTING = 'messages'

/** Where the mail server's password stands. */
export const passwordColumn = sealedColumn({ table: 'messagesSetting', id: 'id', column: 'sealedPassword' })

/** A new installation sends nothing: it shows who would receive what. */
export const unset: Settings = {
  dryRun: true,
  dailyLetters: 6,
  digestLines: 20,
  language: 'en' satisfies Language,
  address: null,
  mail: null,
  sealedPassword: null,
}

/** The settings as they are; what nobody set counts as its own first version. */
export const settingsNow = async (db: Db): Promise<Settings & { version: number }> =>
  (await db.selectFrom('messagesSetting').selectAll().executeTakeFirst()) ?? { ...unset, version: 1 }

/** The same, held until the transaction ends, where there is a row to hold. */
export const holdSettings = async (db: Db): Promise<Settings & { version: number }> =>
  (await db.selectFrom('messagesSetting').selectAll().forUpdate().executeTakeFirst()) ?? { ...unset, version: 1 }

/** Writes the settings as the next version of what was read. @returns undefined where somebody wrote meanwhile */
export const keepSettings = (db: Db, { mail, ...settings }: Settings, read: number): Promise<SettingRow | undefined> => {
  const values = { ...settings, mail: mail === null ? null : JSON.stringify(mail), version: read + 1 }
  return db
    .insertInto('messagesSetting')
    .values({ id: SETTING, ...values, sealSalt: newSalt() })
    .onConflict(conflict => conflict.column('id').doUpdateSet(values).where('messagesSetting.version', '=', read))
    .returningAll()
    .executeTakeFirst()
}
