import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import type { Db } from '../operation.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { ruleName, ruleView } from './contract.ts'
import { findingRuleSet } from './entries.ts'
import { findingRules } from './governed.ts'
import { liveByRule } from './list-store.ts'
import { oversees, setsRules } from './permissions.ts'
import { allRules } from './rules.ts'
import type { RuleRow } from './settings.ts'
import { keepRule, lockRule, modes } from './settings.ts'

type Set = Pick<RuleRow, 'id' | 'version' | 'mode' | 'cap'>

/** A rule that nobody set: on, without a cap, and its own first version. */
const unset = (id: string): Set => ({ id, version: 1, mode: 'on', cap: null })

const presentRules = async (db: Db, rows: readonly Set[]): Promise<z.input<typeof ruleView>[]> => {
  const live = await liveByRule(db)
  return allRules.map(({ id, subject, says, changes }) => {
    const { version, mode, cap } = rows.find(row => row.id === id) ?? unset(id)
    return { rule: id, version, subject, says, changes, mode, cap, live: live.get(id) ?? 0 }
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
    return { rules: await presentRules(db, await db.selectFrom('findingRule').select(['id', 'version', 'mode', 'cap']).execute()) }
  },
})

const held = async (db: Db, rule: string): Promise<Set | undefined> =>
  allRules.some(({ id }) => id === rule) ? ((await lockRule(db, rule)) ?? unset(rule)) : undefined

/** What the rule found is cleared, or it is asked of everything, by the next sweep. */
export const setFindingRule = operation({
  name: 'set-finding-rule',
  summary: 'Switch a rule off, have it only previewed, or have it find; and how many findings it may open a day.',
  effect: 'write',
  http: { method: 'POST', path: '/finding-rules/{rule}' },
  input: z.strictObject({
    rule: ruleName(),
    version: version(),
    mode: z.enum(modes),
    cap: z.int().min(0).max(1_000_000).nullable().describe('Null: any number.'),
  }),
  output: ruleView,
  target: ({ rule }, { db }) => held(db, rule),
  allows: setsRules,
  async run({ rule, mode, cap }, { actor, db, record }, found) {
    if (!found) throw refuse('not-found', 'no-such-rule', 'There is no such rule.', 'Take one from the list of rules.', 'rule')
    const row = await keepRule(db, { id: rule, mode, cap }, found.version)
    if (!row) throw refuse('stale', 'changed-meanwhile', 'Somebody set this rule just now.', 'Read it again, and set it then.', 'version')
    record(findingRuleSet({ subject: findingRules.subject(row), data: { mode, cap, by: asPerson(actor).id }, personal: {} }))
    const shown = (await presentRules(db, [row])).find(each => each.rule === rule)
    if (!shown) throw new Error('A rule that exists is shown.')
    return shown
  },
})
