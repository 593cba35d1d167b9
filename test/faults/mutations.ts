import { join } from 'node:path'
import type { Change } from './changed-tree.ts'
import { vitest } from './changed-tree.ts'

/** A rule of the program, broken in one place. */
export interface Mutation extends Change {
  /** What no longer holds, for whoever reads what noticed it. */
  rule: string
  noticed: Noticed
}

/** What is run to notice it, and the name under which it has to be noticed. */
interface Noticed {
  by: 'invariant' | 'constraint' | 'test'
  name: string
  look: readonly string[]
}

const ring = (project: string, file: string) => [...vitest, '--reporter', 'default', '--project', project, file]
const unit = (file: string, name: string): Noticed => ({ by: 'test', name, look: ring('unit', join('src', 'capabilities', file)) })
const database = (file: string, name: string): Noticed => ({ by: 'test', name, look: ring('pg', join('test', 'db', file)) })
/** Walks one after the other, until something does not hold. */
const walks = (file: string, name: string): Noticed => ({
  by: 'invariant',
  name,
  look: [...ring('pg', join('test', 'db', file)), '--bail', '1'],
})
const walk = (name: string): Noticed => walks('solution-walks.test.ts', name)
const simulated = (days: number, name: string): Noticed => ({
  by: 'invariant',
  name,
  look: [join('bin', 'guildhall.mjs'), 'simulate', '--days', String(days), '--out', 'simulated'],
})

const limit = (subject: string): Noticed => unit('findings/times.test.ts', `${subject} > not a second before, at the limit, and once`)

const broken = (file: string, rule: string, noticed: Noticed, from: string, to: string): Mutation => ({
  file: `src/capabilities/${file}`,
  rule,
  noticed,
  from,
  to,
  nth: 0,
})

/** Limits of findings, one second or one hour off. */
const limits: readonly Mutation[] = [
  broken(
    'findings/entry-rules.ts',
    'an entry has run out at the second at which it does',
    limit('an entry, a year after it was confirmed (UTC)'),
    'expiresAt !== null && reached(expiresAt, now)',
    'expiresAt !== null && reached(expiresAt.add({ seconds: 1 }), now)',
  ),
  broken(
    'findings/entry-rules.ts',
    'notice is given at the time of day at which an entry runs out',
    limit('sixty days before an entry ends (UTC)'),
    'reached(daysFrom(expiresAt, -days, given.calendar), given.now)',
    'reached(daysFrom(expiresAt, -days, given.calendar).add({ hours: 1 }), given.now)',
  ),
  broken(
    'findings/entry-rules.ts',
    'months of an audit are those of the company’s time zone',
    limit('an audit a year later, over a clock change (New York)'),
    'from.toZonedDateTimeISO(calendar.timeZone).add({ months: every })',
    "from.toZonedDateTimeISO('UTC').add({ months: every })",
  ),
  broken(
    'findings/owner-rules.ts',
    'days of grace end at the same time on the wall',
    limit('thirty days of grace, over a clock change (New York)'),
    "daysFrom(moment, charter.documents['calendar.yaml'].owner.graceDays, calendar)",
    "moment.add({ hours: 24 * charter.documents['calendar.yaml'].owner.graceDays })",
  ),
  broken(
    'findings/content-rules.ts',
    'what is due on a day may be done until that day ends',
    limit('a condition due on leap day (UTC)'),
    'reached(endOf(dueOn, calendar), now)',
    'reached(endOf(dueOn, calendar).subtract({ seconds: 1 }), now)',
  ),
  broken(
    'findings/other-rules.ts',
    'a promise is broken right after its moment',
    limit('a promised answer on leap day (UTC)'),
    'moment.add({ microseconds: 1 })',
    'moment.add({ seconds: 1 })',
  ),
  broken(
    'findings/duty.ts',
    'leave lasts through its last day',
    limit('leave through the last day of a month (UTC)'),
    'endOf(endsOn, daysOf(charter))',
    'endOf(endsOn, daysOf(charter)).subtract({ hours: 1 })',
  ),
]

const bitByBit = (): Noticed => walks('findings-walks.test.ts', 'what was swept bit by bit is what is found at once')

/** What sweeps hear of, and how they share the work. */
const sweeps: readonly Mutation[] = [
  broken(
    'findings/touched-store.ts',
    'sweeps hear of whoever leaves or comes back',
    bitByBit(),
    '  person: ids => sql`',
    '  nobody: ids => sql`',
  ),
  broken('findings/touched-store.ts', 'sweeps hear of reviews', bitByBit(), '  review: ids => sql`', '  nothing: ids => sql`'),
  broken(
    'findings/watch-store.ts',
    'sweeps wait for each other',
    database('locking/findings.test.ts', 'what they find together is found once, by full sweeps and by sweeps of what changed'),
    "select(['nextLeaf', 'sweptAt', 'mark']).forUpdate()",
    "select(['nextLeaf', 'sweptAt', 'mark'])",
  ),
  broken(
    'findings/watch-store.ts',
    'a clock that goes back judges by the latest time that anything was judged by',
    unit('findings/times.test.ts', 'once although the clock goes back a day'),
    '    ? sweptAt\n',
    '    ? now\n',
  ),
  broken(
    'findings/list-store.ts',
    'a list of findings holds what one may see one by one',
    database('scope.test.ts', 'a list, a count, a search and an export hold exactly what may be seen one by one'),
    "    or (finding.subject_kind = 'person' and finding.subject_id = ${scope.person})\n",
    '',
  ),
  broken(
    'findings/effect.ts',
    'leave keeps a rule from acting at night',
    database('effects.test.ts', 'leave spares a solution, at the moment of acting'),
    '  if (leave) return leave\n',
    '',
  ),
]

/** From a review to its outcome. */
const reviews: readonly Mutation[] = [
  broken(
    'review/clock.ts',
    'the reviewers’ clock stands still while somebody else is asked',
    walk('its clock ran while it waited'),
    'const ours = makers - pausedFor(calendar, pauses, until)',
    'const ours = makers',
  ),
  broken(
    'review/answer-review-question.ts',
    'the last answer ends the pause',
    walk('its state and its clock disagree'),
    'review.pauses.map(pause => ({ ...pause, to: pause.to ?? now.toString() }))',
    'review.pauses',
  ),
  broken(
    'review/answer-review-question.ts',
    'the time that was waited is given back',
    database('reviews.test.ts', 'stands still while a question waits, and goes on with the answer'),
    'dueAt: dueAt(calendarOf(charter), { ...review, pauses }, now)',
    'dueAt: review.dueAt',
  ),
  broken(
    'review/outcome.ts',
    'a yes takes every role that is asked',
    walk('has no sign-off by legal'),
    "counted.some(({ state }) => state === 'open')) return null",
    "counted.every(({ state }) => state === 'open')) return null",
  ),
  broken(
    'review/signer.ts',
    'nobody signs off what they made, own, submitted or changed',
    walk('was signed by somebody who had a hand in it'),
    '(authors.includes(candidate.human) || review.submittedByHuman === candidate.human) && {',
    'false && {',
  ),
  broken(
    'review/signer.ts',
    'nobody looks again at what they decided before',
    walk('was signed by somebody who had decided before'),
    'review.excluded.includes(candidate.human) && {',
    'false && {',
  ),
  broken(
    'review/signer.ts',
    'one person gives one sign-off on a review',
    unit('review/signer.test.ts', 'nobody twice on one review; a sign-off that fell does not count'),
    "signOffs.some(each => each.state !== 'fallen' && each.state !== 'open' && each.decidedByHuman === candidate.human) && {",
    'false && {',
  ),
  broken(
    'review/in-hand.ts',
    'a sign-off is given to exactly the content that was looked at',
    unit('review/in-hand.test.ts', 'is about what was looked at, and about what stands there still'),
    'if (digest === review.digest && subject.digest === review.digest) return',
    'if (subject.digest === review.digest) return',
  ),
  broken(
    'appeals/appeal-decision.ts',
    'a no is appealed once',
    database('appeals.test.ts', 'that is not upheld leaves the no, and there is no second one'),
    'if (draft.appealedAt !== null || (await openReviewOf(',
    'if ((await openReviewOf(',
  ),
]

const comesBack = database(
  'stewardship.test.ts',
  'ends its review and its offers, and within its days it becomes what it was, to go live again',
)

/** From an idea to its end. */
const lives: readonly Mutation[] = [
  broken(
    'registry/cost.ts',
    'what needs a review is reviewed before it is approved',
    simulated(20, 'was approved by default above tier 1'),
    "approved !== null && approved.tier >= tier && approved.tier >= 2 ? 'short-review' : 'full-review'",
    "'at-once'",
  ),
  broken(
    'registry/newest.ts',
    'a change stays beside what runs until it is approved',
    walk('shows other facts than it was approved with'),
    'runningId === null ? { draftId: draft.id, state: draft.state, ...following(draft) } : { draftId: draft.id }',
    '({ draftId: draft.id, ...(runningId === null ? { state: draft.state } : {}), ...following(draft) })',
  ),
  broken(
    'registry/declare-anew.ts',
    'a review ends when what it is about is changed',
    walk('is open about content that nobody wants looked at any more'),
    "overtaken ? await dropReview(writing, { kind: 'solution', subject: solution.id, because: 'edited' }) : null",
    'null',
  ),
  broken(
    'registry/material.ts',
    'an approval covers every answer',
    database('lifecycle.test.ts', 'beside a running version leaves that one running until the short review says yes'),
    "canonical(['material', facts, inspection])",
    "canonical(['material', Object.keys(facts), inspection])",
  ),
  broken(
    'registry/go-live-rules.ts',
    'nothing goes live before what was asked for before that is accepted',
    walk('runs before what was asked for before that was accepted'),
    'conditionsBefore > 0 && {',
    'false && {',
  ),
  broken(
    'registry/go-live-rules.ts',
    'nothing goes live whose entry has run out',
    database('clocks.test.ts', 'can’t go live from the second on at which it runs out'),
    'isOver(solution.expiresAt, now) && {',
    'false && {',
  ),
  broken(
    'registry/approve.ts',
    'what was stopped stays stopped, with whatever content',
    { ...walk('violates check constraint "solution_stopped"'), by: 'constraint' },
    "state: runningId === null ? 'approved' : state,",
    "state: runningId === null ? 'approved' : 'active',",
  ),
  broken(
    'registry/using-tool.ts',
    'a withdrawal names whatever may use the tool',
    database('tool-withdrawal.test.ts', 'names every solution that uses it before anybody signs'),
    " or (facts -> 'tools') @> jsonb_build_object('among', jsonb_build_array(${tool}::text)))`",
    ')`',
  ),
  broken(
    'stewardship/resume-solution.ts',
    'whoever owns or builds it does not let it run again',
    walk('was resumed by somebody who owns or builds it'),
    'favours: ({ behind }) => behind.map(person => ({ person })),',
    'favours: () => [],',
  ),
  broken(
    'stewardship/undo-retirement.ts',
    'what comes back from its end goes live anew',
    comesBack,
    "retired.from === 'active' ? 'approved' : retired.from",
    'retired.from',
  ),
  broken(
    'stewardship/retire-solution.ts',
    'the end of a solution ends its review',
    comesBack,
    "      await dropReview({ db, now, record, send }, { kind: 'solution', subject: solution.id, because: 'retired' })\n",
    '',
  ),
  broken(
    'stewardship/accept-handover.ts',
    'whoever accepts to own it counts among its authors',
    walk('its owner never had a hand in it'),
    "    await addAuthors(db, solution.id, [{ id, human, how: role === 'owner' ? 'owned' : 'stood-in' }], now)\n",
    '',
  ),
  broken(
    'stewardship/confirmable.ts',
    'nobody confirms what is being changed',
    unit('stewardship/confirmable.test.ts', 'nobody confirms what is being changed'),
    '    changing && {',
    '    false && {',
  ),
  broken(
    'stewardship/recertify-solution.ts',
    'confirming an entry extends it',
    database(
      'stewardship.test.ts',
      'runs out after its charter’s months, keeps a solution from going live, and holds again once it is confirmed',
    ),
    "expiresAt: validUntil(charter, facts['kind'], now)",
    'expiresAt: solution.expiresAt',
  ),
]

/** Every rule that is broken, one at a time. */
export const mutations: readonly Mutation[] = [...limits, ...sweeps, ...reviews, ...lives]
