import { z } from 'zod'
import { isHuman } from '#src/kernel/actor.ts'
import { answerForms } from '#src/kernel/message.ts'
import type { Language } from '#src/kernel/message.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { Recorded, refuse } from '#src/kernel/refusal.ts'
import { answerLinkCounts, answerLinkRefused, beginAnswering, expectOpen, openAttempt } from '../access/index.ts'
import type { ReadAnswer } from '../messages/index.ts'
import type { Db } from '../operation.ts'
import { operation } from '../operation.ts'
import { installationRow } from '../people/index.ts'
import { anyone } from '../permissions.ts'

type Because = Parameters<typeof answerLinkRefused>[0]['data']['because']

/** What a link in a letter asks, or why it asks nothing. */
export type Read = (
  db: Db,
  token: string,
  language: Language,
  now: Temporal.Instant,
) => Promise<ReadAnswer | { no: Because; to: string | null }>

/**
 * Opens a link that somebody got in a letter: nothing is answered by that, because programs that look through mail open links as well.
 * What its reader then says goes to the operation of that thing, as themself, with a secret that is good for nothing else.
 */
export const openAnswerLink = (read: Read) =>
  operation({
    name: 'open-answer-link',
    summary: 'What a link in a letter asks of whom it was written to, and the secret with which they answer. Needs no sign-in.',
    effect: 'write',
    input: z.strictObject({
      token: z
        .string()
        .min(1, 'Copy the whole link.')
        .max(300, 'This is longer than a link of ours; copy it again.')
        .describe('What stands behind the # of the link.'),
      language: z.enum(['en', 'de']).default('en'),
      source: z.string().max(100).describe('Where the attempt comes from, as the door saw it.'),
    }),
    output: z.object({
      form: z.enum(['offer', 'question', 'confirmation', 'standards']),
      person: z.string().describe('The name of whom it was written to.'),
      company: z.string(),
      subject: z.string(),
      lines: z.array(z.string()),
      text: z.string().describe('The question itself, or what the solution is for.'),
      only: z.record(z.string(), z.string()).describe('What an answer’s input has to say.'),
      version: z.int().nullable().describe('The version to send back with the answer.'),
      path: z.string().describe('The page where somebody who signs in finds more.'),
      secret: z.string().describe('For the header `Authorization: Answer …`, for half an hour.'),
      expiresAt: z.string().describe('Until when the link can be opened.'),
    }),
    allows: anyone,
    async run({ token, language, source }, { actor, db, now, record }) {
      const counts = answerLinkCounts(source)
      await expectOpen(db, counts, now)
      const attempt = await openAttempt(db, counts, now)
      const no = async (because: Because, person: string | null): Promise<Recorded> => {
        if (because === 'unknown' || because === 'tampered') await attempt.failed()
        const subject = { kind: 'sign-in', id: person ?? 'unknown', version: null, digest: null }
        record(answerLinkRefused({ subject, data: { person, because }, personal: { source } }))
        return new Recorded(refusals[because]())
      }
      const asked = await read(db, token, language, now)
      if ('no' in asked) throw await no(asked.no, asked.to)
      const person = await readerOf(db, asked.person)
      if (!person) throw await no('not-active', asked.person)
      if (actor.kind === 'person' && !isHuman(actor, person.human)) throw await no('of-another', asked.person)

      const { kind, form, only, version, subject, lines, text, path, expiresAt } = asked
      const secret = await beginAnswering({ db, now, record }, { person: person.id, kind, operations: answerForms[form], only })
      return {
        form,
        person: person.name,
        company: (await installationRow(db))?.company ?? '',
        subject,
        lines: [...lines],
        text,
        only: { ...only },
        version,
        path,
        secret,
        expiresAt: expiresAt.toString(),
      }
    },
  })

/** Whom a letter went to, while they may come in. */
const readerOf = (db: Db, id: string) =>
  db.selectFrom('person').select(['id', 'name', 'human']).where('id', '=', id).where('state', '=', 'active').executeTakeFirst()

/** Whether a link was never ours or was changed is nobody's business. */
const broken = (): Refusal =>
  refuse(
    'not-found',
    'answer-link-broken',
    'This link is not one of ours, or a part of it is missing.',
    'Open it from the letter itself, or sign in and answer there.',
    'token',
  )

const settled = (): Refusal =>
  refuse(
    'conflict',
    'answer-link-settled',
    'This was answered or settled already.',
    'There is nothing left to do; sign in to see how it stands.',
    'token',
  )

const refusals: Readonly<Record<Because, () => Refusal>> = {
  unknown: broken,
  tampered: broken,
  settled,
  'not-active': settled,
  expired: () => refuse('conflict', 'answer-link-expired', 'This link has expired.', 'Sign in and answer there.', 'token'),
  'of-another': () =>
    refuse(
      'forbidden',
      'answer-link-of-another',
      'This link was written to somebody else than who is signed in here.',
      'Whoever got the letter opens it themself. If that is you, sign out first.',
      'token',
    ),
}
