import { sql } from 'kysely'
import type { About } from '#src/kernel/message.ts'
import { defineMessage, stillIn } from '../define-message.ts'
import { keyOf } from './store.ts'

const review = ({ key }: { key: string }) => `/reviews/${key}` as const

/** A review as messages speak of it: by what is looked at. */
export const aboutReview = (key: string, { name }: { name: string }): About => ({ kind: 'review', key, name })

export const signOffGiven = defineMessage({
  kind: 'sign-off-waits',
  urgency: 'act',
  example: { subject: 'Invoice sorter', by: '2026-12-04' },
  texts: {
    en: {
      subject: 'A sign-off on {subject} waits for you',
      lines: ['Whoever built it was promised an answer by {by}.'],
      action: 'Look at it',
    },
    de: {
      subject: 'Eine Freigabe für {subject} wartet auf Sie',
      lines: ['Wer sie gebaut hat, hat die Zusage einer Antwort bis zum {by}.'],
      action: 'Ansehen',
    },
  },
  date: { fact: 'by', title: { en: 'Sign-off on {subject}', de: 'Freigabe für {subject}' }, remindDays: 1 },
  path: review,
  async stillTrue(db, told) {
    const { rows } = await sql<{ id: string; assigneeId: string | null }>`
      select id, assignee_id from sign_off where id = any(${told.map(({ id }) => id)}::text[]) and state = 'open'`.execute(db)
    const waits = new Map(rows.map(row => [row.id, row.assigneeId]))
    return told.filter(({ id, to }) => waits.get(id) === to)
  },
})

export const questionForYou = defineMessage({
  kind: 'review-question',
  urgency: 'act',
  example: { subject: 'Invoice sorter', by: 'Hanna Lindqvist' },
  texts: {
    en: {
      subject: '{by} asks you something about {subject}',
      lines: ['The review waits, and so does its promise, until you have answered.'],
      action: 'Answer',
    },
    de: {
      subject: '{by} fragt Sie etwas zu {subject}',
      lines: ['Die Prüfung wartet, und mit ihr die Zusage, bis Sie geantwortet haben.'],
      action: 'Antworten',
    },
  },
  path: review,
  async stillTrue(db, told) {
    const { rows } = await sql<{ id: string }>`
      select question.id from review_question question join review on review.id = question.review_id
      where question.id = any(${told.map(({ id }) => id)}::text[]) and question.answer is null and review.ended_at is null`.execute(db)
    const open = new Set(rows.map(({ id }) => id))
    return told.filter(({ id }) => open.has(id))
  },
  async asked(db, ids) {
    const { rows } = await sql<{ id: string; text: string; number: number; version: number }>`
      select question.id, question.text, review.number, review.version
      from review_question question join review on review.id = question.review_id
      where question.id = any(${[...ids]}::text[])`.execute(db)
    return new Map(
      rows.map(({ id, text, number, version }) => [id, { form: 'question', only: { review: keyOf(number), question: id }, version, text }]),
    )
  },
})

export const questionAnswered = defineMessage({
  kind: 'review-question-answered',
  urgency: 'digest',
  example: { subject: 'Invoice sorter', by: 'Priya Raman' },
  texts: {
    en: { subject: '{by} answered your question about {subject}', lines: ['The clock of the review goes on.'], action: 'Read the answer' },
    de: { subject: '{by} hat Ihre Frage zu {subject} beantwortet', lines: ['Die Uhr der Prüfung läuft weiter.'], action: 'Antwort lesen' },
  },
  path: review,
})

export const conditionDueSoon = defineMessage({
  kind: 'condition-due-soon',
  urgency: 'act',
  example: { subject: 'Invoice sorter', what: 'Add a log.', by: '2026-12-04' },
  texts: {
    en: {
      subject: 'A condition on {subject} is due on {by}',
      lines: ['{what}', 'When it is done, say how it was met.'],
      action: 'Say that it is met',
    },
    de: {
      subject: 'Eine Auflage zu {subject} ist am {by} fällig',
      lines: ['{what}', 'Wenn es getan ist, sagen Sie, wie sie erfüllt wurde.'],
      action: 'Als erfüllt melden',
    },
  },
  date: { fact: 'by', title: { en: 'Condition on {subject} is due', de: 'Auflage zu {subject} ist fällig' }, remindDays: 1 },
  path: review,
  stillTrue: stillIn('condition', 'open'),
})

export const conditionToJudge = defineMessage({
  kind: 'condition-met',
  urgency: 'act',
  example: { subject: 'Invoice sorter', by: 'Priya Raman' },
  texts: {
    en: { subject: '{by} says that your condition on {subject} is met', lines: ['Say whether it is.'], action: 'Look at it' },
    de: { subject: '{by} sagt, Ihre Auflage zu {subject} sei erfüllt', lines: ['Sagen Sie, ob es so ist.'], action: 'Ansehen' },
  },
  path: review,
  stillTrue: stillIn('condition', 'met'),
})

export const conditionJudged = {
  accepted: defineMessage({
    kind: 'condition-accepted',
    urgency: 'digest',
    example: { subject: 'Invoice sorter' },
    texts: {
      en: { subject: 'A condition on {subject} is settled', lines: ['What you did about it was accepted.'], action: 'See the review' },
      de: {
        subject: 'Eine Auflage zu {subject} ist erledigt',
        lines: ['Was Sie getan haben, wurde angenommen.'],
        action: 'Prüfung ansehen',
      },
    },
    path: review,
  }),
  open: defineMessage({
    kind: 'condition-not-met',
    urgency: 'act',
    example: { subject: 'Invoice sorter' },
    texts: {
      en: {
        subject: 'A condition on {subject} is not met yet',
        lines: ['Somebody looked at what you did, and it is not enough.'],
        action: 'See what is missing',
      },
      de: {
        subject: 'Eine Auflage zu {subject} ist noch nicht erfüllt',
        lines: ['Jemand hat angesehen, was Sie getan haben, und es reicht nicht.'],
        action: 'Ansehen, was fehlt',
      },
    },
    path: review,
    stillTrue: stillIn('condition', 'open'),
  }),
}
