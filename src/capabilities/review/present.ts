import type { z } from 'zod'
import type { Charter, Language } from '#src/engines/charter/index.ts'
import { calendarOf } from '#src/engines/charter/index.ts'
import type { BusinessCalendar } from '#src/kernel/business-calendar.ts'
import { workingDayMinutes } from '#src/kernel/business-calendar.ts'
import type { Db } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { clockOf } from './clock.ts'
import type { conditionView, reviewSummary, signOffView, standings } from './contract.ts'
import type { ReviewKind } from './kind.ts'
import type { ConditionRow, ReviewRow, SignOffRow } from './store.ts'
import { keyOf, signOffsOf } from './store.ts'

type Names = ReadonlyMap<string, string>
export const personOf = (names: Names, id: string) => ({ id, name: names.get(id) ?? 'Former colleague' })

export const roleName = ({ contacts }: Charter, role: string, language: Language): string =>
  contacts.find(({ id }) => id === role)?.name[language] ?? role

const presentSignOff = (row: SignOffRow, names: Names, charter: Charter, language: Language): z.input<typeof signOffView> => ({
  role: row.role,
  roleName: roleName(charter, row.role, language),
  state: row.state,
  assignee: row.assigneeId === null ? null : personOf(names, row.assigneeId),
  startedAt: row.startedAt?.toString() ?? null,
  decided:
    row.decidedBy === null || row.decidedAt === null
      ? null
      : { by: personOf(names, row.decidedBy), at: row.decidedAt.toString(), reason: row.reason, answers: { ...row.answers } },
})

export const presentCondition = (row: ConditionRow, review: string, names: Names): z.input<typeof conditionView> => ({
  id: row.id,
  version: row.version,
  review,
  role: row.role,
  text: row.text,
  needed: row.needed,
  dueOn: row.dueOn,
  state: row.state,
  setBy: personOf(names, row.setBy),
  met:
    row.metBy === null || row.metAt === null ? null : { by: personOf(names, row.metBy), at: row.metAt.toString(), note: row.metNote ?? '' },
  accepted:
    row.acceptedBy === null || row.acceptedAt === null ? null : { by: personOf(names, row.acceptedBy), at: row.acceptedAt.toString() },
})

export const peopleIn = (reviews: readonly ReviewRow[], signOffs: readonly SignOffRow[]): string[] => [
  ...reviews.flatMap(({ submittedBy, pauses }) => [submittedBy, ...pauses.map(({ waitsFor }) => waitsFor)]),
  ...signOffs.flatMap(({ assigneeId, decidedBy }) => [assigneeId, decidedBy].filter(id => id !== null)),
]

interface Presenting {
  charter: Charter
  names: Names
  language: Language
  now: Temporal.Instant
  /** The midnight that ends today. */
  today: Temporal.Instant
}

export const presentReview = (
  row: ReviewRow,
  subject: { key: string; name: string },
  signOffs: readonly SignOffRow[],
  { charter, names, language, now, today }: Presenting,
): z.input<typeof reviewSummary> => {
  const calendar = calendarOf(charter)
  const { ours, makers, left, paused } = clockOf(calendar, row, now)
  return {
    key: keyOf(row.number),
    version: row.version,
    kind: row.kind,
    subject: { id: row.subject, key: subject.key, name: subject.name },
    purpose: row.purpose,
    tier: row.tier,
    state: row.state,
    submittedBy: personOf(names, row.submittedBy),
    submittedAt: row.submittedAt.toString(),
    dueAt: row.dueAt.toString(),
    clock: {
      ours,
      makers,
      left,
      promised: row.promisedMinutes,
      dayMinutes: workingDayMinutes(calendar),
      pausedFor: paused ? personOf(names, paused.waitsFor) : null,
      pausedSince: paused?.from ?? null,
      standing: standingOf(row, today, now),
      calendar: calendar.name,
    },
    signOffs: signOffs.filter(({ reviewId }) => reviewId === row.id).map(signOff => presentSignOff(signOff, names, charter, language)),
    outcome: row.outcome,
    endedAt: row.endedAt?.toString() ?? null,
    endedBecause: row.endedBecause,
  }
}

const standingOf = (
  { endedAt, state, dueAt }: ReviewRow,
  endOfToday: Temporal.Instant,
  now: Temporal.Instant,
): (typeof standings)[number] =>
  endedAt !== null
    ? 'ended'
    : state === 'with-maker'
      ? 'paused'
      : Temporal.Instant.compare(dueAt, now) < 0
        ? 'late'
        : Temporal.Instant.compare(dueAt, endOfToday) < 0
          ? 'due-today'
          : 'going'

/** The midnight that ends today where the calendar is. */
export const endOfToday = ({ timeZone }: Pick<BusinessCalendar, 'timeZone'>, now: Temporal.Instant): Temporal.Instant =>
  now.toZonedDateTimeISO(timeZone).startOfDay().add({ days: 1 }).toInstant()

/** Several reviews for a list: three queries, and one for each kind among them. */
export const presentReviews = async (
  db: Db,
  rows: readonly ReviewRow[],
  kinds: readonly ReviewKind[],
  presenting: Omit<Presenting, 'names'>,
): Promise<z.input<typeof reviewSummary>[]> => {
  const signOffs = await signOffsOf(
    db,
    rows.map(({ id }) => id),
  )
  const names = await namesOf(db, peopleIn(rows, signOffs))
  const described = new Map<string, { key: string; name: string }>()
  for (const kind of kinds) {
    const subjects = rows.filter(row => row.kind === kind.kind).map(({ subject }) => subject)
    if (subjects.length === 0) continue
    for (const [id, subject] of await kind.describe(db, subjects)) described.set(`${kind.kind}/${id}`, subject)
  }
  return rows.map(row =>
    presentReview(row, described.get(`${row.kind}/${row.subject}`) ?? { key: row.subject, name: '' }, signOffs, { ...presenting, names }),
  )
}
