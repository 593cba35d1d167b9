import type { Entry } from '#src/ledger/index.ts'
import type { StopRow } from '../registry/index.ts'
import * as entries from './entries.ts'
import { holds, stops } from './governed.ts'
import type { HoldRow } from './hold-store.ts'

export const started = (row: StopRow): Entry => {
  const { kind, targetId: target, model, incidentId: incident, startedBy: by, running, because } = row
  return entries.stopStarted({ subject: stops.subject(row), data: { kind, target, model, incident, by, running }, personal: { because } })
}

export const linked = (row: StopRow): Entry =>
  entries.stopLinked({ subject: stops.subject(row), data: { incident: row.incidentId }, personal: {} })

/** Everything that it covers is suspended. */
export const full = (row: StopRow): Entry => entries.stopFull({ subject: stops.subject(row), data: {}, personal: {} })

export const lifted = (row: StopRow, { proposedBy, adoptedBy: liftedBy }: { proposedBy: string; adoptedBy: string }): Entry =>
  entries.stopLifted({ subject: stops.subject(row), data: { proposedBy, liftedBy }, personal: {} })

export const released = (row: StopRow): Entry => entries.stopReleased({ subject: stops.subject(row), data: {}, personal: {} })

export const held = (row: HoldRow): Entry =>
  entries.solutionHeld({
    subject: holds.subject(row),
    data: { stop: row.stopId, solution: row.solutionId, suspended: row.suspended },
    personal: {},
  })

export const letGo = (row: HoldRow, outcome: 'resumed' | 'kept'): Entry =>
  entries.solutionReleased({ subject: holds.subject(row), data: { stop: row.stopId, solution: row.solutionId, outcome }, personal: {} })
