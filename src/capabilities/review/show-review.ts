import { z } from 'zod'
import type { Actor } from '#src/kernel/actor.ts'
import type { Charter, Language } from '#src/engines/charter/index.ts'
import { calendarOf } from '#src/engines/charter/index.ts'
import type { Db } from '../operation.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { mayJudge } from './accept-condition.ts'
import { conditionsSetBy } from './condition-store.ts'
import { language, reviewKey, reviewPage } from './contract.ts'
import type { Held, ReviewParts } from './held.ts'
import { lookAt, signerFault } from './held.ts'
import { mayMeet } from './meet-condition.ts'
import { mayAnswer, mayAssign, mayPlanChange, seesReview, unknownReview } from './permissions.ts'
import { endOfToday, peopleIn, personOf, presentCondition, presentReview } from './present.ts'
import type { ConditionRow, SignOffRow } from './store.ts'
import { keyOf, questionsOf } from './store.ts'

export const showReview = (parts: ReviewParts) =>
  operation({
    name: 'show-review',
    summary: 'One review with its clocks, checklists, questions and conditions, and what the asking person may do.',
    effect: 'read',
    http: { method: 'GET', path: '/reviews/{review}' },
    input: z.strictObject({ review: reviewKey(), language: language() }),
    output: reviewPage,
    target: async ({ review }, { db, actor }) => lookAt(parts, db, review, await actor),
    allows: seesReview,
    run: ({ language }, { actor, db, now }, held) => {
      if (!held) throw unknownReview()
      return pageOf(db, held, actor, language, now)
    },
  })

/** A review's page for this caller; a fixed number of queries. */
export const pageOf = async (
  db: Db,
  held: Held,
  actor: Actor,
  language: Language,
  now: Temporal.Instant,
): Promise<z.input<typeof reviewPage>> => {
  const { review, subject, signOffs, charter, lane, kind } = held
  const questions = await questionsOf(db, review.id)
  const conditions = await conditionsSetBy(db, review.id)
  const names = await namesOf(db, [
    ...peopleIn([review], signOffs),
    ...questions.flatMap(({ askedBy, answeredBy }) => [askedBy, ...(answeredBy === null ? [] : [answeredBy])]),
    ...conditions.flatMap(({ setBy, metBy, acceptedBy }) => [setBy, metBy, acceptedBy].filter(id => id !== null)),
  ])
  const open = review.endedAt === null
  const inTheWay = open ? await kind.standsInTheWay(review, { db, now, language }) : []
  return {
    ...presentReview(review, subject, signOffs, { charter, names, language, now, today: endOfToday(calendarOf(charter), now) }),
    matter: review.matter,
    digest: review.digest,
    current: subject.digest === review.digest,
    note: review.note,
    promise: review.promise,
    checklists: signOffs.filter(({ state }) => state !== 'fallen' || !open).flatMap(signOff => checklistsOf(lane, signOff, language)),
    questions: questions.map(row => ({
      id: row.id,
      version: row.version,
      text: row.text,
      facts: [...row.facts],
      askedBy: personOf(names, row.askedBy),
      askedAt: row.askedAt.toString(),
      answer:
        row.answer === null || row.answeredBy === null || row.answeredAt === null
          ? null
          : { text: row.answer, by: personOf(names, row.answeredBy), at: row.answeredAt.toString() },
    })),
    conditions: conditions.map(row => ({ ...presentCondition(row, keyOf(review.number), names), you: stepsFor(row, held, actor) })),
    change: review.change,
    standsInTheWay: inTheWay.map(({ field, reason, remedy }) => ({ ...(field !== undefined && { field }), reason, remedy })),
    you: {
      maySign: open
        ? signOffs.filter(({ state, role }) => state === 'open' && signerFault(held, role).length === 0).map(({ role }) => role)
        : [],
      cannotSign: open ? signerFault(held, null) : [],
      mayAnswer: open && mayAnswer(actor, held) === null,
      mayAssign: open && mayAssign(actor, held) === null,
      mayPlanChange: open && mayPlanChange(actor, held) === null,
    },
  }
}

/** What this caller may do next about a condition. Conditions outlive their review. */
const stepsFor = (condition: ConditionRow, { review, subject, candidate }: Held, actor: Actor) => {
  const roles = candidate?.state === 'active' ? candidate.roles : []
  const held = { version: condition.version, condition, subject, review: keyOf(review.number), roles }
  return {
    mayMeet: condition.state === 'open' && mayMeet(actor, held) === null,
    mayJudge: condition.state === 'met' && mayJudge(actor, held) === null,
  }
}

const checklistsOf = ({ documents }: Charter, { role, checklists }: SignOffRow, language: Language) =>
  checklists.flatMap(id => {
    const found = documents['lanes.yaml'].checklists.find(checklist => checklist.id === id)
    return found
      ? [{ role, title: found.title[language], items: found.items.map(item => ({ id: `${id}.${item.id}`, text: item.text[language] })) }]
      : []
  })

/** The items that one sign-off answers, as `checklist.item`. */
export const itemsOf = (lane: Charter, signOff: SignOffRow): string[] =>
  checklistsOf(lane, signOff, 'en').flatMap(({ items }) => items.map(({ id }) => id))
