import { z } from 'zod'
import { text } from '#src/kernel/text.ts'
import { personRef } from '../registry/index.ts'
import { verdicts } from './content-review.ts'

/** What a hundred kilobytes of UTF-8 can say: a long letter. */
export const MOST_BYTES = 100_000

export const kinds = ['mail', 'message', 'document', 'other'] as const
/** Of what sort whoever gets it is; who they are is nobody's business here. */
export const recipients = ['customer', 'supplier', 'authority', 'public', 'other'] as const

/**
 * Text exactly as it was sent: nothing is trimmed, because the digest is of these very bytes. What a reviewer could not see is
 * refused: they approve what they read.
 */
export const content = () =>
  z
    .string()
    .min(1, 'Send the text that is to be looked at.')
    .refine(value => value.isWellFormed(), 'This text is damaged: it contains half of a character. Type it again.')
    .refine(value => !/(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.test(value), 'Remove invisible control characters.')
    .refine(value => Buffer.byteLength(value) <= MOST_BYTES, `Send at most ${MOST_BYTES} bytes of text.`)

export const reason = () => text(2_000, { lines: true })

export const deadlineMinutes = () =>
  z.int('Write a whole number of minutes.').min(5, 'Give people at least 5 minutes.').max(4_800, 'At most 4800 minutes of working time.')

/** A line of the list: everything but the text. */
export const contentLine = z
  .object({
    id: z.string(),
    version: z.int(),
    solution: z.object({ key: z.string(), name: z.string() }),
    kind: z.enum(kinds),
    recipient: z.enum(recipients),
    characters: z.int(),
    test: z.boolean().describe('Tried in the sandbox: it says nothing about what the solution does when it runs.'),
    verdict: z.enum(verdicts),
    send: z
      .boolean()
      .describe('Whether it may be sent. True for nothing but an approval whose text is here, of a solution that is at work.'),
    submitted: z.object({ by: personRef, at: z.string() }),
    dueAt: z.string(),
    minutesLeft: z.int().nullable().describe('Working time that is left, in minutes; null where nobody is waited for.'),
    minutesGiven: z.int(),
    decided: z.object({ by: personRef, at: z.string(), attended: z.boolean() }).nullable(),
    edited: z.boolean(),
  })
  .meta({ id: 'ContentLine' })

export const contentReviewView = contentLine
  .extend({
    content: z.string().nullable().describe('As it was submitted; null once it was deleted.'),
    approved: z.string().nullable().describe('What may be sent, as it was or as the reviewer edited it; null where nothing may.'),
    reason: z.string().nullable().describe('Why it was rejected.'),
    digest: z.string().describe('SHA-256 of the submitted bytes, in hex.'),
    approvedDigest: z.string().nullable(),
    added: z.int().nullable().describe('Characters that the reviewer added.'),
    removed: z.int().nullable(),
    deletedAt: z.string().nullable(),
    callback: z
      .enum(['waiting', 'delivered', 'given-up'])
      .nullable()
      .describe('What became of telling its flow; null where it asks by itself.'),
    you: z.object({ openedAt: z.string().nullable(), may: z.array(z.enum(['decide', 'withdraw'])) }),
  })
  .meta({ id: 'ContentReview' })

export const contentStepView = z
  .object({
    version: z.int().describe('0 where nobody was named yet.'),
    reviewers: z.array(personRef.extend({ active: z.boolean() })),
    deadlineMinutes: z.int().nullable(),
    keepDays: z.int().nullable(),
    callbacks: z.boolean().describe('Whether there is a secret that signs what flows are told.'),
    givenUp: z.int().describe('Verdicts that a flow could not be told of.'),
    proven: z.boolean().describe('Whether it was seen at work within these days.'),
    enough: z.int().describe('How many approvals that somebody read prove it.'),
    figures: z.object({
      days: z.int(),
      submitted: z.int(),
      waiting: z.int(),
      approved: z.int(),
      read: z.int().describe('Approvals by somebody who had signed in and had time to read.'),
      byMachine: z.int(),
      tooQuick: z.int(),
      edited: z.int(),
      rejected: z.int(),
      expired: z.int(),
      medianMinutes: z.number().nullable().describe('From being submitted to a person’s verdict; null where nothing was measured yet.'),
    }),
    you: z.object({ names: z.boolean().describe('Whether you name the reviewers.') }),
  })
  .meta({ id: 'ContentStep' })

/** A verdict of which a flow could not be told. */
export const contentCallbackView = z
  .object({
    id: z.string().describe('The content’s.'),
    kind: z.enum(kinds),
    recipient: z.enum(recipients),
    verdict: z.enum(verdicts),
    since: z.string().describe('When there was a verdict, or the time for one was over.'),
    tries: z.int(),
    trouble: z.string().nullable().describe('Why the last attempt failed, as a code.'),
  })
  .meta({ id: 'ContentCallback' })
