import { z } from 'zod'
import { text } from '#src/kernel/text.ts'

export const language = () => z.enum(['en', 'de']).default('en').describe('The language of names and sentences, en or de.')

export const toolId = () =>
  z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,59}$/, 'Use the id as the list of tools shows it: small letters, digits and hyphens.')
    .describe('The tool’s id, as facts name it.')

const tier = () => z.int().min(1).max(4)
const word = () => text(120)
const classId = () => z.string().max(60)

export const toolStatuses = ['approved', 'limited', 'refused', 'withdrawn'] as const
export const training = ['no', 'opt-out', 'yes', 'unknown'] as const

/** One class of data that a tool may see. */
export const use = z
  .object({ dataClass: classId(), highestTier: tier().describe('The highest tier of solutions in which it may see them.') })
  .meta({ id: 'ToolUse' })
const uses = () =>
  z
    .array(use)
    .max(60)
    .refine(all => new Set(all.map(({ dataClass }) => dataClass)).size === all.length, 'Name each class of data once.')

/** What somebody says of a tool. */
export const toolFields = () => ({
  name: word().describe('What people call it.'),
  help: text(300).describe('What it is for, in a sentence.'),
  approvedFor: uses().min(1, 'Name at least one class of data.'),
  redact: z.array(classId()).max(60).default([]).describe('Classes of data that are blacked out before they reach it.'),
  vendor: word(),
  models: z.array(word()).max(40).default([]).describe('The only models permitted; empty: any.'),
  features: z.array(word()).max(40).default([]).describe('The only features permitted; empty: any.'),
  contract: text(200).nullable().default(null).describe('Where the contract is kept.'),
  dataProcessing: text(200).nullable().default(null).describe('Where the data-processing agreement is kept.'),
  regions: z.array(word()).max(40).default([]).describe('Where it keeps or works on data.'),
  trainsOnOurData: z.enum(training),
})
export type ToolFields = z.output<z.ZodObject<ReturnType<typeof toolFields>>>

const personRef = z.object({ id: z.string(), name: z.string() })

export const toolSummary = z
  .object({
    id: z.string(),
    version: z.int(),
    name: z.string(),
    help: z.string(),
    status: z.enum(toolStatuses),
    approvedFor: z.array(use),
    redact: z.array(z.string()),
    vendor: z.string().nullable(),
    owner: personRef.nullable(),
    reviewedOn: z.string().nullable().describe('When somebody last confirmed that all this is still so.'),
    nextReviewOn: z.string().nullable(),
    overdue: z.boolean().describe('Whether its regular review is due.'),
    stopped: z.boolean().describe('Whether it is stopped for now, whole or in one of its models: nothing that uses it may run.'),
    fromCharter: z.boolean().describe('Whether the charter’s own list says this, and nobody has changed it since.'),
  })
  .meta({ id: 'ToolSummary' })

export const requestView = z
  .object({
    id: z.string(),
    version: z.int(),
    tool: z.string(),
    name: z.string(),
    help: z.string(),
    approvedFor: z.array(use),
    state: z.enum(['open', 'approved', 'returned', 'refused', 'withdrawn']),
    note: z.string().describe('What it is needed for.'),
    noneFits: z.string().nullable().describe('Why no approved tool will do, where some could.'),
    requested: z.object({ by: personRef, at: z.string() }),
    review: z.string().nullable().describe('The key of the review, REV-0042.'),
    dueAt: z.string().nullable().describe('By when it is answered.'),
  })
  .meta({ id: 'ToolRequest' })

export const toolView = toolSummary
  .extend({
    models: z.array(z.string()),
    features: z.array(z.string()),
    contract: z.string().nullable(),
    dataProcessing: z.string().nullable(),
    regions: z.array(z.string()),
    trainsOnOurData: z.enum(training),
    withdrawnOn: z.string().nullable(),
    reason: z.string().nullable().describe('Why it was refused or withdrawn.'),
    replacedBy: z.array(z.object({ id: z.string(), name: z.string() })).describe('What to use instead.'),
    changedAt: z.string().nullable(),
    requests: z.array(requestView).describe('What is wanted of it, newest first; the last ten.'),
    solutions: z.int().describe('How many solutions that you may see use it.'),
    stops: z
      .array(z.object({ key: z.string(), model: z.string().nullable(), startedAt: z.string() }))
      .describe('What stops it, or a model of it, now: nothing that uses it may run.'),
  })
  .meta({ id: 'Tool' })

export const suggestionView = z
  .object({
    id: z.string(),
    name: z.string(),
    help: z.string(),
    covers: z.array(z.string()).describe('Which of the wanted classes it may see in that tier.'),
    missing: z.array(z.string()),
    all: z.boolean().describe('Whether it may see all of them.'),
  })
  .meta({ id: 'ToolSuggestion' })

/** A request as those see it who decide about it. */
export const requestPage = requestView
  .extend({
    redact: z.array(z.string()),
    vendor: z.string(),
    models: z.array(z.string()),
    features: z.array(z.string()),
    contract: z.string().nullable(),
    dataProcessing: z.string().nullable(),
    regions: z.array(z.string()),
    trainsOnOurData: z.enum(training),
    standsNow: toolSummary.nullable().describe('The tool as it stands; null where it is not on the list yet.'),
    alternatives: z.array(suggestionView).describe('Approved tools for the same data, best first.'),
  })
  .meta({ id: 'ToolRequestPage' })

export const userView = z
  .object({ key: z.string(), name: z.string(), tier: z.int(), state: z.string(), owner: personRef })
  .meta({ id: 'ToolUser' })
