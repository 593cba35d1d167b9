/** Where the data lives: PostgreSQL, or an embedded database of one process. */
export { limits } from './embedded/limits.ts'
export { holderOf, isAlive } from './embedded/lock.ts'
export { keepHouse } from './housekeeping.ts'
export { copyStore } from './move.ts'
export { openStore } from './open.ts'
export type { Db, Store, StoreConfig } from './store.ts'
export type { Tables } from './tables.ts'
export { at } from './types.ts'
