import { refuse } from '#src/kernel/refusal.ts'
import type { Db } from '../operation.ts'
import { numberOf } from '../registry/index.ts'

/** The solutions with these keys. @throws Refusal `no-such-solution` */
export const solutionIds = async (db: Db, keys: readonly string[]): Promise<string[]> => {
  if (keys.length === 0) return []
  const numbers = [...new Set(keys.map(numberOf))]
  const rows = await db.selectFrom('solution').select('id').where('number', 'in', numbers).orderBy('number').execute()
  if (rows.length < numbers.length)
    throw refuse(
      'not-found',
      'no-such-solution',
      'There is no such solution that you may see.',
      'Take the keys from the registry.',
      'solutions',
    )
  return rows.map(({ id }) => id)
}
