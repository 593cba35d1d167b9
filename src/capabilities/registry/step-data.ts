import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'

/** What every step of a solution's life says in the ledger, whichever capability takes it. */
const step = {
  from: z.string(),
  to: z.string(),
  declaration: z.string().nullable(),
  tier: z.int(),
  expires: z.string().nullable(),
}

/** Declares the entry of a step of the lifecycle; what people wrote goes into `personal`. */
export const stepEntry = <const P extends string = never>(type: string, personal: readonly P[] = []) =>
  defineEntry({ type, version: 1, data: z.strictObject(step), personal })
