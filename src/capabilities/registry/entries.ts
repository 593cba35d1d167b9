import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'

/** What the charter made of the declared facts: enough to tell later why the entry stood where it stood. */
const decided = {
  charter: z.string(),
  /** So that a version label used twice by mistake leaves no doubt. */
  charterDigest: z.string(),
  tier: z.int(),
  verdict: z.string(),
  rules: z.array(z.string()),
  state: z.string(),
  owner: z.string(),
  unit: z.string().nullable(),
}

const personal = ['name', 'purpose', 'facts'] as const

/** An idea entered the registry. What its maker wrote is committed to, and stays erasable. */
export const solutionRegistered = defineEntry({ type: 'solution-registered', version: 1, data: z.strictObject(decided), personal })

/** Its name, purpose or declared facts changed, and the charter decided anew. */
export const solutionEdited = defineEntry({ type: 'solution-edited', version: 1, data: z.strictObject(decided), personal })
