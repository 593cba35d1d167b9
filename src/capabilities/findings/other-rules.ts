import type { Rule } from './rule.ts'
import { endOf, soonest, startOf } from './rule.ts'
import type { ProgramCase, ReviewCase, ToolCase } from './solution-case.ts'

/** A promise that is broken. A second look promises nothing: it comes when there is time, and is due at its end. */
const reviewOverdue: Rule<ReviewCase> = {
  id: 'review-overdue',
  subject: 'review',
  decide: ({ dueAt, purpose, tier }, { now }) =>
    dueAt !== null && purpose !== 'second-look' && Temporal.Instant.compare(dueAt, now) <= 0
      ? { severity: 'high', values: { since: dueAt.toString(), tier } }
      : null,
  nextChange: ({ dueAt }, { now }) => soonest(now, [dueAt]),
}

/** While there is time to keep it. */
const reviewAtStake: Rule<ReviewCase> = {
  id: 'review-at-stake',
  subject: 'review',
  decide: ({ dueAt, lateFrom, purpose, tier }, { now }) =>
    dueAt !== null &&
    lateFrom !== null &&
    purpose !== 'second-look' &&
    Temporal.Instant.compare(lateFrom, now) <= 0 &&
    Temporal.Instant.compare(dueAt, now) > 0
      ? { severity: 'medium', values: { due: dueAt.toString(), tier }, due: dueAt }
      : null,
  nextChange: ({ dueAt, lateFrom }, { now }) => soonest(now, [dueAt, lateFrom]),
}

/** Looked at afterwards, and not for ever later. */
const secondLookDue: Rule<ReviewCase> = {
  id: 'second-look-due',
  subject: 'review',
  decide: ({ dueAt, purpose }, { now }) =>
    purpose === 'second-look' && dueAt !== null && Temporal.Instant.compare(dueAt, now) <= 0
      ? { severity: 'low', values: { since: dueAt.toString() } }
      : null,
  nextChange: ({ dueAt }, { now }) => soonest(now, [dueAt]),
}

const inUse = ({ status }: ToolCase): boolean => status === 'approved' || status === 'limited'

/** The list of tools is gone through each quarter: what a tool does with data changes under one's hands. */
const toolUnreviewed: Rule<ToolCase> = {
  id: 'tool-unreviewed',
  subject: 'tool',
  decide: (tool, { calendar, now }) =>
    inUse(tool) && tool.nextReviewOn !== null && Temporal.Instant.compare(endOf(tool.nextReviewOn, calendar), now) <= 0
      ? { severity: 'medium', values: { on: tool.nextReviewOn } }
      : null,
  nextChange: ({ nextReviewOn }, { calendar, now }) => soonest(now, [nextReviewOn === null ? null : endOf(nextReviewOn, calendar)]),
}

const toolUnowned: Rule<ToolCase> = {
  id: 'tool-unowned',
  subject: 'tool',
  decide: tool =>
    inUse(tool) && (tool.owner === null || tool.owner.state !== 'active')
      ? { severity: 'low', values: { gone: tool.owner !== null } }
      : null,
  nextChange: () => null,
}

/** The shipped charter holds from the first start, unsigned; two people sign one. */
const charterUnsigned: Rule<ProgramCase> = {
  id: 'charter-unsigned',
  subject: 'program',
  decide: ({ charterAdopted, since }, { calendar }) =>
    charterAdopted
      ? null
      : { severity: 'medium', values: { since: since.toString() }, due: startOf(dayAfter(since, 30, calendar.timeZone), calendar) },
  nextChange: () => null,
}

const dayAfter = (moment: Temporal.Instant, days: number, timeZone: string): string =>
  moment.toZonedDateTimeISO(timeZone).toPlainDate().add({ days }).toString()

export const reviewRules: readonly Rule<ReviewCase>[] = [reviewOverdue, reviewAtStake, secondLookDue]
export const toolRules: readonly Rule<ToolCase>[] = [toolUnreviewed, toolUnowned]
export const programRules: readonly Rule<ProgramCase>[] = [charterUnsigned]
