import { z } from 'zod'
import type { Json } from './define-entry.ts'

/** The sealed text of an entry, as `insertEntries` writes it. */
const bodySchema = z.strictObject({
  type: z.string(),
  version: z.int(),
  at: z.string(),
  actor: z.string(),
  operation: z.string(),
  subject: z.strictObject({
    kind: z.string(),
    id: z.string(),
    version: z.int().nullable(),
    digest: z.string().nullable(),
    ended: z.literal(true).exactOptional(),
  }),
  data: z.record(z.string(), z.json() as z.ZodType<Json>),
  /** field → commitment */
  personal: z.record(z.string(), z.string()),
})

export type EntryBody = z.output<typeof bodySchema>

/** Null where the text is no entry of ours. */
export const readBody = (body: string): EntryBody | null => {
  try {
    return bodySchema.safeParse(JSON.parse(body)).data ?? null
  } catch {
    return null
  }
}
