import type { Selectable } from 'kysely'
import { newSalt } from '#src/kernel/salt.ts'
import type { Db, Tables } from '#src/store/index.ts'

/** `preview` shows in tonight's preview what the rule would find, and opens nothing. */
export const modes = ['off', 'preview', 'on'] as const
export type Mode = (typeof modes)[number]

export type RuleRow = Selectable<Tables['findingRule']>
export type Setting = Pick<RuleRow, 'mode' | 'cap' | 'effect' | 'effectCap'>
export type Settings = ReadonlyMap<string, Setting>

/** A rule that nobody set: it finds, and what it would do by itself is only shown. Mass effects are the classic accident. */
export const unset: Setting = { mode: 'on', cap: null, effect: 'preview', effectCap: 20 }

/** Rules that were set. */
export const settingsNow = async (db: Db): Promise<Settings> =>
  new Map(
    (await db.selectFrom('findingRule').select(['id', 'mode', 'cap', 'effect', 'effectCap']).orderBy('id').execute()).map(
      ({ id, ...row }) => [id, row] as const,
    ),
  )

export const settingOf = (settings: Settings, rule: string): Setting => settings.get(rule) ?? unset
export const modeOf = (settings: Settings, rule: string): Mode => settingOf(settings, rule).mode
/** What it does by itself: nothing without a finding. */
export const effectOf = (settings: Settings, rule: string): Mode => {
  const { mode, effect } = settingOf(settings, rule)
  return mode === 'on' ? effect : 'off'
}

/** The same settings, as if one rule were previewed wherever it is off: what it would come to, before anybody switches it on. */
export const previewing = (settings: Settings, rule: string | undefined): Settings => {
  if (rule === undefined) return settings
  const shown = (mode: Mode): Mode => (mode === 'off' ? 'preview' : mode)
  const { mode, effect, ...set } = settingOf(settings, rule)
  return new Map([...settings, [rule, { ...set, mode: shown(mode), effect: shown(effect) }]])
}

export const lockRule = (db: Db, id: string): Promise<RuleRow | undefined> =>
  db.selectFrom('findingRule').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Writes a rule as the next version of what was read; a rule that nobody set counts as its own first version. */
export const keepRule = (db: Db, id: string, setting: Setting, read: number): Promise<RuleRow | undefined> =>
  db
    .insertInto('findingRule')
    .values({ id, ...setting, version: read + 1, sealSalt: newSalt() })
    .onConflict(conflict =>
      conflict
        .column('id')
        .doUpdateSet({ ...setting, version: read + 1 })
        .where('findingRule.version', '=', read),
    )
    .returningAll()
    .executeTakeFirst()
