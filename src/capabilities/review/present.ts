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
import type { Given, Queued } from './queue-store.ts'
import { givenFor } from './queue-store.ts'
import type { ConditionRow } from './store.ts'
import { keyOf } from './store.ts'

type Names = ReadonlyMap<string, string>
export const personOf = (names: Names, id: string) => ({ id, name: names.get(id) ?? 'Former colleague' })

export const roleName = ({ contacts }: Charter, role: string, language: Language): string =>
  contacts.find(({ id }) => id === role)?.name[language] ?? role

const presentSignOff = (row: Given, names: Names, charter: Charter, language: Language): z.input<typeof signOffView> => ({
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

export const peopleIn = (reviews: readonly Queued[], signOffs: readonly Given[]): string[] => [
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
  row: Queued,
  subject: { key: string; name: string },
  signOffs: readonly Given[],
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
    signOffs: signOffs.map(signOff => presentSignOff(signOff, names, charter, language)),
    outcome: row.outcome,
    endedAt: row.endedAt?.toString() ?? null,
    endedBecause: row.endedBecause,
  }
}

const standingOf = ({ endedAt, state, dueAt }: Queued, endOfToday: Temporal.Instant, now: Temporal.Instant): (typeof standings)[number] =>
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

/** Several reviews for a list: two queries, and one for each kind among them, all at one moment. */
export const presentReviews = async (
  db: Db,
  rows: readonly Queued[],
  kinds: readonly ReviewKind[],
  presenting: Omit<Presenting, 'names'>,
): Promise<z.input<typeof reviewSummary>[]> => {
  const ids = rows.map(({ id }) => id)
  const [signOffs, others, described] = await Promise.all([
    givenFor(db, ids),
    namesOf(db, peopleIn(rows, [])),
    Promise.all(kinds.map(kind => subjectsOf(db, kind, rows))),
  ])
  const names = new Map(others)
  for (const { assigneeId, assigneeName, decidedBy, deciderName } of signOffs) {
    if (assigneeId !== null && assigneeName !== null) names.set(assigneeId, assigneeName)
    if (decidedBy !== null && deciderName !== null) names.set(decidedBy, deciderName)
  }
  const given = Map.groupBy(signOffs, ({ reviewId }) => reviewId)
  const subjects = new Map(described.flatMap(of => [...of]))
  return rows.map(row =>
    presentReview(row, subjects.get(`${row.kind}/${row.subject}`) ?? { key: row.subject, name: '' }, given.get(row.id) ?? [], {
      ...presenting,
      names,
    }),
  )
}

/** What the reviews of one kind are about; no query where none is. */
const subjectsOf = async (db: Db, { kind, describe }: ReviewKind, rows: readonly Queued[]) => {
  const ids = rows.filter(row => row.kind === kind).map(({ subject }) => subject)
  if (ids.length === 0) return []
  return [...(await describe(db, ids))].map(([id, subject]) => [`${kind}/${id}`, subject] as const)
}
