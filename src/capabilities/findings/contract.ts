import { z } from 'zod'
import { text } from '#src/kernel/text.ts'
import { severities, subjectKinds } from './rule.ts'
import { modes } from './settings.ts'

export const states = ['open', 'snoozed', 'cleared'] as const
export const reason = (why: string) => text(2_000, { lines: true }).describe(why)
export const ruleName = () => z.string().max(60).describe('A rule’s name, as the list of rules shows it.')

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
  })
  .meta({ id: 'FindingRule' })
