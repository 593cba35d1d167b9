import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'

/** Which review of what: enough to follow one through the ledger. */
const about = { review: z.string(), kind: z.string(), about: z.string(), purpose: z.string() }

/** Somebody asked people to look; with the date that was promised and how it came about. */
export const reviewOpened = defineEntry({
  type: 'review-opened',
  version: 1,
  data: z.strictObject({
    ...about,
    matter: z.string(),
    digest: z.string(),
    tier: z.int().nullable(),
    charterDigest: z.string(),
    roles: z.array(z.string()),
    promised: z.string(),
    because: z.string(),
  }),
  personal: ['note'],
})

const signOffOf = { ...about, role: z.string() }

/** A sign-off that a review asks for, with whoever is to look first. */
export const signOffAsked = defineEntry({
  type: 'sign-off-asked',
  version: 1,
  data: z.strictObject({ ...signOffOf, assignee: z.string().nullable() }),
  personal: [],
})

/** It went to somebody else: by hand, or because whoever had it was away or had not begun. */
export const signOffAssigned = defineEntry({
  type: 'sign-off-assigned',
  version: 1,
  data: z.strictObject({ ...signOffOf, assignee: z.string().nullable(), because: z.string() }),
  personal: [],
})

export const signOffStarted = defineEntry({
  type: 'sign-off-started',
  version: 1,
  data: z.strictObject({ ...signOffOf, by: z.string() }),
  personal: [],
})

/** One role’s yes, return or no to exactly this content. */
export const signOffGiven = defineEntry({
  type: 'sign-off-given',
  version: 1,
  data: z.strictObject({
    ...signOffOf,
    digest: z.string(),
    decision: z.string(),
    by: z.string(),
    answers: z.record(z.string(), z.string()),
    conditions: z.int(),
  }),
  personal: ['reason'],
})

/** It fell with the content that it was given for, or with its review. */
export const signOffFallen = defineEntry({
  type: 'sign-off-fallen',
  version: 1,
  data: z.strictObject({ ...signOffOf, because: z.string() }),
  personal: [],
})

/** The lead was told that a promise is about to break. */
export const promiseAtRisk = defineEntry({
  type: 'promise-at-risk',
  version: 1,
  data: z.strictObject({ ...signOffOf, percent: z.number() }),
  personal: [],
})

/** Began, paused or went on: its state with its clock. */
export const reviewMoved = defineEntry({
  type: 'review-moved',
  version: 1,
  data: z.strictObject({ ...about, state: z.string(), due: z.string(), waitsFor: z.string().nullable() }),
  personal: [],
})

export const reviewDecided = defineEntry({
  type: 'review-decided',
  version: 1,
  data: z.strictObject({ ...about, digest: z.string(), outcome: z.string(), decidedBy: z.array(z.string()), kept: z.boolean() }),
  personal: [],
})

/** It ended without an outcome: what it looked at was changed, withdrawn or is gone. */
export const reviewDropped = defineEntry({
  type: 'review-dropped',
  version: 1,
  data: z.strictObject({ ...about, because: z.string() }),
  personal: [],
})

export const reviewQuestionAsked = defineEntry({
  type: 'review-question-asked',
  version: 1,
  data: z.strictObject({ ...about, facts: z.array(z.string()), by: z.string() }),
  personal: ['text'],
})

export const reviewQuestionAnswered = defineEntry({
  type: 'review-question-answered',
  version: 1,
  data: z.strictObject({ ...about, by: z.string() }),
  personal: ['answer'],
})

/** When and how something is brought in, and the way back. */
export const changeRecorded = defineEntry({
  type: 'change-recorded',
  version: 1,
  data: z.strictObject({ ...about, from: z.string(), to: z.string(), by: z.string() }),
  personal: ['back', 'affected', 'link'],
})

/** Set, met, accepted, sent back or fallen: the state that a condition has now. */
export const conditionChanged = defineEntry({
  type: 'condition-changed',
  version: 1,
  data: z.strictObject({
    review: z.string(),
    kind: z.string(),
    about: z.string(),
    role: z.string(),
    needed: z.string(),
    dueOn: z.string().nullable(),
    state: z.string(),
    by: z.string(),
  }),
  personal: ['text', 'note'],
})

/** Those who have to meet these conditions were reminded of them. */
export const conditionsReminded = defineEntry({
  type: 'conditions-reminded',
  version: 1,
  data: z.strictObject({ conditions: z.array(z.string()) }),
  personal: [],
})

/** One reviewer asked for another office’s word as well, and why. */
export const reviewEscalated = defineEntry({
  type: 'review-escalated',
  version: 1,
  data: z.strictObject({ ...about, to: z.string() }),
  personal: ['reason'],
})
