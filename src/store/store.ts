import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** Whatever can run a query: the store itself or a transaction. Operations are only ever handed a transaction. */
export type Db = Kysely<Tables> | Transaction<Tables>

/** Where the data lives: on a PostgreSQL that any number of replicas share, or in a directory of this process alone. */
export type StoreConfig = { kind: 'postgres'; url: string } | { kind: 'embedded'; directory: string }

export interface Store {
  kind: StoreConfig['kind']
  db: Kysely<Tables>
  /** Embedded only: what an operator's command shows the running server; null where commands open the store themselves. */
  operatorSecret: string | null
  /** Embedded only: tells other processes where this one answers. */
  announce(address: string): Promise<void>
  /** Null where the database answers, else what keeps it from answering, in words for an operator. */
  isUp(): Promise<string | null>
  close(): Promise<void>
}
