import type { ColumnType } from 'kysely'
import type { Facts } from '#src/kernel/message.ts'
import type { Json, MaybeJson, MaybeMoment, Moment } from './columns.ts'

/** Word to one person, and what became of it. Deleted when it is old; proves nothing. */
export interface MessageTable {
  id: string
  /** Names what happened and whom it tells: nobody is told twice of one thing. */
  once: string
  kind: string
  urgency: 'act' | 'digest'
  loud: boolean
  toId: string
  because: string
  aboutKind: string
  aboutKey: string
  aboutName: string
  ofId: string
  ofVersion: number
  facts: Json<Facts>
  operation: string
  at: Moment
  /** When it is looked at: at once, or when its reader's quiet hours are over. */
  dueAt: Moment
  /**
   * `held`: over the day's cap, so it comes in the digest; `delivered`, `digested`: it went into a letter of its own or a digest;
   * `kept`: its reader wants it in the inbox only; `dropped`: no longer true when it would have gone.
   */
  state: 'waiting' | 'held' | 'delivered' | 'digested' | 'kept' | 'dropped'
  deliveryId: string | null
  readAt: MaybeMoment
}

/** One letter to one person. */
export interface DeliveryTable {
  id: string
  personId: string
  form: 'single' | 'digest'
  channel: 'mail' | 'chat'
  /** The day on its reader's wall; a date, read and written as text. */
  day: ColumnType<string, string, string>
  /** What it tells of: a kind of message, or `digest`. */
  kind: string
  messages: number
  /** `failed`: tried, and tried again; `dead`: given up; `dry`: would have been sent; `dropped`: there was nothing left to say. */
  state: 'due' | 'failed' | 'sent' | 'dead' | 'dry' | 'dropped'
  tries: number
  nextAt: Moment
  /** Who is sending it, and until when nobody else does. */
  holder: string | null
  leaseUntil: MaybeMoment
  /** Why it was not sent, by code; nothing that a server said. */
  trouble: string | null
  /** Why it goes by mail although it was written as a card, by code. */
  chatTrouble: ColumnType<string | null, string | null | undefined, string | null>
  /** What the receiving server calls it. */
  providerId: string | null
  madeAt: Moment
  sentAt: MaybeMoment
}

/** How somebody wants to be told; who has none is told as usual. */
export interface MessagePreferenceTable {
  /** The person's. */
  id: string
  version: number
  sealSalt: Buffer
  channel: 'mail' | 'chat' | 'none'
  level: 'everything' | 'act-only' | 'digest-only'
  /** Times on the wall, such as 08:00. */
  digestAt: string
  quietFrom: string | null
  quietTo: string | null
  /** Null: the company's own. */
  timeZone: string | null
  language: 'en' | 'de' | null
}

/** Somebody's own chat, to which their letters may go as cards. */
export interface PersonalChatTable {
  id: string
  personId: string
  version: number
  sealSalt: Buffer
  kind: 'teams' | 'slack'
  /** Of its address all that is ever shown. */
  host: string
  sealedAddress: Buffer
  /** When this address was given: a letter written before goes by mail. */
  setAt: Moment
  /** Since when it took nothing; null while it takes what is sent. */
  failingSince: MaybeMoment
}

/** One row, or none before any host was opened. */
export interface ChatSettingTable {
  id: string
  version: number
  sealSalt: Buffer
  /** To which letters of one person may go: a name, or `*.` and one for all below it. */
  hosts: Json<string[]>
}

/** What the company says instead of a kind's own text, in one language. */
export interface MessageTextTable {
  id: string
  version: number
  sealSalt: Buffer
  kind: string
  language: 'en' | 'de'
  subject: string
  lines: Json<string[]>
}

interface MailSettings {
  host: string
  port: number
  /** TLS from the first byte, begun after the greeting (STARTTLS), or none, as only a private target may be. */
  security: 'tls' | 'starttls' | 'none'
  from: string
  user: string | null
}

/** One row, or none before anything was set. */
export interface MessagesSettingTable {
  id: string
  version: number
  sealSalt: Buffer
  /** Letters are written and kept, and none is sent. */
  dryRun: boolean
  /** How many letters somebody gets a day, the digest among them. */
  dailyLetters: number
  digestLines: number
  language: 'en' | 'de'
  /** Where links lead, such as https://guildhall.example.com. */
  address: string | null
  mail: MaybeJson<MailSettings>
  sealedPassword: Buffer | null
}
