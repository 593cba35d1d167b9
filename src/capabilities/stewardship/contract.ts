import { z } from 'zod'
import { text } from '#src/kernel/text.ts'
import { personRef } from '../registry/index.ts'

export const because = (why: string) => text(2_000, { lines: true }).describe(why)

export const offerView = z
  .object({
    id: z.string(),
    version: z.int(),
    solution: z.object({ key: z.string(), name: z.string() }),
    role: z.enum(['owner', 'backup-owner']),
    state: z.enum(['offered', 'accepted', 'declined', 'withdrawn']),
    by: personRef,
    to: personRef,
    at: z.string(),
    note: z.string(),
  })
  .meta({ id: 'HandoverOffer' })
