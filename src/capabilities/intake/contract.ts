import { z } from 'zod'

/** The languages in which the charter speaks. */
export const language = () => z.enum(['en', 'de']).default('en')

export const tier = () => z.int().min(1).max(4)

/** What a maker says of an idea: fact id to answer. The charter in force knows which facts there are and checks them. */
export const factsInput = () =>
  z
    .record(z.string().max(60), z.unknown())
    .describe('Fact id to answer, as the charter (/api/charter) lists them; a fact left out is an open question.')

export const decisionView = z
  .object({
    charter: z.string().describe('The version of the charter that decided.'),
    tier: tier().describe('The highest tier that is still possible.'),
    range: z.tuple([tier(), tier()]).describe('Lowest and highest tier still possible.'),
    verdict: z.enum(['refused', 'referred', 'blocked', 'clarify', 'review', 'approved-by-default']),
    reasons: z.array(z.object({ rule: z.string(), tier: tier(), because: z.string(), facts: z.array(z.string()) })),
    prohibited: z.array(z.object({ rule: z.string(), because: z.string() })),
    guardrails: z.array(z.object({ rule: z.string(), because: z.string(), remedy: z.string() })),
    approvals: z.array(z.string()).describe('Whose sign-off it takes.'),
    obligations: z.array(z.object({ id: z.string(), because: z.string() })),
    openQuestions: z.array(z.string()).describe('Facts whose answers can still change something, most decisive first.'),
    next: z.string().nullish().describe('The question to ask next.'),
    toLower: z.array(z.object({ change: z.record(z.string(), z.unknown()), tier: tier(), because: z.string() })),
  })
  .meta({ id: 'Decision' })

export const checkView = decisionView
  .extend({
    stopped: z.array(z.string()).describe('Ids of the tools among those named that are stopped for now: nothing that uses them may run.'),
  })
  .meta({ id: 'Check' })

const contact = z.object({ id: z.string(), name: z.string(), for: z.string(), reach: z.string() })
const answer = z.union([z.string(), z.boolean(), z.array(z.string())])

/** What a page or program needs of the charter in force to ask its questions and explain its answers, in one language. */
export const charterView = z
  .object({
    version: z.string(),
    digest: z.string(),
    toolsDigest: z.string().describe('Which tool list it decides by.'),
    adopted: z
      .object({ by: z.string().nullable(), proposedBy: z.string().nullable(), at: z.string() })
      .nullable()
      .describe(
        'Who adopted it, and when (names only for people who are signed in); null where the shipped charter is in force and two people have yet to adopt one.',
      ),
    title: z.string(),
    questions: z.array(
      z.object({
        id: z.string(),
        type: z.enum(['one', 'many', 'yesNo', 'object']),
        title: z.string(),
        help: z.string(),
        why: z.string(),
        example: z.string(),
        page: z.string(),
        derived: z.boolean().describe('Asked about an idea only: of what is registered, the registry knows it by itself.'),
        rare: z
          .object({ line: z.string(), otherwise: answer })
          .nullable()
          .describe('Asked as one line among several; where it is not ticked, the answer is `otherwise`.'),
        values: z.array(z.object({ id: z.string(), text: z.string(), help: z.string().nullable(), question: z.string().nullable() })),
        parts: z.array(z.object({ id: z.string(), type: z.enum(['yesNo', 'text']), title: z.string() })),
        none: z.string().nullable().describe('The value that stands alone.'),
        open: z.boolean().describe('Whether other:<name> may be answered.'),
      }),
    ),
    pages: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        help: z.string().nullable(),
        none: z.string().nullable(),
        unsure: z.string().nullable(),
        questions: z.array(z.string()),
      }),
    ),
    tiers: z.array(z.object({ tier: tier(), name: z.string(), summary: z.string(), approvals: z.array(z.string()) })),
    verdicts: z.record(z.string(), z.object({ title: z.string(), text: z.string(), contact: z.string() })),
    contacts: z.array(contact),
    kinds: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          asks: z
            .array(z.object({ id: z.string().describe('What an answer names, whatever the language.'), text: z.string() }))
            .describe('What is asked besides when one of this kind is registered.'),
        }),
      )
      .describe('The kinds of build that the program knows.'),
  })
  .meta({ id: 'Charter' })

const ruleLine = z.object({
  id: z.string(),
  title: z.string(),
  because: z.string().nullable().describe('Its plain sentence, where that says something without an answer in it.'),
  from: z.iso.date().nullable().describe('The day on which it begins, where that is still to come.'),
})
const duty = z.object({ id: z.string(), title: z.string(), because: z.string() })

/** The charter in force as a document to read: what each tier is, what leads there, and what holds in all of them. */
export const tierGuideView = z
  .object({
    version: z.string(),
    digest: z.string(),
    title: z.string(),
    purpose: z.string(),
    adoptedAt: z.string().nullable().describe('When two people adopted it; null for the shipped charter that nobody has signed yet.'),
    day: z.iso.date().describe('The day on which this holds, where the charter’s rules begin and end.'),
    tiers: z.array(
      z.object({
        tier: tier(),
        name: z.string(),
        summary: z.string(),
        lane: z.string(),
        promise: z.string().describe('By when, as the charter promises it.'),
        businessDays: z.int(),
        signOffs: z.array(z.object({ role: z.string(), name: z.string(), businessDays: z.int() })),
        coordinator: z.string().nullable().describe('Who brings the sign-offs together.'),
        contact: z.string().describe('Whom to ask about solutions of this tier.'),
        raisedBy: z
          .array(z.object({ title: z.string(), rules: z.array(ruleLine) }))
          .describe('The rules that lead to this tier, under the questions that they look at.'),
        comesWith: z.array(duty),
        mayComeWith: z.array(duty).describe('What some solutions of this tier take on and others do not.'),
        examples: z.array(z.object({ id: z.string(), title: z.string() })),
      }),
    ),
    prohibited: z.array(ruleLine.extend({ route: z.string().describe('The way on.') })),
    guardrails: z.array(ruleLine.extend({ remedy: z.string() })),
    standards: z.object({
      version: z.string(),
      intro: z.string(),
      standards: z.array(z.object({ id: z.string(), text: z.string() })),
      lookedAtWhen: z.array(z.object({ id: z.string(), text: z.string() })),
    }),
    dataClasses: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        help: z.string(),
        examples: z.string(),
        protected: z.boolean().describe('Whether it raises the tier by itself.'),
        tools: z.array(z.string()).describe('The tools that may see it.'),
      }),
    ),
    contacts: z.array(contact),
  })
  .meta({ id: 'TierGuide' })
