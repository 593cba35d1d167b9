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
