import type { Entry } from '#src/ledger/index.ts'
import * as entries from './entries.ts'
import { incidentActions, incidentNotes, incidents } from './governed.ts'
import type { ActionRow, IncidentRow, NoteRow } from './store.ts'

const stands = ({ severity, state, noticedAt, solutions }: IncidentRow) => ({
  severity,
  state,
  noticedAt: noticedAt.toString(),
  solutions: [...solutions],
})

export const opened = (row: IncidentRow): Entry =>
  entries.incidentOpened({
    subject: incidents.subject(row),
    data: { ...stands(row), by: row.openedBy },
    personal: { title: row.title, whatHappened: row.whatHappened },
  })

export const changed = (row: IncidentRow): Entry => {
  const { title, whatHappened, cause, lessons } = row
  return entries.incidentChanged({ subject: incidents.subject(row), data: stands(row), personal: { title, whatHappened, cause, lessons } })
}

export const contained = (row: IncidentRow): Entry => entries.incidentContained({ subject: incidents.subject(row), data: {}, personal: {} })

export const closed = (row: IncidentRow, closedBy: string): Entry =>
  entries.incidentClosed({ subject: incidents.subject(row), data: { openedBy: row.openedBy, closedBy }, personal: {} })

export const noted = (row: NoteRow): Entry =>
  entries.incidentNoted({
    subject: incidentNotes.subject(row),
    data: { incident: row.incidentId, at: row.at.toString() },
    personal: { text: row.text },
  })

const about = (row: ActionRow) => ({
  subject: incidentActions.subject(row),
  data: { incident: row.incidentId, owner: row.ownerId, dueOn: row.dueOn },
})

export const actionAdded = (row: ActionRow): Entry => entries.incidentActionAdded({ ...about(row), personal: { what: row.what } })
export const actionDone = (row: ActionRow): Entry => entries.incidentActionDone({ ...about(row), personal: {} })
export const actionDeferred = (row: ActionRow): Entry =>
  entries.incidentActionDeferred({ ...about(row), personal: { because: row.deferredBecause } })
