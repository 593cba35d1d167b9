import type { Context } from '#src/kernel/operation.ts'
import type { Entry } from '#src/ledger/index.ts'
import type { Db } from '../operation.ts'

/** What a step of an operation needs in order to change something and record it. */
export type Writing = Pick<Context<Db, Entry>, 'db' | 'now' | 'record'>
