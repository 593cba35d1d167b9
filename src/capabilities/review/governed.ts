import { governed } from '#src/ledger/index.ts'

export const reviews = governed({
  kind: 'review',
  table: 'review',
  columns: [
    'number',
    'kind',
    'subject',
    'matter',
    'digest',
    'purpose',
    'tier',
    'charterDigest',
    'excluded',
    'note',
    'state',
    'submittedBy',
    'submittedByHuman',
    'submittedAt',
    'promisedMinutes',
    'promise',
    'pauses',
    'dueAt',
    'change',
    'outcome',
    'endedAt',
    'endedBecause',
  ],
})

export const signOffs = governed({
  kind: 'sign-off',
  table: 'signOff',
  columns: [
    'reviewId',
    'role',
    'place',
    'checklists',
    'businessDays',
    'assigneeId',
    'startedAt',
    'toldPercent',
    'state',
    'decidedBy',
    'decidedByHuman',
    'decidedAt',
    'answers',
    'reason',
  ],
})

export const questions = governed({
  kind: 'review-question',
  table: 'reviewQuestion',
  columns: ['reviewId', 'text', 'facts', 'askedBy', 'askedAt', 'answer', 'answeredBy', 'answeredAt'],
})

export const conditions = governed({
  kind: 'condition',
  table: 'condition',
  columns: [
    'kind',
    'subject',
    'reviewId',
    'role',
    'text',
    'needed',
    'dueOn',
    'state',
    'setBy',
    'setAt',
    'metBy',
    'metByHuman',
    'metAt',
    'metNote',
    'acceptedBy',
    'acceptedByHuman',
    'acceptedAt',
  ],
})
