import type { Db } from '#src/store/index.ts'
import type { Governed } from './governed.ts'

/**
 * The version of a row that is made under an id which may have been another's: it goes on from where that one ended, since of a
 * subject's entries the one with the highest version says how it stands.
 */
export const nextVersion = async (db: Db, { kind }: Pick<Governed, 'kind'>, id: string): Promise<number> => {
  const { newest } = await db
    .selectFrom('ledgerEntry')
    .select(eb => eb.fn.max<number | null>('subjectVersion').as('newest'))
    .where('subjectKind', '=', kind)
    .where('subjectId', '=', id)
    .executeTakeFirstOrThrow()
  return (newest ?? 0) + 1
}
