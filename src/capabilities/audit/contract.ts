import { z } from 'zod'

export const checkpointView = z
  .object({
    size: z.int().describe('Entries in the signed tree.'),
    note: z.string().describe('The checkpoint: a C2SP signed note with the tree’s size and root. Keep a copy elsewhere.'),
  })
  .meta({ id: 'Checkpoint' })

export const proofView = z
  .object({
    entry: z.int(),
    type: z.string(),
    at: z.string(),
    body: z.string().describe('The entry exactly as it was sealed.'),
    proof: z.string().nullable().describe('A C2SP tlog-proof; null for the second until the entry is sealed.'),
  })
  .meta({ id: 'Proof' })

const fault = z.object({ says: z.string().describe('What is wrong, in plain words.') })

export const stateReport = z
  .object({
    ok: z.boolean(),
    ledger: z
      .object({
        ok: z.boolean(),
        trust: z.enum(['given-key', 'key-of-the-file']),
        origin: z.string(),
        vkey: z.string(),
        entries: z.int(),
        signed: z.int().nullable(),
        disclosed: z.int(),
        erased: z.int(),
        faults: z.array(fault.extend({ entry: z.int().nullable() })).readonly(),
      })
      .nullable()
      .describe('Null where nothing was sealed yet.'),
    faults: z.array(fault).readonly().describe('Where tables and ledger disagree; at most 100.'),
  })
  .meta({ id: 'LedgerReport' })
