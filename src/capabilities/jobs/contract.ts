import { z } from 'zod'

const personRef = z.object({ id: z.string(), name: z.string() })

export const jobView = z
  .object({
    id: z.string(),
    kind: z.string(),
    called: z.string().describe('What it is, in words.'),
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    done: z.int().describe('How far it is, in whatever it counts.'),
    of: z.int().nullable().describe('Of how many, where that is known.'),
    dueAt: z.string(),
    tries: z.int().describe('Attempts at the present step that failed.'),
    trouble: z.string().nullable(),
    askedBy: personRef.nullable().describe('Null where the schedule asked.'),
    startedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
  })
  .meta({ id: 'Job' })
