import { z } from 'zod'
import { roles } from '#src/kernel/actor.ts'
import { text } from '#src/kernel/text.ts'

/** Roles that can be taken for an emergency: those that stop or repair something. None of them decides with four eyes then. */
export const emergencyRole = () => z.enum(['administrator', 'it-security', 'coe-reviewer', 'change-manager', 'program-lead'])

export const reason = () =>
  text(1_000, { lines: true }).describe('What happened, and why it can’t wait for a second person. Everybody who signs in reads it.')

const named = z.object({ id: z.string(), name: z.string() })

export const emergencyView = z
  .object({
    id: z.string(),
    version: z.int(),
    person: named,
    role: z.enum(roles),
    reason: z.string(),
    openedAt: z.string(),
    endsAt: z.string(),
    endedAt: z.string().nullable().describe('When somebody ended it before its time.'),
    open: z.boolean(),
    reviewed: z.object({ by: named, at: z.string(), review: z.string() }).nullable(),
  })
  .meta({ id: 'Emergency' })
