import { z } from 'zod'
import { calendarOf } from '#src/engines/charter/index.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { id, text, version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { dueAt } from './clock.ts'
import { reviewKey, reviewPage } from './contract.ts'
import type { ReviewParts } from './held.ts'
import { hold } from './held.ts'
import { expectOpen } from './in-hand.ts'
import { aboutReview, questionAnswered } from './messages.ts'
import { mayAnswer, unknownReview } from './permissions.ts'
import * as said from './said.ts'
import { pageOf } from './show-review.ts'
import { answerQuestion, keyOf, questionsOf, updateReview } from './store.ts'

export const answerReviewQuestion = (parts: ReviewParts) =>
  operation({
    name: 'answer-review-question',
    summary: 'Answer a reviewer’s question. With the last answer the clock goes on.',
    effect: 'write',
    http: { method: 'PUT', path: '/reviews/{review}/questions/{question}/answer' },
    input: z.strictObject({ review: reviewKey(), question: id(), answer: text(2_000, { lines: true }), version: version() }),
    output: reviewPage,
    target: async ({ review }, { db, actor }) => hold(parts, db, review, await actor),
    allows: mayAnswer,
    async run({ question, answer }, { actor, db, now, record, send }, held) {
      if (!held) throw unknownReview()
      expectOpen(held)
      const { review, charter } = held
      const all = await questionsOf(db, review.id)
      const found = all.find(each => each.id === question)
      if (!found)
        throw refuse('not-found', 'no-such-question', 'This review has no such question.', 'Take one that the review shows.', 'question')
      if (found.answer !== null)
        throw refuse(
          'conflict',
          'answered',
          'This question has its answer.',
          'What you want to add goes into a note or a change.',
          'question',
        )
      const { id: answeredBy, name: by } = asPerson(actor)
      const row = await answerQuestion(db, found.id, { answer, answeredBy, answeredAt: now })
      record(said.questionAnswered(review, row))
      const about = aboutReview(keyOf(review.number), held.subject)
      send(questionAnswered({ to: row.askedBy, because: 'reviewer', about, of: row, facts: { subject: held.subject.name, by } }))
      if (all.some(each => each.id !== row.id && each.answer === null)) return pageOf(db, held, actor, 'en', now)
      const pauses = review.pauses.map(pause => ({ ...pause, to: pause.to ?? now.toString() }))
      const going = await updateReview(db, review.id, {
        state: held.signOffs.some(({ startedAt }) => startedAt !== null) ? 'in-review' : 'waiting',
        pauses,
        dueAt: dueAt(calendarOf(charter), { ...review, pauses }, now),
      })
      record(said.moved(going))
      return pageOf(db, { ...held, review: going }, actor, 'en', now)
    },
  })
