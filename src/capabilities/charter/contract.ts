import { z } from 'zod'
import { LANGUAGES, VERDICTS } from '#src/engines/charter/index.ts'

/** All documents of a charter together, in characters: several times what the shipped one has. */
const MOST_CHARACTERS = 1_000_000

export const language = () => z.enum(LANGUAGES).default('en').describe('The language of sentences, en or de.')

export const charterDigest = () =>
  z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'Copy the digest as the list of versions shows it: 64 digits and letters.')
    .describe('The digest of the charter, as the list of versions shows it.')

const documentText = z
  .string()
  .refine(
    written => written.isWellFormed() && !written.includes('\0'),
    'This text is damaged: it holds half of a character or a NUL. Save the file as UTF-8 and send it again.',
  )

export const documents = () =>
  z
    .record(z.string().max(60), documentText)
    .refine(all => Object.keys(all).length <= 40, 'Send the documents of one charter: at most 40.')
    .refine(
      all => Object.values(all).reduce((sum, { length }) => sum + length, 0) <= MOST_CHARACTERS,
      `Keep all documents together under ${MOST_CHARACTERS} characters.`,
    )
    .describe('File name to text, for example "tiers.yaml", of every document; left out, the charter that this release ships.')

/** Who took a step of a version's life, and when. */
export const stepView = z.object({ by: z.object({ id: z.string(), name: z.string() }), at: z.string() }).meta({ id: 'CharterStep' })

const ownStates = ['proposed', 'in-force', 'superseded', 'withdrawn'] as const
export const versionState = z
  .enum(['shipped', ...ownStates])
  .describe('`shipped`: a charter that comes with this release, or came with an earlier one, and that nobody here proposed.')

export const versionSummary = z
  .object({
    id: z.string(),
    version: z.int().describe('Counts the steps of its life; what it says never changes.'),
    label: z.string().describe('The version as the charter names itself, and as decisions name it.'),
    digest: z.string(),
    state: z.enum(ownStates),
    basedOn: z.string().describe('The digest of the shipped charter that it was made from.'),
    note: z.string(),
    proposed: stepView,
    adopted: stepView.nullable(),
    endedAt: z.string().nullable(),
  })
  .meta({ id: 'CharterVersion' })

const changed = <T extends z.ZodType>(value: T) => z.object({ before: value, after: value })
const rules = z.array(z.string()).readonly()

const tier = z.int().min(1).max(4)
export const effectView = z
  .object({
    key: z.string(),
    name: z.string(),
    tier: changed(tier),
    lane: changed(z.string()),
    verdict: changed(z.enum(VERDICTS)),
    approvals: changed(rules),
    newlyProhibited: rules,
    noLongerProhibited: rules,
    newlyBlocked: rules,
    noLongerBlocked: rules,
    obligations: z.object({ added: rules, removed: rules }),
  })
  .meta({ id: 'CharterEffect' })

export const impactView = z
  .object({
    totals: z
      .object({
        compared: z.int(),
        changed: z.int(),
        higherTier: z.int(),
        lowerTier: z.int(),
        newlyProhibited: z.int(),
        newlyBlocked: z.int(),
        unreadable: z.int(),
        reachedByComingRules: z.int(),
      })
      .nullable()
      .describe('Over the whole registry; on further pages null.'),
    effects: z.array(effectView).describe('Solutions for which something changes, by key.'),
    unreadable: z
      .array(z.object({ key: z.string(), name: z.string(), charter: z.string(), reasons: z.array(z.string()) }))
      .describe('Solutions whose answers one of the charters doesn’t know.'),
    coming: z
      .array(effectView.extend({ on: z.string() }))
      .describe('What rules that begin or end within 60 days will change under the proposed charter, with the instant.'),
    next: z.string().nullable().describe('Pass it as `after` for more; null where there is no more.'),
  })
  .meta({ id: 'CharterImpact' })

/** Which part of an impact is asked for. */
export const impactPage = () => ({
  after: z.string().max(40).optional().describe('Go on behind this solution, as the last page said in next.'),
  limit: z.coerce.number().int().min(1).max(1_000).default(200).describe('How many solutions are named at most; all are counted.'),
})

/** A rule that begins or ends soon. */
export const comingRule = z
  .object({
    rule: z.string(),
    title: z.string(),
    does: z.enum(['begin', 'end']),
    on: z.string().describe('The first day, or the first day without it.'),
  })
  .meta({ id: 'ComingRule' })

/** An entry of a document that is new, gone or otherwise, with each value that differs. */
export const changedPart = z
  .object({
    document: z.string(),
    id: z.string().nullable().describe('Null for what the document says beside its entries.'),
    title: z.string().nullable().describe('What the entry calls itself.'),
    does: z.enum(['added', 'removed', 'changed']),
    fields: z.array(
      z.object({
        name: z.array(z.string()).readonly(),
        before: z.string().nullable().describe('In words; null where it was not there.'),
        after: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'ChangedPart' })

export const charterChange = z
  .object({
    label: z.string(),
    digest: z.string(),
    replaces: z.object({ label: z.string(), digest: z.string() }).describe('The charter that it would take the place of.'),
    changes: z
      .array(z.object({ path: z.array(z.string()).readonly(), text: z.string() }))
      .describe('What differs from the charter in force.'),
    parts: z.array(changedPart).readonly().describe('The same, entry by entry.'),
    comingRules: z.array(comingRule).describe('Rules of the proposed charter that begin or end within 60 days.'),
  })
  .meta({ id: 'CharterChange' })
