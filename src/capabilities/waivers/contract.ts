import { z } from 'zod'
import { text } from '#src/kernel/text.ts'

export const language = () => z.enum(['en', 'de']).default('en')
export const standings = ['requested', 'running', 'expired', 'declined', 'ended'] as const
export const reason = (why: string) => text(2_000, { lines: true }).describe(why)

const personRef = z.object({ id: z.string(), name: z.string() })

export const waiverView = z
  .object({
    id: z.string(),
    version: z.int(),
    what: z.string().describe('What is put off, by the charter’s list.'),
    title: z.string(),
    solution: z.object({ key: z.string(), name: z.string() }),
    reason: z.string(),
    endsOn: z.iso.date().describe('The last day on which it holds.'),
    standing: z.enum(standings),
    by: z.string().nullable().describe('The office that may grant it; null where the charter names it no more.'),
    requested: z.object({ by: personRef, at: z.string() }),
    decided: z.object({ by: personRef, at: z.string(), note: z.string().nullable() }).nullable(),
    ended: z.object({ by: personRef, at: z.string() }).nullable(),
  })
  .meta({ id: 'Waiver' })
