import { z } from 'zod'
import type { Db } from '#src/store/index.ts'

const step = z.object({ data: z.object({ person: z.string() }) })

/**
 * The accounts that were made administrators by one person, in their order: the founder, then the second one. Read from the
 * ledger, because it asks what ever was, and no later change of people may undo that. Empty in the demo.
 */
export const madeAlone = async (db: Db): Promise<readonly string[]> => {
  const rows = await db.selectFrom('ledgerEntry').select('body').where('subjectKind', '=', 'bootstrap').orderBy('id').execute()
  return rows.map(({ body }) => step.parse(JSON.parse(body)).data.person)
}
