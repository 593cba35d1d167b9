/** The documents that decide: scope, questions, data classes, tools, rules, contacts and worked examples. */
import { z } from 'zod'
import { date, factId, id, ruleBody, text, tier, words } from './document-parts.ts'

export const charterDocument = z.strictObject({
  version: z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.+-]{0,39}$/),
  title: text,
  purpose: text,
  timeZone: z.string().min(1).max(60).meta({ description: 'Rules begin and end at midnight here.' }),
})

const assetSign = z.enum(['uses-ai', 'shared', 'run-by-others', 'sends-to-others'])
export const scopeDocument = z.strictObject({
  kinds: z
    .array(
      z.strictObject({
        id,
        text,
        help: text,
        phrase: text,
        enabled: z.boolean(),
        why: text,
        tierFloor: tier,
        registrationQuestions: z.array(text).max(20),
        checklists: z.array(id).max(20),
        reviewers: z.array(id).max(10),
        recertifyEveryMonths: z.int().min(1).max(60),
      }),
    )
    .min(1)
    .max(60),
  assets: z
    .strictObject({
      title: text,
      because: text,
      all: z
        .array(assetSign)
        .min(1)
        .meta({ description: 'A detected asset falls under the duty to register when all of these were seen …' }),
      any: z.array(assetSign).min(1).meta({ description: '… and at least one of these.' }),
      remedy: text,
      exclusions: z
        .array(
          z.strictObject({
            id,
            by: z.enum(['publisher', 'environment', 'template', 'older-than-days', 'younger-than-days']),
            matches: z.string().min(1).max(200),
            reason: text,
            owner: words.meta({ description: 'Who answers for leaving these out.' }),
            reviewOn: date,
          }),
        )
        .max(200),
    })
    .meta({ description: 'The duty to register, for what scans find on platforms.' }),
})

const value = z.strictObject({
  id,
  text,
  help: text.optional(),
  phrase: text.optional().meta({ description: 'The words that stand for it inside a sentence.' }),
  question: text.optional().meta({ description: 'A plain yes/no question, where makers should never see the value itself.' }),
  instead: text
    .optional()
    .meta({ description: 'What the maker would really change to get here. Without it, the value is never suggested.' }),
  without: z
    .strictObject({ becomes: id.optional(), text })
    .optional()
    .meta({ description: 'What the maker would really change to leave this out, and what takes its place.' }),
})
const questionBody = {
  id: factId,
  about: z
    .enum(['design', 'circumstance'])
    .meta({ description: 'design: the maker can build it differently. circumstance: it is as it is.' }),
  title: text,
  help: text,
  why: text,
  example: text,
  page: id,
  rare: z
    .strictObject({ line: text, otherwise: z.union([z.string(), z.boolean(), z.array(z.string()).min(1)]) })
    .optional()
    .meta({ description: 'Asked as one line on a page of several; unticked, the fact is `otherwise`.' }),
}
const values = z.array(value).min(2).max(200)
const question = z.discriminatedUnion('type', [
  z.strictObject({ ...questionBody, type: z.literal('one'), values: z.union([values, z.literal('kinds')]) }),
  z.strictObject({
    ...questionBody,
    type: z.literal('many'),
    values: z.union([values, z.literal('tools'), z.literal('dataClasses')]),
    none: id.optional().meta({ description: 'The value that stands alone.' }),
  }),
  z.strictObject({
    ...questionBody,
    type: z.literal('yesNo'),
    yes: text,
    no: text,
    insteadYes: text.optional(),
    insteadNo: text.optional(),
  }),
  z.strictObject({
    ...questionBody,
    type: z.literal('object'),
    parts: z
      .array(
        z.strictObject({
          id: factId,
          type: z.enum(['yesNo', 'text']),
          title: text,
          insteadYes: text.optional(),
          insteadNo: text.optional(),
        }),
      )
      .min(1)
      .max(6),
  }),
])
export const questionsDocument = z.strictObject({
  pages: z
    .array(z.strictObject({ id, title: text, help: text.optional(), none: text.optional(), unsure: text.optional() }))
    .min(1)
    .max(60),
  questions: z.array(question).min(1).max(60),
  /** Facts that the registry or a ruling sets; never asked, and as stated while nobody said otherwise. */
  recorded: z
    .array(
      z.strictObject({ id: factId, by: z.enum(['registry', 'ruling']), title: text, values: z.array(id).min(2).max(20), unlessGiven: id }),
    )
    .max(20),
})

export const dataClassesDocument = z.strictObject({
  dataClasses: z
    .array(value.safeExtend({ sensitive: z.boolean(), examples: text }))
    .min(2)
    .max(60),
})

export const toolsDocument = z.strictObject({
  reviewEveryMonths: z.int().min(1).max(24),
  unlisted: z.strictObject({ text, phrase: text, approvedFor: z.array(id).max(60) }),
  tools: z
    .array(
      z.strictObject({
        id,
        name: text,
        help: text,
        status: z.enum(['approved', 'withdrawn']),
        approvedFor: z.array(id).max(60),
        highestTiers: z
          .array(z.strictObject({ dataClass: id, tier }))
          .max(60)
          .optional()
          .meta({ description: 'Data classes that it may see only in solutions up to a tier; the others in every tier.' }),
        redact: z.array(id).max(60).optional().meta({ description: 'Data classes that are blacked out before they reach the tool.' }),
      }),
    )
    .min(1)
    .max(200),
})

const pack = id.optional().meta({ description: 'The sector pack it belongs to; it is off while the pack is.' })
export const tiersDocument = z.strictObject({
  tiers: z.array(z.strictObject({ tier, name: text, summary: text, approvals: z.array(id).max(6) })).length(4),
  rules: z
    .array(z.strictObject({ ...ruleBody, tier, pack }))
    .min(1)
    .max(200),
})
const reportedAs = id.optional().meta({ description: 'The id under which it is reported, where several rules say one thing.' })
export const prohibitedDocument = z.strictObject({
  prohibited: z.array(z.strictObject({ ...ruleBody, reportedAs, route: text })).max(60),
})
export const guardrailsDocument = z.strictObject({
  guardrails: z
    .array(
      z.strictObject({
        ...ruleBody,
        reportedAs,
        remedy: text.meta({ description: 'How to mend it. {suitableTools} names approved tools that may see the data.' }),
        waivable: z.boolean(),
      }),
    )
    .max(60),
})
export const obligationsDocument = z.strictObject({
  obligations: z.array(z.strictObject({ ...ruleBody })).max(60),
})
const verdictText = z.strictObject({ title: text, text, contact: id })
export const contactsDocument = z.strictObject({
  contacts: z
    .array(z.strictObject({ id, name: text, for: text, reach: words }))
    .min(1)
    .max(60),
  verdicts: z.strictObject({
    refused: verdictText,
    referred: verdictText,
    blocked: verdictText,
    clarify: verdictText,
    review: verdictText,
    'approved-by-default': verdictText,
  }),
})

const factsAsWritten = z.record(z.string(), z.unknown())
export const VERDICTS = ['refused', 'referred', 'blocked', 'clarify', 'review', 'approved-by-default'] as const
export type Verdict = (typeof VERDICTS)[number]
export const examplesDocument = z.strictObject({
  usual: factsAsWritten.meta({ description: 'The facts of a harmless solution; each example says only what differs.' }),
  examples: z
    .array(
      z.strictObject({
        id,
        title: text,
        about: z.array(id).min(1).max(10).meta({ description: 'The rules it shows, on the side that fires or on the side that does not.' }),
        pack,
        on: date.optional(),
        facts: factsAsWritten,
        expect: z.strictObject({
          tier,
          range: z.tuple([tier, tier]).optional(),
          verdict: z.enum(VERDICTS),
          fires: z.array(id).meta({ description: 'Every tier rule, prohibition and guardrail that fires, and no other.' }),
          obligations: z.array(id).optional(),
          approvals: z.array(id).optional(),
        }),
      }),
    )
    .min(1)
    .max(1_000),
})
