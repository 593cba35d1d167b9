import { z } from 'zod'
import { calendarOf } from '#src/engines/charter/index.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { text, version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { dueAt } from './clock.ts'
import { reviewKey, reviewPage } from './contract.ts'
import type { ReviewParts } from './held.ts'
import { hold } from './held.ts'
import { expectOpen } from './in-hand.ts'
import { aboutReview, questionForYou } from './messages.ts'
import { mayReview, unknownReview } from './permissions.ts'
import * as said from './said.ts'
import { pageOf } from './show-review.ts'
import { insertQuestion, keyOf, questionsOf, updateReview } from './store.ts'

/** More would be a conversation; have it, and write down what came of it. */
const MOST_QUESTIONS = 50

export const askAboutReview = (parts: ReviewParts) =>
  operation({
    name: 'ask-about-review',
    summary: 'Ask those who build it something; the clock stands still until they have answered.',
    effect: 'write',
    http: { method: 'POST', path: '/reviews/{review}/questions' },
    input: z.strictObject({
      review: reviewKey(),
      text: text(1_000, { lines: true }),
      facts: z.array(z.string().max(60)).max(20).default([]).describe('The facts that it is about.'),
      version: version(),
    }),
    output: reviewPage,
    target: async ({ review }, { db, actor }) => hold(parts, db, review, await actor),
    allows: mayReview,
    async run({ text, facts }, { actor, db, now, record, send }, held) {
      if (!held) throw unknownReview()
      expectOpen(held)
      const { review, charter, subject } = held
      const known = await questionsOf(db, review.id)
      if (known.length >= MOST_QUESTIONS)
        throw refuse(
          'conflict',
          'too-many-questions',
          `This review has ${MOST_QUESTIONS} questions already.`,
          'Talk to those who build it.',
          'text',
        )
      const unknown = facts.find(fact => !charter.questions.some(question => question.id === fact))
      if (unknown !== undefined)
        throw refuse('invalid', 'no-such-fact', `The charter knows no fact “${unknown}”.`, 'Name facts as the charter does.', 'facts')
      const { id: askedBy, name: by } = asPerson(actor)
      const question = await insertQuestion(db, { reviewId: review.id, text, facts, askedBy, askedAt: now })
      record(said.questionAsked(review, question))
      const waitsFor = subject.speakers[0] ?? review.submittedBy
      const about = aboutReview(keyOf(review.number), subject)
      send(questionForYou({ to: waitsFor, because: 'asked', about, of: question, facts: { subject: subject.name, by } }))
      if (review.state === 'with-maker') return pageOf(db, held, actor, 'en', now)
      const paused = await updateReview(db, review.id, {
        state: 'with-maker',
        pauses: [...review.pauses, { from: now.toString(), to: null, waitsFor }],
        dueAt: dueAt(calendarOf(charter), review, now),
      })
      record(said.moved(paused))
      return pageOf(db, { ...held, review: paused }, actor, 'en', now)
    },
  })
