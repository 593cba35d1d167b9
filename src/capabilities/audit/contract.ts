import { z } from 'zod'

export const checkpointView = z
  .object({
    size: z.int().describe('Entries in the signed tree.'),
    note: z.string().describe('The checkpoint: a C2SP signed note with the tree’s size and root. Keep a copy elsewhere.'),
  })
  .meta({ id: 'Checkpoint' })

export const entryView = z
  .object({
    entry: z.int().describe('Its number, as histories show it.'),
    type: z.string(),
    at: z.string(),
    actor: z
      .object({ id: z.string(), name: z.string() })
      .nullable()
      .describe('Null where the program did it by itself; `anonymous` is somebody who was not signed in.'),
    subject: z
      .object({
        kind: z.string(),
        id: z.string(),
        key: z.string().nullable().describe('What people call it by: SOL-0042, REV-0042; null where it has no such key.'),
        name: z.string().nullable().describe('As it is called now; null where it has no name.'),
      })
      .describe('What it is about.'),
    sealed: z.boolean().describe('Whether it has its place in the tree.'),
  })
  .meta({ id: 'LedgerEntry' })

export const proofView = entryView
  .extend({
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
