import { z } from 'zod'
import { text } from '#src/kernel/text.ts'
import { sparings } from './effect.ts'
import { severities, subjectKinds } from './rule.ts'
import { modes } from './settings.ts'
import { keepers } from './undo.ts'

export const states = ['open', 'snoozed', 'cleared'] as const
export const reason = (why: string) => text(2_000, { lines: true }).describe(why)
export const ruleName = () => z.string().max(60).describe('A rule’s name, as the list of rules shows it.')

export const day = () => z.iso.date('Write a day such as 2027-01-31.')
/** However a rule is set: more than that is no correction but an accident. */
export const MOST_A_NIGHT = 1_000

const personRef = z.object({ id: z.string(), name: z.string() })

const subjectView = z
  .object({
    kind: z.enum(subjectKinds),
    id: z.string(),
    key: z.string().describe('What people call it by: SOL-0042, REV-0042, a tool’s word.'),
    name: z.string(),
  })
  .describe('What it is about.')

const stated = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .describe('Numbers, days and ids that its sentence speaks of.')

export const findingView = z
  .object({
    id: z.string(),
    version: z.int(),
    rule: z.string(),
    says: z.string().describe('What the rule finds.'),
    subject: subjectView,
    severity: z.enum(severities),
    values: stated,
    state: z.enum(states),
    foundAt: z.string(),
    dueAt: z.string().describe('When it has to be settled.'),
    late: z.boolean(),
    assignee: personRef.nullable(),
    snoozed: z.object({ until: z.string(), reason: z.string() }).nullable(),
    clearedAt: z.string().nullable(),
  })
  .meta({ id: 'Finding' })

export const findingCounts = z.object({ high: z.int(), medium: z.int(), low: z.int() })

export const findingPage = findingView
  .extend({
    changes: z.string().describe('When the rule’s answer changes.'),
    history: z.array(z.object({ entry: z.int(), type: z.string(), at: z.string(), actor: personRef.nullable() })),
  })
  .meta({ id: 'FindingPage' })

export const foreseenView = z.object({
  rule: z.string(),
  mode: z.enum(modes),
  subject: subjectView,
  severity: z.enum(severities),
  values: stated,
})

export const ruleView = z
  .object({
    rule: z.string(),
    version: z.int(),
    subject: z.enum(subjectKinds),
    says: z.string(),
    changes: z.string(),
    mode: z.enum(modes),
    cap: z.int().nullable().describe('How many findings it may open a day; null: any number.'),
    live: z.int().describe('Its findings that are not cleared.'),
    effect: z
      .object({
        does: z.literal('stop'),
        says: z.string().describe('When it comes, and what keeps it away.'),
        mode: z.enum(modes),
        cap: z.int().describe('How often it may act in one night.'),
      })
      .nullable()
      .describe('What it does by itself at night about what it found; null: nothing.'),
  })
  .meta({ id: 'FindingRule' })

const kept = z.enum(keepers).nullable().describe('What keeps it from being undone; null where nothing does.')

/** What a rule would do tonight about one finding. */
export const effectForeseen = z
  .object({
    rule: z.string(),
    mode: z.enum(modes).describe('`preview`: it is only shown.'),
    does: z.literal('stop'),
    finding: z.string().nullable().describe('Null where leave keeps it from being found.'),
    subject: subjectView,
    answer: z.enum(['act', 'held-back', 'spared']).describe('`held-back`: the rule’s cap lets it act no more often in one night.'),
    spared: z
      .object({ by: z.enum(sparings), until: z.string().nullable() })
      .nullable()
      .describe('Why nothing is done about it, and until when.'),
  })
  .meta({ id: 'EffectForeseen' })

export const effectView = z
  .object({
    id: z.string(),
    rule: z.string(),
    does: z.literal('stop'),
    because: z.string(),
    finding: z.string(),
    solution: z.object({ id: z.string(), key: z.string(), name: z.string() }),
    night: z.string(),
    at: z.string(),
    undoUntil: z.string(),
    kept,
    undone: z.object({ at: z.string(), by: personRef, proposedBy: personRef }).nullable(),
  })
  .meta({ id: 'Effect' })

export const effectUndoing = z.object({ effect: z.string(), key: z.string(), name: z.string(), kept })
