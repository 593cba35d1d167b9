import { z } from 'zod'
import { text } from '#src/kernel/text.ts'

export const solutionName = () => text(120).describe('What people call it.')
export const solutionPurpose = () => text(2_000, { lines: true }).describe('What it does for whom, in a sentence or two.')
/** The key that people use: SOL-0042. */
export const solutionKey = () =>
  z
    .string()
    .regex(/^SOL-\d{4,15}$/, 'Use the key as the registry shows it, for example SOL-0042.')
    .describe('The solution’s key, for example SOL-0042.')

const personRef = z.object({ id: z.string(), name: z.string() })

export const solutionSummary = z
  .object({
    key: z.string(),
    version: z.int(),
    name: z.string(),
    state: z.string(),
    tier: z.int(),
    verdict: z.string(),
    owner: personRef,
    changedAt: z.string(),
  })
  .meta({ id: 'SolutionSummary' })

export const solutionView = solutionSummary
  .extend({
    id: z.string(),
    purpose: z.string(),
    facts: z.record(z.string(), z.unknown()).describe('What its maker declared.'),
    charter: z.string().describe('The version of the charter that decided tier and verdict.'),
    charterDigest: z.string().describe('The digest of that charter.'),
    maker: personRef,
    createdAt: z.string(),
    history: z
      .array(
        z.object({
          entry: z.int().describe('The ledger entry’s number.'),
          type: z.string(),
          at: z.string(),
          actor: personRef.nullable().describe('Null where the program itself did it.'),
          leafIndex: z.int().nullable().describe('Its place in the tree; null for the second until it is sealed.'),
        }),
      )
      .describe('Newest first; the last hundred.'),
  })
  .meta({ id: 'Solution' })
