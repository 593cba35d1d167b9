import type { ColumnType, GeneratedAlways } from 'kysely'
import type { Json, MaybeMoment, Moment } from './columns.ts'

/** Empty until something happened. */
type Later<T> = ColumnType<T | null, T | null | undefined, T | null>

/** An address of the company's to which events go. */
export interface EndpointTable {
  id: string
  version: number
  sealSalt: Buffer
  kind: 'webhook' | 'teams' | 'slack' | 'syslog'
  name: string
  /** Host and port of its address, all of it that is ever shown. */
  host: string
  groups: Json<string[]>
  state: 'active' | 'paused'
  pausedBecause: Later<'person' | 'failing'>
  madeAt: Moment
  sealedAddress: Buffer
  sealedSecret: Later<Buffer>
  /** What was in use before, as long as both sign. */
  sealedOldSecret: Later<Buffer>
  oldSecretUntil: MaybeMoment
  /** The place in the ledger of the first entry that was not looked at yet. */
  nextEntry: number
  /** Since when nothing was taken; null while things are. */
  failingSince: MaybeMoment
  lastSentAt: MaybeMoment
}

/** One event on its way to one endpoint. Deleted when it is old; proves nothing. */
export interface EndpointDeliveryTable {
  /** Made of the endpoint and the entry: what its receiver knows the event by, however often it comes. */
  id: string
  number: GeneratedAlways<number>
  endpointId: string
  /** The entry's place in the ledger; null for what is no event of it. */
  entry: number | null
  type: string
  /** How many events it stands for. */
  events: number
  /** `failed`: tried, and tried again; `dead`: given up; `held`: over a channel's cap; `summed`: told of by number alone. */
  state: 'due' | 'failed' | 'sent' | 'dead' | 'held' | 'summed'
  tries: number
  nextAt: Moment
  /** Who is sending it, and until when nobody else does. */
  holder: Later<string>
  leaseUntil: MaybeMoment
  /** Why it was not taken, by code; nothing that a receiver said. */
  trouble: Later<string>
  madeAt: Moment
  sentAt: MaybeMoment
}
