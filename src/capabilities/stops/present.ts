import type { z } from 'zod'
import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import type { StopRow } from '../registry/index.ts'
import { personIn, stopKeyOf } from '../registry/index.ts'
import type { stopSummary } from './contract.ts'
import { progressOf } from './hold-store.ts'
import { incidentKeysOf } from './store.ts'
import { namedTargets } from './targets.ts'

const stateOf = ({ fullAt, liftedAt, releasedAt }: StopRow) => {
  if (liftedAt !== null) return releasedAt === null ? 'lifting' : 'lifted'
  return fullAt === null ? 'stopping' : 'stopped'
}

/** Stops as lists show them: a fixed number of queries. */
export const presentStops = async (
  charters: Charters,
  db: Db,
  rows: readonly StopRow[],
  language: 'en' | 'de',
): Promise<z.input<typeof stopSummary>[]> => {
  const names = await namesOf(
    db,
    rows.map(({ startedBy }) => startedBy),
  )
  const target = await namedTargets(charters, db, rows, language)
  const incidents = await incidentKeysOf(
    db,
    rows.flatMap(({ incidentId }) => incidentId ?? []),
  )
  const progress = await progressOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(row => {
    const { suspended, resumed } = progress(row.id)
    return {
      key: stopKeyOf(row.number),
      version: row.version,
      target: target(row),
      because: row.because,
      state: stateOf(row),
      startedBy: personIn(names, row.startedBy),
      startedAt: row.startedAt.toString(),
      running: row.running,
      suspended,
      resumed,
      fullAt: row.fullAt?.toString() ?? null,
      liftedAt: row.liftedAt?.toString() ?? null,
      incident: row.incidentId === null ? null : (incidents.get(row.incidentId) ?? null),
    }
  })
}
