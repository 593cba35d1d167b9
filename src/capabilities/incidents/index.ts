import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import { addIncidentAction, completeIncidentAction, deferIncidentAction } from './actions.ts'
import { addIncidentNote } from './add-note.ts'
import { changeIncident } from './change-incident.ts'
import { closeIncident, containIncident } from './end-incident.ts'
import * as entries from './entries.ts'
import { incidentActions, incidentNotes, incidents } from './governed.ts'
import { listIncidents } from './list-incidents.ts'
import { openIncident } from './open-incident.ts'
import { markOf } from './present.ts'
import { showIncident } from './show-incident.ts'
import { incidentsOf } from './store.ts'

export { readsIncidents } from './permissions.ts'
export { incidentKeyOf, incidentsCalled } from './store.ts'

/** That there are incidents about a solution, for its page; whoever sees it may know that, and no more. */
export const incidentsAbout = async (db: Db, solution: string) => (await incidentsOf(db, solution)).map(markOf)

/** What went wrong, from the first notice to what was learned. */
export const incidentsCapability = (charters: Charters) => ({
  operations: [
    openIncident(charters),
    listIncidents(charters),
    showIncident(charters),
    changeIncident(charters),
    containIncident,
    closeIncident(charters),
    addIncidentNote,
    addIncidentAction(charters),
    completeIncidentAction,
    deferIncidentAction(charters),
  ],
  governed: [incidents, incidentNotes, incidentActions],
  entries: Object.values(entries),
})
