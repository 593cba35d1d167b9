import { governed } from '#src/ledger/index.ts'

export const incidents = governed({
  kind: 'incident',
  table: 'incident',
  columns: [
    'number',
    'title',
    'whatHappened',
    'severity',
    'noticedAt',
    'openedBy',
    'openedByHuman',
    'openedAt',
    'state',
    'containedAt',
    'closedAt',
    'closedBy',
    'closedByHuman',
    'solutions',
    'cause',
    'lessons',
  ],
})

export const incidentNotes = governed({
  kind: 'incident-note',
  table: 'incidentNote',
  columns: ['incidentId', 'at', 'text', 'writtenBy', 'writtenAt'],
})

export const incidentActions = governed({
  kind: 'incident-action',
  table: 'incidentAction',
  columns: ['incidentId', 'what', 'ownerId', 'dueOn', 'doneAt', 'doneBy', 'deferredBecause'],
})
