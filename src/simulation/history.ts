import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '#src/store/index.ts'

export interface Summary {
  people: number
  acting: number
  solutions: Readonly<Record<string, number>>
  reviews: { ended: number; decided: number; inTime: number }
  findings: { opened: number; cleared: number }
  entries: number
  invariants: number
  asked: number
  /** The same for the same seed and days. */
  digest: string
}

/** What came of a simulation, from what stands in the database. */
export const summaryOf = async (db: Db, counted: Pick<Summary, 'acting' | 'invariants' | 'asked'>): Promise<Summary> => {
  const states = await db
    .selectFrom('solution')
    .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('state')
    .orderBy('state')
    .execute()
  const reviews = await db
    .selectFrom('review')
    .select(['endedAt', 'outcome', 'dueAt'])
    .where('endedAt', 'is not', null)
    .where('purpose', '<>', 'second-look')
    .execute()
  const decided = reviews.filter(({ outcome }) => outcome !== null)
  const types = await db
    .selectFrom('ledgerEntry')
    .select(['type', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('type')
    .execute()
  const count = (type: string) => types.find(each => each.type === type)?.count ?? 0
  const people = await db
    .selectFrom('person')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return {
    ...counted,
    people: people.count,
    solutions: Object.fromEntries(states.map(({ state, count }) => [state, count])),
    reviews: {
      ended: reviews.length,
      decided: decided.length,
      inTime: decided.filter(({ endedAt, dueAt }) => endedAt !== null && Temporal.Instant.compare(endedAt, dueAt) <= 0).length,
    },
    findings: { opened: count('finding-opened'), cleared: count('finding-cleared') },
    entries: types.reduce((sum, each) => sum + each.count, 0),
    digest: await digestOf(db),
  }
}

/**
 * A digest of what happened, in order: when, what, and by whom; and of what the solutions came to. Ids are left out where they are
 * nobody's name, so that it says the same of two histories that only differ in them.
 */
const digestOf = async (db: Db): Promise<string> => {
  const { rows: entries } = await sql<{ line: string }>`
    select concat_ws(' ', entry.at::text, entry.type, coalesce(person.name, entry.actor), coalesce('SOL ' || solution.number, 'REV ' || review.number, '')) as line
    from ledger_entry entry left join person on person.id = entry.actor
    left join solution on solution.id = entry.subject_id left join review on review.id = entry.subject_id order by entry.id`.execute(db)
  const { rows: solutions } = await sql<{ line: string }>`
    select concat_ws(' ', number, state, tier, verdict, name, facts) as line from solution order by number`.execute(db)
  return hash('sha256', [...entries, ...solutions].map(({ line }) => line).join('\n'), 'hex')
}

export const summaryText = (
  { people, acting, solutions, reviews, findings, entries, invariants, asked, digest }: Summary,
  seconds: number,
): string => {
  const all = Object.values(solutions).reduce((sum, count) => sum + count, 0)
  const states = Object.entries(solutions)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ')
  const share =
    reviews.decided === 0
      ? 'none decided'
      : `${Math.round((100 * reviews.inTime) / reviews.decided)} % of ${reviews.decided} answered in time`
  return [
    `  people      ${people}, of whom ${acting} acted`,
    `  solutions   ${all}: ${states}`,
    `  reviews     ${reviews.ended} ended; ${share}`,
    `  findings    ${findings.opened} opened, ${findings.cleared} cleared`,
    `  ledger      ${entries} entries`,
    `  checked     ${invariants} invariants, none broken`,
    `  asked       ${asked} requests over HTTP`,
    `  took        ${Math.round(seconds)} seconds`,
    `  history     ${digest}`,
    '',
  ].join('\n')
}
