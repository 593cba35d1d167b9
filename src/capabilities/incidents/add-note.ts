import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { requestId } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { incident, moment, noteWords } from './contract.ts'
import { expectOpen } from './held.ts'
import { noSuchIncident, worksOn } from './permissions.ts'
import * as said from './said.ts'
import { incidentNumberOf, insertNote, lockIncident } from './store.ts'

export const addIncidentNote = operation({
  name: 'add-incident-note',
  summary: 'Note what happened, with its moment, on the timeline of an incident.',
  effect: 'write',
  once: true,
  http: { method: 'POST', path: '/incidents/{incident}/notes' },
  input: z.strictObject({ incident: incident(), at: moment('When it happened.'), text: noteWords(), requestId: requestId() }),
  output: z.object({ id: z.string(), at: z.string() }),
  target: ({ incident }, { db }) => lockIncident(db, incidentNumberOf(incident)),
  allows: worksOn,
  async run({ at: given, text }, { actor, db, now, record }, held) {
    if (!held) throw noSuchIncident()
    expectOpen(held)
    const at = Temporal.Instant.from(given)
    if (Temporal.Instant.compare(at, now) > 0)
      throw refuse('invalid', 'note-ahead', 'This moment is still to come.', 'Give the moment at which it happened.', 'at')
    const row = await insertNote(db, { incidentId: held.id, at, text, writtenBy: asPerson(actor).id }, now)
    record(said.noted(row))
    return { id: row.id, at: row.at.toString() }
  },
})
