import { z } from 'zod'
import { roles } from '#src/kernel/actor.ts'
import { text } from '#src/kernel/text.ts'

export const proposalStates = ['open', 'adopted', 'declined', 'withdrawn', 'expired'] as const

export const proposalDigest = () =>
  z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'Copy the digest as the proposal shows it: 64 digits and letters.')
    .describe('The digest that the proposal showed: what is adopted is what was seen, to the letter.')

export const note = (why: string) => text(2_000, { lines: true }).describe(why)

const personRef = z.object({ id: z.string(), name: z.string() })

export const proposalView = z
  .object({
    id: z.string(),
    version: z.int().describe('Counts the steps of its life; what is proposed never changes.'),
    kind: z.string(),
    called: z.string().describe('What kind of change it is, in words.'),
    subject: z.string(),
    digest: z.string().describe('What an adoption must name.'),
    note: z.string().describe('Why, in the words of whoever proposed it.'),
    state: z.enum(proposalStates),
    proposed: z.object({ by: personRef, at: z.string() }),
    expiresAt: z.string().describe('From then on nobody can adopt it.'),
    decided: z.object({ by: personRef.nullable(), at: z.string(), note: z.string().nullable() }).nullable(),
    decidedBy: z.array(z.enum(roles)).readonly().describe('Roles that may be its second person.'),
  })
  .meta({ id: 'Proposal' })

export const about = () => z.string().nullable().describe('What it is about, by its name; null where the kind says it all.')

export const blockerView = z.object({ field: z.string().optional(), reason: z.string(), remedy: z.string() }).meta({ id: 'Blocker' })
