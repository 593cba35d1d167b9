import { z } from 'zod'

const evidenceView = z.object({
  fact: z.string().describe('The readers’ name for what was seen.'),
  value: z.union([z.string(), z.boolean()]),
  where: z.string().describe('Where in the file.'),
  why: z.string(),
  confidence: z.number().describe('How sure that is, from 0 to 1.'),
})

/** What was read from an artifact, beside what is declared. The file itself is not kept. */
export const inspectionView = z
  .object({
    file: z.object({ name: z.string(), bytes: z.int(), digest: z.string().describe('SHA-256 of the file.') }),
    format: z.string(),
    artifact: z.string().nullable().describe('What its author called it.'),
    facts: z
      .array(
        z.object({
          fact: z.string().describe('A fact of the charter.'),
          seen: z.unknown().describe('What was read of it; null where it is only doubtful.'),
          counts: z.unknown().describe('What decides: what is declared, with what was read; null where the question is open.'),
          differs: z.boolean().describe('Whether what counts is something else than what is declared.'),
          evidence: z.array(evidenceView),
        }),
      )
      .describe('Facts that the file says something about.'),
    asks: z.array(z.object({ fact: z.string(), because: z.string() })).describe('What the file can’t tell and a person can.'),
    questions: z.array(z.object({ question: z.string(), where: z.string() })).describe('What reviewers might ask about.'),
    besides: z.array(evidenceView).describe('What else was seen.'),
    warnings: z.array(z.string()).describe('What could not be followed.'),
    evidenceLeftOut: z.int().describe('How much more was seen of the same.'),
  })
  .meta({ id: 'Inspection' })
