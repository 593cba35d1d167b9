import type { Entry } from '#src/ledger/index.ts'
import * as entries from './entries.ts'
import { conditions, questions, reviews, signOffs } from './governed.ts'
import type { ConditionRow, QuestionRow, ReviewRow, SignOffRow } from './store.ts'

/*
 * What happened to a review, as the ledger keeps it. Rows go in as they stand after the change, so that each entry settles
 * the content of exactly one of them.
 */
const about = ({ id, kind, subject, purpose }: ReviewRow) => ({ review: id, kind, about: subject, purpose })

export const opened = (row: ReviewRow, roles: readonly string[]): Entry =>
  entries.reviewOpened({
    subject: reviews.subject(row),
    data: {
      ...about(row),
      matter: row.matter,
      digest: row.digest,
      tier: row.tier,
      charterDigest: row.charterDigest,
      roles: [...roles],
      promised: row.promise.by,
      because: row.promise.because,
    },
    personal: { note: row.note },
  })

export const asked = (review: ReviewRow, row: SignOffRow): Entry =>
  entries.signOffAsked({
    subject: signOffs.subject(row),
    data: { ...about(review), role: row.role, assignee: row.assigneeId },
    personal: {},
  })

export const assigned = (review: ReviewRow, row: SignOffRow, because: string): Entry =>
  entries.signOffAssigned({
    subject: signOffs.subject(row),
    data: { ...about(review), role: row.role, assignee: row.assigneeId, because },
    personal: {},
  })

export const started = (review: ReviewRow, row: SignOffRow, by: string): Entry =>
  entries.signOffStarted({ subject: signOffs.subject(row), data: { ...about(review), role: row.role, by }, personal: {} })

export const given = (review: ReviewRow, row: SignOffRow, conditions: number): Entry =>
  entries.signOffGiven({
    subject: signOffs.subject(row),
    data: {
      ...about(review),
      role: row.role,
      digest: review.digest,
      decision: row.state,
      by: row.decidedBy ?? '',
      answers: { ...row.answers },
      conditions,
    },
    personal: { reason: row.reason },
  })

export const fallen = (review: ReviewRow, row: SignOffRow, because: string): Entry =>
  entries.signOffFallen({ subject: signOffs.subject(row), data: { ...about(review), role: row.role, because }, personal: {} })

export const atRisk = (review: ReviewRow, row: SignOffRow): Entry =>
  entries.promiseAtRisk({
    subject: signOffs.subject(row),
    data: { ...about(review), role: row.role, percent: row.toldPercent },
    personal: {},
  })

export const moved = (row: ReviewRow): Entry =>
  entries.reviewMoved({
    subject: reviews.subject(row),
    data: {
      ...about(row),
      state: row.state,
      due: row.dueAt.toString(),
      waitsFor: row.pauses.find(({ to }) => to === null)?.waitsFor ?? null,
    },
    personal: {},
  })

export const decided = (row: ReviewRow, decidedBy: readonly string[], kept: boolean): Entry =>
  entries.reviewDecided({
    subject: reviews.subject(row),
    data: { ...about(row), digest: row.digest, outcome: row.outcome ?? '', decidedBy: [...decidedBy], kept },
    personal: {},
  })

export const dropped = (row: ReviewRow): Entry =>
  entries.reviewDropped({ subject: reviews.subject(row), data: { ...about(row), because: row.endedBecause ?? '' }, personal: {} })

export const questionAsked = (review: ReviewRow, row: QuestionRow): Entry =>
  entries.reviewQuestionAsked({
    subject: questions.subject(row),
    data: { ...about(review), facts: [...row.facts], by: row.askedBy },
    personal: { text: row.text },
  })

export const questionAnswered = (review: ReviewRow, row: QuestionRow): Entry =>
  entries.reviewQuestionAnswered({
    subject: questions.subject(row),
    data: { ...about(review), by: row.answeredBy ?? '' },
    personal: { answer: row.answer },
  })

export const changePlanned = (row: ReviewRow, by: string): Entry => {
  const { from, to, back, affected, link } = row.change ?? { from: '', to: '', back: '', affected: '', link: null }
  return entries.changeRecorded({
    subject: reviews.subject(row),
    data: { ...about(row), from, to, by },
    personal: { back, affected, link },
  })
}

export const conditionNow = (row: ConditionRow, by: string): Entry =>
  entries.conditionChanged({
    subject: conditions.subject(row),
    data: {
      review: row.reviewId,
      kind: row.kind,
      about: row.subject,
      role: row.role,
      needed: row.needed,
      dueOn: row.dueOn,
      state: row.state,
      by,
    },
    personal: { text: row.text, note: row.metNote },
  })

export const escalated = (row: ReviewRow, to: string, reason: string): Entry =>
  entries.reviewEscalated({ subject: reviews.subject(row), data: { ...about(row), to }, personal: { reason } })
