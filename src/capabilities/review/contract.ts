import { z } from 'zod'
import { text } from '#src/kernel/text.ts'

export const language = () => z.enum(['en', 'de']).default('en')

export const reviewKey = () =>
  z
    .string()
    .regex(/^REV-\d{4,15}$/, 'Use the key as the queue shows it, for example REV-0042.')
    .describe('The review’s key, for example REV-0042.')

export const signOffRole = () => z.string().max(60).describe('The role of the sign-off, as the lane names it.')
export const reviewDigest = () => z.string().max(100).describe('The digest of the content that was looked at, as the review shows it.')
export const reason = (why: string) => text(2_000, { lines: true }).describe(why)

const personRef = z.object({ id: z.string(), name: z.string() })

export const purposes = ['full', 'short', 'clarify', 'appeal', 'second-look', 'tool'] as const
export const reviewStates = ['waiting', 'in-review', 'with-maker', 'decided', 'dropped'] as const
export const outcomes = ['approved', 'approved-with-conditions', 'returned', 'rejected'] as const

export const standings = ['going', 'due-today', 'late', 'paused', 'ended'] as const

const clock = z.object({
  ours: z.number().describe('Business minutes in the reviewers’ hands.'),
  makers: z.number().describe('Business minutes as whoever submitted it feels them.'),
  left: z.number().describe('Business minutes that are left of the promise; below zero once it is broken.'),
  promised: z.number(),
  dayMinutes: z.number().describe('How many minutes a business day has.'),
  pausedFor: personRef.nullable().describe('Whom it waits for while the clock stands still.'),
  pausedSince: z.string().nullable(),
  standing: z.enum(standings).describe('How it stands with its promise now; today is the calendar’s.'),
  calendar: z.string().describe('The name of the calendar that counts.'),
})

export const signOffView = z.object({
  role: z.string(),
  roleName: z.string(),
  state: z.enum(['open', 'approved', 'returned', 'rejected', 'fallen']),
  assignee: personRef.nullable(),
  startedAt: z.string().nullable(),
  decided: z
    .object({
      by: personRef,
      at: z.string(),
      reason: z.string().nullable(),
      answers: z.record(z.string(), z.enum(['yes', 'no', 'not-applicable'])),
    })
    .nullable(),
})

export const reviewSummary = z
  .object({
    key: z.string(),
    version: z.int(),
    kind: z.string(),
    subject: z.object({ id: z.string(), key: z.string(), name: z.string() }),
    purpose: z.enum(purposes),
    tier: z.int().nullable(),
    state: z.enum(reviewStates),
    submittedBy: personRef,
    submittedAt: z.string(),
    dueAt: z.string(),
    clock,
    signOffs: z.array(signOffView),
    outcome: z.enum(outcomes).nullable(),
    endedAt: z.string().nullable(),
    endedBecause: z.string().nullable(),
  })
  .meta({ id: 'ReviewSummary' })

export const conditionView = z
  .object({
    id: z.string(),
    version: z.int(),
    review: z.string(),
    role: z.string(),
    text: z.string(),
    needed: z.enum(['before', 'after']).describe('Before it goes live, or by a day after.'),
    dueOn: z.string().nullable(),
    state: z.enum(['open', 'met', 'accepted', 'fallen']),
    setBy: personRef,
    met: z.object({ by: personRef, at: z.string(), note: z.string() }).nullable(),
    accepted: z.object({ by: personRef, at: z.string() }).nullable(),
  })
  .meta({ id: 'Condition' })

export const changeView = z.object({
  from: z.string(),
  to: z.string(),
  back: z.string(),
  affected: z.string(),
  link: z.string().nullable(),
})

export const reviewPage = reviewSummary
  .extend({
    matter: z.string(),
    digest: z.string().describe('What a sign-off must name: it counts for exactly this content.'),
    current: z.boolean().describe('Whether the content is still what this review looks at.'),
    note: z.string().nullable(),
    promise: z.object({
      by: z.string().describe('What was promised at submission.'),
      usual: z.string().describe('What the charter allows at most.'),
      expected: z.string().describe('When the queue made it probable.'),
      because: z.enum(['usual', 'queue', 'nobody']),
      ahead: z.int(),
      people: z.int(),
    }),
    checklists: z.array(
      z.object({
        role: z.string(),
        title: z.string(),
        items: z.array(z.object({ id: z.string(), text: z.string() })),
      }),
    ),
    questions: z.array(
      z.object({
        id: z.string(),
        version: z.int(),
        text: z.string(),
        facts: z.array(z.string()),
        askedBy: personRef,
        askedAt: z.string(),
        answer: z.object({ text: z.string(), by: personRef, at: z.string() }).nullable(),
      }),
    ),
    conditions: z.array(
      conditionView.extend({
        you: z.object({
          mayMeet: z.boolean().describe('Whether the asking person may say that it is met.'),
          mayJudge: z.boolean().describe('Whether they may say that it is met indeed.'),
        }),
      }),
    ),
    change: changeView.nullable(),
    standsInTheWay: z
      .array(
        z.object({
          field: z.string().optional().describe('A fact that it is about: facts.audience.'),
          reason: z.string(),
          remedy: z.string(),
        }),
      )
      .describe('Why nobody can approve it as it stands.'),
    you: z.object({
      maySign: z.array(z.string()).describe('Roles whose sign-off the asking person may give now.'),
      cannotSign: z.array(z.object({ reason: z.string(), remedy: z.string() })),
      mayAnswer: z.boolean(),
      mayAssign: z.boolean(),
      mayPlanChange: z.boolean(),
    }),
  })
  .meta({ id: 'Review' })
