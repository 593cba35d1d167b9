import type { Given, Rule } from './rule.ts'
import { daysFrom, daysOf, endOf, reached, soonest, startOf } from './rule.ts'
import type { ProgramCase, ReviewCase, ToolCase } from './solution-case.ts'

type ReviewRule = Rule<ReviewCase>

/** An answer at the promised moment is in time; the store keeps microseconds. */
const justAfter = (moment: Temporal.Instant): Temporal.Instant => moment.add({ microseconds: 1 })
const isPast = (moment: Temporal.Instant, { now }: Given): boolean => reached(justAfter(moment), now)
/** A second look promises nothing to anybody: it comes when there is time. */
const promises = ({ purpose }: ReviewCase): boolean => purpose !== 'second-look'

const reviewOverdue: ReviewRule = {
  id: 'review-overdue',
  subject: 'review',
  says: 'The promised answer of a review did not come in time.',
  changes: 'After the promised moment; later where the clock stood still. Cleared when the review ends or waits for its maker.',
  decide: (review, given) =>
    promises(review) && review.dueAt !== null && isPast(review.dueAt, given)
      ? { severity: 'high', values: { since: review.dueAt.toString(), tier: review.tier } }
      : null,
  nextChange: ({ dueAt }, { now }) => soonest(now, [dueAt && justAfter(dueAt)]),
}

const reviewAtStake: ReviewRule = {
  id: 'review-at-stake',
  subject: 'review',
  says: 'Little is left of the time in which a review was promised.',
  changes: 'When the last step of its lane comes, in business time; over at the promised moment.',
  decide: (review, given) =>
    promises(review) &&
    review.dueAt !== null &&
    review.lateFrom !== null &&
    reached(review.lateFrom, given.now) &&
    !isPast(review.dueAt, given)
      ? { severity: 'medium', values: { due: review.dueAt.toString(), tier: review.tier }, due: review.dueAt }
      : null,
  nextChange: ({ dueAt, lateFrom }, { now }) => soonest(now, [dueAt && justAfter(dueAt), lateFrom]),
}

const secondLookDue: ReviewRule = {
  id: 'second-look-due',
  subject: 'review',
  says: 'A second look that was drawn has not been taken in its time.',
  changes: 'After the moment by which it was expected; cleared when somebody has looked.',
  decide: (review, given) =>
    !promises(review) && review.dueAt !== null && isPast(review.dueAt, given)
      ? { severity: 'low', values: { since: review.dueAt.toString() } }
      : null,
  nextChange: ({ dueAt }, { now }) => soonest(now, [dueAt && justAfter(dueAt)]),
}

const inUse = ({ status }: ToolCase): boolean => status === 'approved' || status === 'limited'

const toolUnreviewed: Rule<ToolCase> = {
  id: 'tool-unreviewed',
  subject: 'tool',
  says: 'A tool in use was not gone through when it should have been, or never: what a tool does with data changes under one’s hands.',
  changes: 'At the midnight with which the day of its next review begins; cleared by reviewing it.',
  decide: (tool, { charter, now }) =>
    inUse(tool) && (tool.nextReviewOn === null || reached(startOf(tool.nextReviewOn, daysOf(charter)), now))
      ? { severity: tool.nextReviewOn === null ? 'low' : 'medium', values: { on: tool.nextReviewOn } }
      : null,
  nextChange: ({ nextReviewOn }, { charter, now }) => soonest(now, [nextReviewOn === null ? null : startOf(nextReviewOn, daysOf(charter))]),
}

const toolUnowned: Rule<ToolCase> = {
  id: 'tool-unowned',
  subject: 'tool',
  says: 'Nobody active answers for a tool in use.',
  changes: 'At once, both ways.',
  decide: tool => (inUse(tool) && tool.owner?.state !== 'active' ? { severity: 'low', values: { gone: tool.owner !== null } } : null),
  nextChange: () => null,
}

/** How long a company may try things out under the shipped charter before that is late. */
const UNSIGNED_DAYS = 30

const charterUnsigned: Rule<ProgramCase> = {
  id: 'charter-unsigned',
  subject: 'program',
  says: 'The shipped charter is in force, and no two people have adopted one.',
  changes: 'From the first start until a charter is adopted.',
  decide: ({ charterAdopted, since }, { charter }) =>
    charterAdopted
      ? null
      : { severity: 'medium', values: { since: since.toString() }, due: daysFrom(since, UNSIGNED_DAYS, daysOf(charter)) },
  nextChange: () => null,
}

const effectsHeldBack: Rule<ProgramCase> = {
  id: 'effects-held-back',
  subject: 'program',
  says: 'Rules would have acted by themselves on more solutions in one night than their caps let them: something may be set wrong.',
  changes: 'When a night’s acting ends; cleared by a night that holds nothing back, or when the rule no longer acts.',
  decide({ heldBack }) {
    const [first] = heldBack
    const solutions = heldBack.reduce((sum, { heldBack }) => sum + heldBack, 0)
    return first === undefined
      ? null
      : { severity: 'high', values: { rule: first.rule, night: first.night, rules: heldBack.length, solutions } }
  },
  nextChange: () => null,
}

const incidentActionOverdue: Rule<ProgramCase> = {
  id: 'incident-action-overdue',
  subject: 'program',
  says: 'Something that was to be done about an incident was not done by its day.',
  changes: 'At the end of that day; cleared when it is done, or given a later day with a reason.',
  decide({ actionsDue }, { charter, now }) {
    const late = actionsDue.filter(day => reached(endOf(day, daysOf(charter)), now))
    const [since] = late
    return since === undefined ? null : { severity: 'medium', values: { since, actions: late.length } }
  },
  nextChange: ({ actionsDue }, { charter, now }) =>
    soonest(
      now,
      actionsDue.map(day => endOf(day, daysOf(charter))),
    ),
}

export const reviewRules: readonly ReviewRule[] = [reviewOverdue, reviewAtStake, secondLookDue]
export const toolRules: readonly Rule<ToolCase>[] = [toolUnreviewed, toolUnowned]
export const programRules: readonly Rule<ProgramCase>[] = [charterUnsigned, effectsHeldBack, incidentActionOverdue]
