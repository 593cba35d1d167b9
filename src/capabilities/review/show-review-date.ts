import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { calendarFile } from '#src/sending/index.ts'
import { calendarAnswer } from '../calendar-answer.ts'
import { operation } from '../operation.ts'
import { language, reviewKey } from './contract.ts'
import type { ReviewParts } from './held.ts'
import { lookAt } from './held.ts'
import { seesReview, unknownReview } from './permissions.ts'

/** The moment until which the promise runs: a pause moves it, and the newer file then replaces the older. */
export const showReviewDate = (parts: ReviewParts, address: string | null) =>
  operation({
    name: 'show-review-date',
    summary: 'By when a review is promised to be answered, as a file for calendars.',
    effect: 'read',
    http: { method: 'GET', path: '/reviews/{review}/calendar' },
    input: z.strictObject({ review: reviewKey(), language: language() }),
    ...calendarAnswer,
    target: async ({ review }, { db, actor }) => lookAt(parts, db, review, await actor),
    allows: seesReview,
    run: ({ review: key, language }, { now }, held) => {
      if (!held) throw unknownReview()
      const { id, version, dueAt, state, endedAt } = held.review
      if (endedAt !== null || state === 'with-maker')
        throw refuse('not-found', 'no-dates', 'No answer is due on this review now.', 'Come back when its clock goes on.')
      const { title, note } = words[language]
      const url = address && `${address}/reviews/${key}`
      return Promise.resolve({
        name: `${key}.ics`,
        content: calendarFile([{ id, version, on: dueAt, title: title(held.subject.name), note, url, remindDays: 1 }], now),
      })
    },
  })

const words = {
  en: { title: (name: string) => `Answer on ${name} promised`, note: 'A question that waits for whoever sent it moves this moment.' },
  de: {
    title: (name: string) => `Antwort zu ${name} versprochen`,
    note: 'Eine Frage an die einreichende Person verschiebt diesen Zeitpunkt.',
  },
}
