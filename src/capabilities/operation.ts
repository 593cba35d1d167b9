import type { z } from 'zod'
import type { Operation } from '#src/kernel/operation.ts'
import type { Entry } from '#src/ledger/index.ts'
import type { Db } from '#src/store/index.ts'

/**
 * An operation over our store and our ledger. Calling this instead of writing a bare object lets the compiler derive
 * the types of input, output and target from the schemas.
 */
export const operation = <I extends z.ZodObject, O extends z.ZodType, T = null, A = undefined, B = undefined>(
  declared: Operation<I, O, T, Db, Entry, A, B>,
): Operation<I, O, T, Db, Entry, A, B> => declared

export type { Db } from '#src/store/index.ts'
