import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import type { Db } from '../operation.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { MOST_A_NIGHT, ruleName, ruleView } from './contract.ts'
import { findingEffectSet, findingRuleSet } from './entries.ts'
import { findingRules } from './governed.ts'
import { liveByRule } from './list-store.ts'
import { oversees, setsRules } from './permissions.ts'
import { allRules } from './rules.ts'
import type { Setting } from './settings.ts'
import { keepRule, lockRule, modes, unset } from './settings.ts'

type Set = Setting & { id: string; version: number }

/** A rule that nobody set counts as its own first version. */
const untouched = (id: string): Set => ({ id, version: 1, ...unset })

const presentRules = async (db: Db, rows: readonly Set[]): Promise<z.input<typeof ruleView>[]> => {
  const live = await liveByRule(db)
  return allRules.map(({ id, subject, says, changes, effect }) => {
    const { version, mode, cap, ...set } = rows.find(row => row.id === id) ?? untouched(id)
    const acting = effect ? { does: effect.does, says: effect.says, mode: set.effect, cap: set.effectCap } : null
    return { rule: id, version, subject, says, changes, mode, cap, live: live.get(id) ?? 0, effect: acting }
  })
}

export const listFindingRules = operation({
  name: 'list-finding-rules',
  summary: 'Every rule of findings: what it finds, when its answer changes, and how it is set.',
  effect: 'read',
  http: { method: 'GET', path: '/finding-rules' },
  input: z.strictObject({}),
  output: z.object({ rules: z.array(ruleView) }),
  allows: oversees,
  async run(_, { db }) {
    return { rules: await presentRules(db, await db.selectFrom('findingRule').selectAll().execute()) }
  },
})

const held = async (db: Db, rule: string): Promise<Set | undefined> =>
  allRules.some(({ id }) => id === rule) ? ((await lockRule(db, rule)) ?? untouched(rule)) : undefined

/** What the rule found is cleared, or it is asked of everything, by the next sweep. */
export const setFindingRule = operation({
  name: 'set-finding-rule',
  summary:
    'Switch a rule off, have it only previewed, or have it find, and how many findings it may open a day; likewise what it does by itself about them.',
  effect: 'write',
  http: { method: 'POST', path: '/finding-rules/{rule}' },
  input: z.strictObject({
    rule: ruleName(),
    version: version(),
    mode: z.enum(modes),
    cap: z.int().min(0).max(1_000_000).nullable().describe('Null: any number.'),
    effect: z.enum(modes).optional().describe('Whether it acts by itself on what it found; left out: as it is set.'),
    effectCap: z.int().min(0).max(MOST_A_NIGHT).optional().describe('How often it may act in one night; left out: as it is set.'),
  }),
  output: ruleView,
  target: ({ rule }, { db }) => held(db, rule),
  allows: setsRules,
  async run({ rule, mode, cap, ...asked }, { actor, db, record }, found) {
    if (!found) throw refuse('not-found', 'no-such-rule', 'There is no such rule.', 'Take one from the list of rules.', 'rule')
    const { effect = found.effect, effectCap = found.effectCap } = asked
    const changed = effect !== found.effect || effectCap !== found.effectCap
    if (changed && !allRules.some(({ id, effect }) => id === rule && effect))
      throw refuse('invalid', 'no-effect', 'This rule finds, and does nothing by itself.', 'Leave that out.', 'effect')
    const row = await keepRule(db, rule, { mode, cap, effect, effectCap }, found.version)
    if (!row) throw refuse('stale', 'changed-meanwhile', 'Somebody set this rule just now.', 'Read it again, and set it then.', 'version')
    const by = asPerson(actor).id
    const subject = findingRules.subject(row)
    record(findingRuleSet({ subject, data: { mode, cap, by }, personal: {} }))
    if (changed) record(findingEffectSet({ subject, data: { effect, cap: effectCap, by }, personal: {} }))
    const shown = (await presentRules(db, [row])).find(each => each.rule === rule)
    if (!shown) throw new Error('A rule that exists is shown.')
    return shown
  },
})
