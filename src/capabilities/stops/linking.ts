import { refuse } from '#src/kernel/refusal.ts'
import { stopNumberOf } from '../registry/index.ts'
import type { Writing } from './holding.ts'
import * as said from './said.ts'
import { lockStops, moveStop, stopsOfIncident } from './store.ts'

/** Exactly the stops with these keys belong to an incident from now on. @throws Refusal `no-such-stop`, `stop-of-another` */
export const linkStops = async ({ db, record }: Omit<Writing, 'send'>, incident: string, keys: readonly string[]): Promise<void> => {
  const numbers = [...new Set(keys.map(stopNumberOf))]
  const wanted = await lockStops(db, numbers)
  if (wanted.length < numbers.length)
    throw refuse('not-found', 'no-such-stop', 'There is no such stop.', 'Take it from the list of stops.', 'stops')
  if (wanted.some(({ incidentId }) => incidentId !== null && incidentId !== incident))
    throw refuse(
      'conflict',
      'stop-of-another',
      'It belongs to another incident.',
      'Take it out there first, or leave it out here.',
      'stops',
    )
  for (const { id } of wanted.filter(({ incidentId }) => incidentId === null))
    record(said.linked(await moveStop(db, id, { incidentId: incident })))
  for (const { id, number } of await stopsOfIncident(db, incident))
    if (!numbers.includes(number)) record(said.linked(await moveStop(db, id, { incidentId: null })))
}
