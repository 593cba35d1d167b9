import type { z } from 'zod'
import type { Actor, Scope } from '#src/kernel/actor.ts'
import { historyOfEach } from '#src/ledger/index.ts'
import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { keyOf, personIn, stopKeyOf } from '../registry/index.ts'
import { presentStops, stopsOfIncident } from '../stops/index.ts'
import { affectedBy } from './affected-store.ts'
import { isOverdue, whyNotClosed } from './closing.ts'
import type { incidentMark, incidentView } from './contract.ts'
import { dutiesOf } from './duties.ts'
import { closes, worksOn } from './permissions.ts'
import type { IncidentRow } from './store.ts'
import { actionsOf, incidentKeyOf, notesOf } from './store.ts'

const MOST_MOMENTS = 300

/** Today, where the charter's days begin and end. */
export const todayIn = async (charters: Charters, db: Db, now: Temporal.Instant): Promise<string> =>
  now
    .toZonedDateTimeISO((await charters.adopted(db)).documents['charter.yaml'].timeZone)
    .toPlainDate()
    .toString()

export const markOf = ({ number, severity, state, noticedAt }: IncidentRow): z.input<typeof incidentMark> => ({
  key: incidentKeyOf(number),
  severity,
  state,
  noticedAt: noticedAt.toString(),
})

interface Looking {
  db: Db
  actor: Actor
  scope: Scope
  now: Temporal.Instant
}

/** An incident with everything that belongs to it: a fixed number of queries, whatever it reaches. */
export const presentIncident = async (
  charters: Charters,
  { db, actor, scope, now }: Looking,
  row: IncidentRow,
  language: 'en' | 'de',
): Promise<z.input<typeof incidentView>> => {
  const stops = await stopsOfIncident(db, row.id)
  const reach = await affectedBy(db, scope, row)
  const notes = await notesOf(db, row.id, MOST_MOMENTS)
  const actions = await actionsOf(db, row.id)
  const subjects = [
    { kind: 'incident', ids: [row.id] },
    { kind: 'incident-action', ids: actions.map(({ id }) => id) },
    { kind: 'stop', ids: stops.map(({ id }) => id) },
    { kind: 'proposal', ids: reach.proposals },
  ]
  const entries = await historyOfEach(db, subjects, MOST_MOMENTS)
  const today = await todayIn(charters, db, now)
  const names = await namesOf(db, [
    row.openedBy,
    ...(row.closedBy === null ? [] : [row.closedBy]),
    ...reach.solutions.map(({ ownerId }) => ownerId),
    ...actions.map(({ ownerId }) => ownerId),
    ...notes.map(({ writtenBy }) => writtenBy),
    ...entries.map(({ actor }) => actor),
  ])
  const person = (id: string) => personIn(names, id)
  const keyed = new Map([[row.id, incidentKeyOf(row.number)], ...stops.map(({ id, number }) => [id, stopKeyOf(number)] as const)])
  const standsInTheWay = row.state === 'closed' ? [] : whyNotClosed(row, actions, today)
  const timeline = [
    ...notes.map(({ at, text, writtenBy }) => ({
      at: at.toString(),
      kind: 'note' as const,
      text,
      type: null,
      entry: null,
      about: null,
      by: person(writtenBy),
    })),
    ...entries.map(({ id, type, at, actor, subjectId }) => ({
      at: at.toString(),
      kind: 'entry' as const,
      text: null,
      type,
      entry: id,
      about: keyed.get(subjectId) ?? null,
      by: person(actor),
    })),
  ]
  return {
    ...markOf(row),
    version: row.version,
    title: row.title,
    whatHappened: row.whatHappened,
    openedBy: person(row.openedBy),
    openedAt: row.openedAt.toString(),
    containedAt: row.containedAt?.toString() ?? null,
    closed: row.closedBy === null || row.closedAt === null ? null : { by: person(row.closedBy), at: row.closedAt.toString() },
    cause: row.cause,
    lessons: row.lessons,
    named: reach.named.map(keyOf),
    stops: await presentStops(charters, db, stops, language),
    solutions: reach.solutions.map(({ number, name, tier, state, ownerId }) => ({
      key: keyOf(number),
      name,
      tier,
      state,
      owner: person(ownerId),
    })),
    affected: reach.total,
    dataClasses: reach.dataClasses,
    units: reach.units,
    duties: dutiesOf({ noticedAt: row.noticedAt, dataClasses: reach.dataClasses }).map(({ id, dueAt }) => ({
      id,
      dueAt: dueAt?.toString() ?? null,
    })),
    actions: actions.map(action => ({
      id: action.id,
      version: action.version,
      what: action.what,
      owner: person(action.ownerId),
      dueOn: action.dueOn,
      doneAt: action.doneAt?.toString() ?? null,
      overdue: isOverdue(action, today),
      deferredBecause: action.deferredBecause,
      mine: actor.kind === 'person' && actor.id === action.ownerId,
    })),
    timeline: timeline.toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, MOST_MOMENTS),
    standsInTheWay,
    you: {
      mayWork: row.state !== 'closed' && worksOn(actor, row) === null,
      mayClose: row.state !== 'closed' && closes(actor, row) === null,
    },
  }
}
