import { hash } from 'node:crypto'
import type { BusinessCalendar } from '#src/kernel/business-calendar.ts'
import { addBusinessMinutes } from '#src/kernel/business-calendar.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { SolutionRow } from '../registry/index.ts'
import type { ReviewRow as Row } from './store.ts'

export const verdicts = ['waiting', 'approved', 'rejected', 'expired', 'withdrawn'] as const
export type Verdict = (typeof verdicts)[number]

/** What has become of content by now. Silence is never a yes: whatever nobody decided in time has expired. */
export const verdictOf = ({ state, dueAt }: Pick<Row, 'state' | 'dueAt'>, now: Temporal.Instant): Verdict => {
  if (state !== 'open') return state
  return Temporal.Instant.compare(dueAt, now) <= 0 ? 'expired' : 'waiting'
}

/** Tried in the sandbox: it says nothing about what the solution does when it runs. */
export const isTest = ({ declarationId }: Pick<Row, 'declarationId'>): boolean => declarationId === null

/** Whether a solution runs, or is being tried in its sandbox; else nothing of it may leave, whoever approved it. */
export const isAtWork = ({ state, sandboxUntil }: Pick<SolutionRow, 'state' | 'sandboxUntil'>, now: Temporal.Instant): boolean =>
  state === 'active' || (sandboxUntil !== null && Temporal.Instant.compare(now, sandboxUntil) < 0)

/** SHA-256 of the exact bytes in UTF-8, in hex. */
export const digestOf = (content: string): string => hash('sha256', content, 'hex')

/** Nobody reads in less, however short it is. */
const READING = Temporal.Duration.from({ seconds: 5 })

/** Whether content was approved sooner than whoever did it can have read it, or without its ever having been shown to them. */
export const isTooQuick = (openedAt: Temporal.Instant | null, decidedAt: Temporal.Instant): boolean =>
  openedAt === null || Temporal.Instant.compare(openedAt.add(READING), decidedAt) > 0

/**
 * Until when somebody has to decide: so many business minutes from now, as its solution gives or sooner.
 * @throws Refusal `content-deadline-too-long`
 */
export const dueAfter = (
  calendar: BusinessCalendar,
  now: Temporal.Instant,
  { asked, most }: { asked: number | null; most: number },
): Temporal.Instant => {
  if (asked !== null && asked > most)
    throw refuse(
      'invalid',
      'content-deadline-too-long',
      `Content of this solution waits ${most} minutes of working time at most.`,
      `Ask for ${most} or fewer, or leave the field out.`,
      'deadlineMinutes',
    )
  return addBusinessMinutes(calendar, now, asked ?? most)
}

/** @throws Refusal `content-decided`, `content-expired` where nobody can decide any more. */
export const expectWaiting = (row: Pick<Row, 'state' | 'dueAt'>, now: Temporal.Instant): void => {
  const verdict = verdictOf(row, now)
  if (verdict === 'waiting') return
  if (verdict === 'expired')
    throw refuse('conflict', 'content-expired', 'The time for this content is over; it was not sent.', 'Have it submitted anew.', 'id')
  throw refuse('conflict', 'content-decided', 'Somebody decided about this content already.', 'Reload, and see what they said.', 'id')
}

/** How many may wait for people of one solution, and come in an hour: more than that nobody reads. */
export const BOUNDS = { open: 200, anHour: 500 } as const

/** @throws Refusal `too-much-content` */
export const expectRoom = ({ open, lastHour }: { open: number; lastHour: number }): void => {
  if (open >= BOUNDS.open)
    throw refuse(
      'too-many',
      'too-much-content',
      `${BOUNDS.open} pieces of content of this solution wait for a person already.`,
      'Wait until some are decided, or name more reviewers.',
    )
  if (lastHour >= BOUNDS.anHour)
    throw refuse(
      'too-many',
      'too-much-content',
      `${BOUNDS.anHour} pieces of content of this solution came within an hour.`,
      'Send less, or wait an hour.',
    )
}

/** Nobody is there to look. */
export const noContentReviewers = (): Refusal =>
  refuse(
    'conflict',
    'no-content-reviewers',
    'Nobody is there who looks at what this solution writes.',
    'Have its owner name reviewers on its page.',
    'solution',
  )
