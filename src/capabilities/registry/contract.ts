import { z } from 'zod'
import { text } from '#src/kernel/text.ts'
import { decisionView } from '../intake/index.ts'
import { acts } from './acts.ts'
import { inspectionView } from './inspection-contract.ts'

export const solutionName = () => text(120).describe('What people call it.')
export const solutionPurpose = () => text(2_000, { lines: true }).describe('What it does for whom, in a sentence or two.')
/** The key that people use: SOL-0042. */
export const solutionKey = () =>
  z
    .string()
    .regex(/^SOL-\d{4,15}$/, 'Use the key as the registry shows it, for example SOL-0042.')
    .describe('The solution’s key, for example SOL-0042.')

export const benefit = () =>
  z.strictObject({
    kind: z.enum(['time', 'errors', 'money', 'quality']),
    perMonth: z.number().min(0).max(1e9).describe('How much it should bring each month, in its unit.'),
    unit: text(60).describe('Hours, errors, euros, points.'),
    baseline: z.number().min(0).max(1e9).nullable().describe('How it was before; null where nobody measured it yet.'),
    how: text(500, { lines: true }).describe('How that was found out, or will be.'),
  })

/** What may be said of a solution besides its name, its purpose and its facts; whoever leaves a field out says nothing about it. */
export const wordsInput = {
  platform: text(120).nullable().optional().describe('Where it runs, such as the name of a building kit.'),
  platformIds: z.array(text(200)).max(20).optional().describe('What the platform calls it, so that what is found there is recognised.'),
  environment: z.enum(['personal', 'shared', 'production']).nullable().optional(),
  benefit: benefit().nullable().optional().describe('What it should bring, and compared with what.'),
  answers: z
    .record(z.string().max(300), text(2_000, { lines: true }))
    .optional()
    .describe('Answers to what the profile of its kind asks, by the question.'),
}

type Words = z.output<z.ZodObject<typeof wordsInput>>

/** These fields out of an input that holds more. */
export const wordsIn = ({ platform, platformIds, environment, benefit, answers }: Words): Words => ({
  platform,
  platformIds,
  environment,
  benefit,
  answers,
})

export const note = (why: string) => text(2_000, { lines: true }).nullable().default(null).describe(why)

export const personRef = z.object({ id: z.string(), name: z.string() })
export const blockerView = z.object({ field: z.string().optional(), reason: z.string(), remedy: z.string() })

export const solutionSummary = z
  .object({
    key: z.string(),
    version: z.int(),
    name: z.string(),
    state: z.string(),
    tier: z.int(),
    verdict: z.string(),
    kind: z.string().nullable().describe('The kind of build, as declared.'),
    owner: personRef,
    expiresAt: z.string().nullable().describe('Until when its entry holds.'),
    changing: z.boolean().describe('Whether a newer declaration is under way beside the approved one.'),
    changedAt: z.string(),
  })
  .meta({ id: 'SolutionSummary' })

/** What was read for a declaration, with who had it read. */
export const inspectionOfDeclaration = inspectionView.extend({ by: personRef, at: z.string() }).meta({ id: 'DeclaredInspection' })

const declarationView = z
  .object({
    number: z.int(),
    state: z.string(),
    facts: z.record(z.string(), z.unknown()),
    inspection: inspectionOfDeclaration.nullable().describe('What was read from its artifact; null where no file was.'),
    tier: z.int(),
    verdict: z.string(),
    charter: z.string(),
    digest: z.string().describe('Digest of everything that an approval of it covers.'),
    declaredBy: personRef,
    declaredAt: z.string(),
    submittedAt: z.string().nullable(),
    approvedAt: z.string().nullable(),
    approvedHow: z.enum(['default', 'review']).nullable(),
    appealedAt: z.string().nullable(),
  })
  .meta({ id: 'Declaration' })

export const solutionView = solutionSummary
  .extend({
    id: z.string(),
    purpose: z.string(),
    facts: z.record(z.string(), z.unknown()).describe('What its maker declared; of the version that was approved, if one was.'),
    charter: z.string().describe('The version of the charter that decided tier and verdict.'),
    charterDigest: z.string().describe('The digest of that charter.'),
    maker: personRef,
    backupOwner: personRef.nullable(),
    coMakers: z.array(personRef),
    unit: z.string().nullable().describe('The id of its unit.'),
    platform: z.string().nullable(),
    platformIds: z.array(z.string()),
    environment: z.string().nullable(),
    benefit: benefit().nullable(),
    answers: z.record(z.string(), z.string()),
    approved: declarationView.nullable().describe('The declaration that it runs or may run under.'),
    draft: declarationView.nullable().describe('The newest declaration that is not approved.'),
    rulings: z.array(z.object({ fact: z.string(), value: z.unknown(), reason: z.string(), by: personRef, at: z.string() })),
    review: z.object({ key: z.string(), purpose: z.string(), state: z.string(), dueAt: z.string() }).nullable(),
    turnedDown: z
      .object({ review: z.string(), decision: z.enum(['returned', 'rejected']), reason: z.string(), by: personRef, at: z.string() })
      .nullable()
      .describe('Why a review sent its newest version back or said no; null where none did.'),
    conditions: z.array(
      z.object({
        id: z.string(),
        version: z.int(),
        text: z.string(),
        needed: z.enum(['before', 'after']),
        dueOn: z.string().nullable(),
        state: z.string(),
        review: z.string().describe('The key of the review that set it.'),
      }),
    ),
    offers: z
      .array(
        z.object({
          id: z.string(),
          version: z.int(),
          role: z.enum(['owner', 'backup-owner']),
          to: personRef,
          by: personRef,
          at: z.string(),
          you: z.object({ mayAnswer: z.boolean(), mayWithdraw: z.boolean() }),
        }),
      )
      .describe('Who was asked to answer for it and has not said yet.'),
    standing: z
      .object({
        expiresInDays: z.int().nullable(),
        expired: z.boolean(),
        ownerGoneSince: z.string().nullable(),
        conditionsOpen: z.int(),
        conditionsLate: z.int(),
        handoverOpen: z.boolean(),
      })
      .describe('What is wrong with it or soon will be, as of now.'),
    sandboxUntil: z.string().nullable(),
    recertifiedAt: z.string().nullable(),
    stopped: z
      .object({
        by: personRef,
        at: z.string(),
        because: z.string(),
        rule: z.string().nullable().describe('The rule of findings by which the program did it by itself; null where a person did.'),
        stop: z.string().nullable().describe('The key of the stop that suspended it together with others.'),
      })
      .nullable(),
    stops: z
      .array(z.object({ key: z.string(), kind: z.string(), because: z.string(), startedAt: z.string() }))
      .describe('The stops that cover it now: nothing that they cover may run.'),
    incidents: z
      .array(z.object({ key: z.string(), severity: z.string(), state: z.string(), noticedAt: z.string() }))
      .describe('Incidents that reach it, newest first; more is shown to those who read incidents.'),
    retired: z.object({ by: personRef, at: z.string(), because: z.string(), undoUntil: z.string() }).nullable(),
    reusable: z.boolean(),
    steps: z.array(z.string()).describe('What can happen to it in this state, whoever may do it.'),
    ahead: z.enum(['submit', 'go-live']).nullable().describe('Where it goes next on its way into use; null where it waits or runs.'),
    standsInTheWay: z.array(blockerView).describe('What keeps it from what is ahead.'),
    decision: decisionView
      .nullable()
      .describe(
        'What the charter in force says to what was declared: of its newest version where that is to be submitted. Null where it no longer reads those answers.',
      ),
    findings: z
      .array(
        z.object({
          id: z.string(),
          rule: z.string(),
          says: z.string(),
          severity: z.enum(['high', 'medium', 'low']),
          values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
          state: z.enum(['open', 'snoozed', 'cleared']),
          dueAt: z.string(),
          late: z.boolean(),
          snoozed: z.object({ until: z.string(), reason: z.string() }).nullable(),
        }),
      )
      .describe('What is not as the charter wants it and not cleared; the gravest at the top.'),
    reviewsContent: z.boolean().describe('Whether people are named who look at what it writes before it leaves the company.'),
    waivers: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          standing: z.enum(['requested', 'running', 'expired', 'declined', 'ended']),
          endsOn: z.string(),
          reason: z.string(),
        }),
      )
      .describe('Duties that are or were put off, newest first.'),
    you: z.object({
      may: z.array(z.enum(acts)).describe('What the asking person may do with it now.'),
      next: z.enum(acts).nullable().describe('The one thing of it that is asked of them next.'),
    }),
    createdAt: z.string(),
    history: z
      .array(
        z.object({
          entry: z.int().describe('The ledger entry’s number.'),
          type: z.string(),
          at: z.string(),
          actor: personRef.nullable().describe('Null where the program itself did it.'),
          leafIndex: z.int().nullable().describe('Its place in the tree; null for the second until it is sealed.'),
        }),
      )
      .describe('Newest first; the last hundred.'),
    sealedUpTo: z.int().describe('How many entries the ledger’s newest signed checkpoint holds.'),
  })
  .meta({ id: 'Solution' })
