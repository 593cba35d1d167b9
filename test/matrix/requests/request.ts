import type { Db } from '#src/store/index.ts'
import type { Asking } from '../../../scripts/generate/matrix/index.ts'

/** What an address names: the fields by which an operation finds what it is about. */
type Named = Readonly<Record<string, string>>

/** Operation → about what, as in the matrix → what is asked for; by who asks, where everybody has one of their own. */
export type Requests = Readonly<Record<string, Readonly<Record<string, Named | ((asking: Asking) => Named)>>>>

/** Puts a capability's rows on the stage, for everybody who will ask, and says how to ask about them. */
export type StageRequests = (db: Db, everybody: readonly Asking[]) => Promise<Requests>
