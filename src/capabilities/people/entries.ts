import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'

/** Guildhall began to run this company's program, or a demo of it. */
export const installationFounded = defineEntry({
  type: 'installation-founded',
  version: 1,
  data: z.strictObject({ demo: z.boolean() }),
  personal: ['company'],
})

export const unitAdded = defineEntry({
  type: 'unit-added',
  version: 1,
  data: z.strictObject({ parent: z.string().nullable(), lead: z.string().nullable() }),
  personal: ['name', 'code'],
})

/** A person became known to the program. What says who they are stays erasable: the ledger keeps commitments to it. */
export const personAdded = defineEntry({
  type: 'person-added',
  version: 1,
  data: z.strictObject({ human: z.string(), unit: z.string().nullable(), manager: z.string().nullable(), roles: z.array(z.string()) }),
  personal: ['name', 'email', 'employeeNumber', 'jobTitle', 'contact'],
})
