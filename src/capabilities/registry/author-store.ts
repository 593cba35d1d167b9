import { sql } from 'kysely'
import type { Db, Tables } from '#src/store/index.ts'

type How = Tables['solutionAuthor']['how']

export interface Author {
  id: string
  human: string
  how: How
}

/** Keeps for ever that somebody had a hand in a solution. */
export const addAuthors = async (db: Db, solutionId: string, given: readonly Author[], now: Temporal.Instant): Promise<void> => {
  if (given.length > 0) await insertingAuthors(db, solutionId, JSON.stringify(given), now.toString()).execute()
}

/** The same as a part of another statement: authors as JSON, so that its text is the same however many there are. */
export const insertingAuthors = (db: Pick<Db, 'insertInto'>, solutionId: string, given: string, now: string) =>
  db
    .insertInto('solutionAuthor')
    .columns(['solutionId', 'personId', 'human', 'how', 'since'])
    .expression(
      sql`select ${solutionId}, author.id, author.human, author.how, ${now}::timestamptz
        from json_to_recordset(${given}::json) as author (id text, human text, how text)`,
    )
    .onConflict(conflict => conflict.doNothing())

/**
 * Every human being who ever made, owned, submitted or changed a solution, with those who lead its unit or one above it. Whoever
 * they were at that time counts, and whoever their accounts are joined to since.
 */
export const authorsOf = async (db: Db, solutionId: string, unitId: string | null): Promise<string[]> => {
  const { rows } = await sql<{ human: string }>`
    with recursive above as (
      select id, parent_id, lead_id from unit where id = ${unitId}
      union
      select unit.id, unit.parent_id, unit.lead_id from unit join above on unit.id = above.parent_id
    )
    select human from solution_author where solution_id = ${solutionId}
    union
    select person.human from solution_author join person on person.id = solution_author.person_id where solution_id = ${solutionId}
    union
    select person.human from above join person on person.id = above.lead_id`.execute(db)
  return rows.map(({ human }) => human)
}
