import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '#src/store/index.ts'
import type { SubjectKind } from './rule.ts'
import type { SubjectRef } from './subjects.ts'

/** How many entries of the ledger one look takes in. */
export const ENTRIES = 2_000

const theProgram = sql`select 'program' as kind, id from installation`

/**
 * Whose findings an entry may change, by the kind of its subject: queries from some subjects' ids (`$ids`) to what rules look at.
 * Whatever else happens changes no case file; another charter, tool list or setting has everything looked at.
 */
const routes: Readonly<Record<string, (ids: readonly string[]) => RawBuilder<unknown>>> = {
  // Its owner's load changes with it, and that of whoever owned it when it was last looked at.
  solution: ids => sql`
    select 'solution' as kind, id from unnest(${[...ids]}::text[]) id
    union select 'person', owner_id from solution where id = any(${[...ids]}::text[])
    union select 'person', owner_id from watch where subject_kind = 'solution' and owner_id is not null and subject_id = any(${[...ids]}::text[])`,
  declaration: ids => sql`select 'solution' as kind, solution_id as id from declaration where id = any(${[...ids]}::text[])`,
  ruling: ids => sql`select 'solution' as kind, solution_id as id from ruling where id = any(${[...ids]}::text[])`,
  condition: ids => sql`select 'solution' as kind, subject as id from condition where kind = 'solution' and id = any(${[...ids]}::text[])`,
  waiver: ids => sql`select 'solution' as kind, solution_id as id from waiver where id = any(${[...ids]}::text[])`,
  'content-review': ids => sql`select 'solution' as kind, solution_id as id from content_review where id = any(${[...ids]}::text[])`,
  review: ids => sql`select 'review' as kind, id from unnest(${[...ids]}::text[]) id`,
  tool: ids => sql`select 'tool' as kind, id from unnest(${[...ids]}::text[]) id`,
  // Accounts that were joined or separated share, or no longer share, who accepted the standards.
  person: ids => sql`
    select 'solution' as kind, id from solution where owner_id = any(${[...ids]}::text[]) or backup_owner_id = any(${[...ids]}::text[])
    union select 'tool', id from tool where owner_id = any(${[...ids]}::text[])`,
  'standards-acceptance': ids => sql`
    select 'solution' as kind, solution.id from standards_acceptance accepted
    join person on person.human = accepted.human join solution on solution.owner_id = person.id
    where accepted.id = any(${[...ids]}::text[])`,
  'charter-version': () => theProgram,
  'effect-night': () => theProgram,
  incident: () => theProgram,
  'incident-action': () => theProgram,
  'finding-rule': () => theProgram,
  installation: ids => sql`select 'program' as kind, id from unnest(${[...ids]}::text[]) id`,
}

export interface Touched {
  subjects: SubjectRef[]
  /** The first entry that was not looked at. */
  nextLeaf: number
  /** Entries that could change a finding. */
  heard: number
  /** Whether there are more entries behind. */
  more: boolean
}

/** Subjects that entries of the ledger from a place on are about: one query for the entries, and one for each kind among them. */
export const touchedFrom = async (db: Db, nextLeaf: number): Promise<Touched> => {
  const { rows } = await sql<{ leaf: number; kind: string; id: string }>`
    select leaf_index as leaf, subject_kind as kind, subject_id as id from ledger_entry
    where leaf_index >= ${nextLeaf} order by leaf_index limit ${ENTRIES}`.execute(db)
  const byKind = Map.groupBy(rows, ({ kind }) => kind)
  const found = new Map<string, SubjectRef>()
  let heard = 0
  for (const [kind, entries] of byKind) {
    const route = routes[kind]
    if (!route) continue
    heard += entries.length
    const reached = await sql<{ kind: SubjectKind; id: string }>`${route([...new Set(entries.map(({ id }) => id))])}`.execute(db)
    for (const ref of reached.rows) found.set(`${ref.kind} ${ref.id}`, ref)
  }
  return { subjects: [...found.values()], nextLeaf: (rows.at(-1)?.leaf ?? nextLeaf - 1) + 1, heard, more: rows.length === ENTRIES }
}

/** How many entries have their place in the ledger. */
export const ledgerSize = async (db: Db): Promise<number> =>
  (await db.selectFrom('ledgerHead').select('size').executeTakeFirst())?.size ?? 0
