import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'

/** What the charter made of the declared facts: enough to tell later why the entry stood where it stood. */
const decided = {
  charter: z.string(),
  /** So that a version label used twice by mistake leaves no doubt. */
  charterDigest: z.string(),
  tier: z.int(),
  verdict: z.string(),
  rules: z.array(z.string()),
  state: z.string(),
  owner: z.string(),
  unit: z.string().nullable(),
}

const declaring = { ...decided, declaration: z.string().nullable(), cost: z.string(), changed: z.array(z.string()) }
const words = ['name', 'purpose', 'platform', 'platformIds', 'environment', 'benefit', 'answers', 'note'] as const

/** An idea entered the registry. What its maker wrote is committed to, and stays erasable. */
const registeredWithFacts = defineEntry({
  type: 'solution-registered',
  version: 1,
  data: z.strictObject(decided),
  personal: ['name', 'purpose', 'facts'],
})
export const solutionRegistered = defineEntry({
  type: 'solution-registered',
  version: 2,
  data: z.strictObject({ ...decided, declaration: z.string() }),
  personal: [...words],
})

/** Its wording or its declared facts changed, and the charter decided anew. */
const editedWithFacts = defineEntry({
  type: 'solution-edited',
  version: 1,
  data: z.strictObject(decided),
  personal: ['name', 'purpose', 'facts'],
})
export const solutionEdited = defineEntry({
  type: 'solution-edited',
  version: 2,
  data: z.strictObject(declaring),
  personal: [...words],
})

const step = {
  from: z.string(),
  to: z.string(),
  declaration: z.string().nullable(),
  tier: z.int(),
  expires: z.string().nullable(),
}
const moved = <const P extends string = never>(type: string, personal: readonly P[] = []) =>
  defineEntry({ type, version: 1, data: z.strictObject(step), personal })

export const solutionSubmitted = moved('solution-submitted', ['note'])
export const submissionWithdrawn = moved('submission-withdrawn')
export const reviewBegun = moved('solution-review-begun')
export const solutionReturned = moved('solution-returned')
export const solutionRejected = moved('solution-rejected')
export const solutionApproved = moved('solution-approved')
export const solutionDecidedAnew = moved('solution-decided-anew')
export const solutionWentLive = moved('solution-went-live')
export const appealDecided = moved('appeal-decided')
export const solutionRecommended = moved('solution-recommended')

/** A new declaration, with the digest of everything that an approval of it covers. */
export const declarationMade = defineEntry({
  type: 'declaration-made',
  version: 1,
  data: z.strictObject({
    solution: z.string(),
    number: z.int(),
    charter: z.string(),
    charterDigest: z.string(),
    tier: z.int(),
    verdict: z.string(),
    state: z.string(),
    material: z.string(),
  }),
  personal: ['facts'],
})

/** A declaration went on in its life. */
export const declarationMoved = defineEntry({
  type: 'declaration-moved',
  version: 1,
  data: z.strictObject({
    solution: z.string(),
    number: z.int(),
    state: z.string(),
    tier: z.int(),
    verdict: z.string(),
    material: z.string(),
    review: z.string().nullable(),
  }),
  personal: [],
})

/** A reviewer settled a fact, or a later ruling took its place. */
export const factRuled = defineEntry({
  type: 'fact-ruled',
  version: 1,
  data: z.strictObject({ solution: z.string(), fact: z.string(), review: z.string(), by: z.string(), ended: z.boolean() }),
  personal: ['value', 'reason'],
})

/** An idea went to the central team. */
export const ideaReferred = defineEntry({
  type: 'idea-referred',
  version: 1,
  data: z.strictObject({ solution: z.string(), declaration: z.string(), due: z.string() }),
  personal: [],
})

/** All of them, the earlier versions included: entries of those stand in ledgers. */
export const registryEntries = [
  registeredWithFacts,
  solutionRegistered,
  editedWithFacts,
  solutionEdited,
  solutionSubmitted,
  submissionWithdrawn,
  reviewBegun,
  solutionReturned,
  solutionRejected,
  solutionApproved,
  solutionDecidedAnew,
  solutionWentLive,
  appealDecided,
  solutionRecommended,
  declarationMade,
  declarationMoved,
  factRuled,
  ideaReferred,
] as const
