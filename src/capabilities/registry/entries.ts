import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'
import { stepEntry } from './step-data.ts'

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
  personal: ['name', 'purpose', 'words'],
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
  personal: ['name', 'purpose', 'words', 'note'],
})

/** A file was read for it: what it showed is settled, and the file itself is not kept. */
export const artifactInspected = defineEntry({
  type: 'artifact-inspected',
  version: 1,
  data: z.strictObject({ solution: z.string(), format: z.string(), bytes: z.int(), file: z.string(), artifact: z.string() }),
  personal: ['fileName', 'artifactName'],
})

/** What was read of its artifact counts from now on, or, where that is null, no longer does. */
export const solutionInspected = defineEntry({
  type: 'solution-inspected',
  version: 1,
  data: z.strictObject({ ...declaring, inspection: z.string().nullable() }),
  personal: [],
})

export const solutionSubmitted = stepEntry('solution-submitted', ['note'])
export const submissionWithdrawn = stepEntry('submission-withdrawn')
export const reviewBegun = stepEntry('solution-review-begun')
export const solutionReturned = stepEntry('solution-returned')
export const solutionRejected = stepEntry('solution-rejected')
export const solutionApproved = stepEntry('solution-approved')
export const solutionDecidedAnew = stepEntry('solution-decided-anew')
export const solutionWentLive = stepEntry('solution-went-live')
export const appealDecided = stepEntry('appeal-decided')
export const solutionRecommended = stepEntry('solution-recommended')

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

/** Somebody keeps the filters of a list under a name. */
export const viewKept = defineEntry({
  type: 'view-kept',
  version: 1,
  data: z.strictObject({ person: z.string() }),
  personal: ['name'],
})
export const viewDeleted = defineEntry({ type: 'view-deleted', version: 1, data: z.strictObject({ person: z.string() }), personal: [] })

/** All of them, the earlier versions included: entries of those stand in ledgers. */
export const registryEntries = [
  registeredWithFacts,
  solutionRegistered,
  editedWithFacts,
  solutionEdited,
  artifactInspected,
  solutionInspected,
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
  viewKept,
  viewDeleted,
] as const
