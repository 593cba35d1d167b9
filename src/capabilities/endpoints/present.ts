import type { z } from 'zod'
import type { Db } from '../operation.ts'
import type { endpointDeliveryView, endpointView } from './contract.ts'
import type { DeliveryRow } from './delivery-store.ts'
import { countDeliveries } from './delivery-store.ts'
import { groups } from './groups.ts'
import type { EndpointRow } from './store.ts'

export const presentEndpoints = async (db: Db, rows: readonly EndpointRow[]): Promise<z.input<typeof endpointView>[]> => {
  const counts = await countDeliveries(db)
  return rows.map(row => {
    const { due = 0, failed = 0, held = 0, dead = 0 } = counts.get(row.id) ?? {}
    return {
      id: row.id,
      version: row.version,
      kind: row.kind,
      name: row.name,
      host: row.host,
      groups: groups.filter(group => row.groups.includes(group)),
      state: row.state,
      pausedBecause: row.pausedBecause,
      madeAt: row.madeAt.toString(),
      oldSecretUntil: row.oldSecretUntil?.toString() ?? null,
      failingSince: row.failingSince?.toString() ?? null,
      lastSentAt: row.lastSentAt?.toString() ?? null,
      waiting: due + failed + held,
      dead,
      next: row.nextEntry,
    }
  })
}

export const presentEndpoint = async (db: Db, row: EndpointRow): Promise<z.input<typeof endpointView>> => {
  const [shown] = await presentEndpoints(db, [row])
  if (!shown) throw new Error('What was asked for one endpoint presents none.')
  return shown
}

export const presentDelivery = (row: DeliveryRow): z.input<typeof endpointDeliveryView> => ({
  id: row.id,
  number: row.number,
  entry: row.entry,
  type: row.type,
  events: row.events,
  state: row.state,
  tries: row.tries,
  nextAt: row.state === 'due' || row.state === 'failed' ? row.nextAt.toString() : null,
  trouble: row.trouble,
  madeAt: row.madeAt.toString(),
  sentAt: row.sentAt?.toString() ?? null,
})
