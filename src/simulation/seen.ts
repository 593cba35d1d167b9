import { z } from 'zod'

/* What people see through the API, as far as they go by it. */

const person = z.object({ id: z.string(), name: z.string() })
const facts = z.record(z.string(), z.unknown())

export const mySolutions = z.object({
  solutions: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      state: z.string(),
      tier: z.int(),
      owner: person,
      next: z.string().nullable(),
      expired: z.boolean(),
      expiresInDays: z.int().nullable(),
      conditionsOpen: z.int(),
      review: z.object({ key: z.string() }).nullable(),
    }),
  ),
})
export type MySolution = z.output<typeof mySolutions>['solutions'][number]

const declaration = z.object({ state: z.string(), verdict: z.string(), facts, appealedAt: z.string().nullable() })
export const solutionPage = z.object({
  id: z.string(),
  key: z.string(),
  version: z.int(),
  name: z.string(),
  purpose: z.string(),
  facts,
  state: z.string(),
  tier: z.int(),
  unit: z.string().nullable(),
  owner: person,
  backupOwner: person.nullable(),
  platform: z.string().nullable(),
  benefit: z.record(z.string(), z.unknown()).nullable(),
  createdAt: z.string(),
  approved: declaration.nullable(),
  draft: declaration.nullable(),
  conditions: z.array(
    z.object({ id: z.string(), version: z.int(), needed: z.string(), dueOn: z.string().nullable(), state: z.string(), review: z.string() }),
  ),
  offers: z.array(z.object({ role: z.string() })),
  rulings: z.array(z.object({ fact: z.string(), value: z.unknown() })),
  standsInTheWay: z.array(z.object({ reason: z.string(), field: z.string().optional() })),
  standing: z.object({ expired: z.boolean(), ownerGoneSince: z.string().nullable(), handoverOpen: z.boolean() }),
  you: z.object({ may: z.array(z.string()), next: z.string().nullable() }),
})
export type SolutionPage = z.output<typeof solutionPage>

export const reviewList = z.object({
  reviews: z.array(
    z.object({
      key: z.string(),
      kind: z.string(),
      purpose: z.string(),
      state: z.string(),
      subject: z.object({ key: z.string(), name: z.string() }),
      signOffs: z.array(z.object({ role: z.string(), state: z.string(), assignee: person.nullable() })),
    }),
  ),
})
export type ListedReview = z.output<typeof reviewList>['reviews'][number]

export const reviewPage = z.object({
  key: z.string(),
  version: z.int(),
  kind: z.string(),
  purpose: z.string(),
  state: z.string(),
  subject: z.object({ key: z.string(), name: z.string() }),
  matter: z.string(),
  digest: z.string(),
  submittedAt: z.string(),
  signOffs: z.array(z.object({ role: z.string(), state: z.string(), assignee: person.nullable(), startedAt: z.string().nullable() })),
  checklists: z.array(z.object({ role: z.string(), items: z.array(z.object({ id: z.string() })) })),
  questions: z.array(z.object({ id: z.string(), version: z.int(), answer: z.unknown().nullable() })),
  conditions: z.array(z.object({ id: z.string(), version: z.int(), state: z.string(), you: z.object({ mayJudge: z.boolean() }) })),
  change: z.unknown().nullable(),
  you: z.object({ maySign: z.array(z.string()), mayAnswer: z.boolean() }),
})
export type ReviewPage = z.output<typeof reviewPage>

export const offerList = z.object({
  offers: z.array(z.object({ id: z.string(), version: z.int(), role: z.string(), solution: z.object({ key: z.string() }) })),
})
export type Offer = z.output<typeof offerList>['offers'][number]

export const findingList = z.object({
  findings: z.array(
    z.object({
      id: z.string(),
      version: z.int(),
      rule: z.string(),
      severity: z.string(),
      state: z.string(),
      subject: z.object({ kind: z.string(), key: z.string() }),
      assignee: person.nullable(),
    }),
  ),
})
export type Finding = z.output<typeof findingList>['findings'][number]

export const waiverList = z.object({
  waivers: z.array(
    z.object({
      id: z.string(),
      version: z.int(),
      what: z.string(),
      standing: z.string(),
      by: z.string().nullable(),
      solution: z.object({ key: z.string() }),
    }),
  ),
})
export type Waiver = z.output<typeof waiverList>['waivers'][number]

export const proposalList = z.object({
  proposals: z.array(z.object({ id: z.string(), kind: z.string(), proposed: z.object({ by: person, at: z.string() }) })),
})
export const proposalPage = z.object({
  id: z.string(),
  version: z.int(),
  digest: z.string(),
  kind: z.string(),
  proposed: z.object({ by: person, at: z.string() }),
  you: z.object({ cannotAdopt: z.array(z.unknown()), mayDecline: z.boolean() }),
})
export type Proposal = z.output<typeof proposalPage>

export const directory = z.object({
  people: z.array(z.object({ id: z.string(), name: z.string(), unit: person.nullable() })),
  next: z.string().nullable(),
})
export type Colleague = z.output<typeof directory>['people'][number]

export const referralList = z.object({ referrals: z.array(z.object({ key: z.string() })) })
export const solutionList = z.object({
  solutions: z.array(z.object({ key: z.string(), state: z.string(), tier: z.int(), name: z.string(), owner: person })),
  total: z.int(),
})
export const toolPage = z.object({ replacedBy: z.array(z.object({ id: z.string() })), status: z.string() })
export const toolRequestPage = z.object({ id: z.string(), trainsOnOurData: z.string(), name: z.string() })
export const secondLookPage = z.object({ version: z.int(), purpose: z.string() })

export const toolList = z.object({ tools: z.array(z.object({ id: z.string(), version: z.int(), nextReviewOn: z.string().nullable() })) })
export type ToolDue = z.output<typeof toolList>['tools'][number]

/** What the auditor expects once a month. */
export const soundLedger = z.object({ ok: z.literal(true) })

export const recertification = z.object({ standsInTheWay: z.array(z.unknown()) })
