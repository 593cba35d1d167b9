import { randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Db, Tables } from '#src/store/index.ts'

/** `preview` shows in tonight's preview what the rule would find, and opens nothing. */
export const modes = ['off', 'preview', 'on'] as const
export type Mode = (typeof modes)[number]

export type RuleRow = Selectable<Tables['findingRule']>
export type Settings = ReadonlyMap<string, Pick<RuleRow, 'mode' | 'cap'>>

/** Rules that were set; every other one is on. */
export const settingsNow = async (db: Db): Promise<Settings> =>
  new Map(
    (await db.selectFrom('findingRule').select(['id', 'mode', 'cap']).orderBy('id').execute()).map(({ id, ...row }) => [id, row] as const),
  )

export const modeOf = (settings: Settings, rule: string): Mode => settings.get(rule)?.mode ?? 'on'

export const lockRule = (db: Db, id: string): Promise<RuleRow | undefined> =>
  db.selectFrom('findingRule').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Writes a rule as the next version of what was read; a rule that nobody set counts as its own first version. */
export const keepRule = (db: Db, { id, mode, cap }: Pick<RuleRow, 'id' | 'mode' | 'cap'>, read: number): Promise<RuleRow | undefined> =>
  db
    .insertInto('findingRule')
    .values({ id, mode, cap, version: read + 1, sealSalt: randomBytes(16) })
    .onConflict(conflict =>
      conflict
        .column('id')
        .doUpdateSet({ mode, cap, version: read + 1 })
        .where('findingRule.version', '=', read),
    )
    .returningAll()
    .executeTakeFirst()
