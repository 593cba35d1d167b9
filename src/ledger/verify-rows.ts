import { sql } from 'kysely'
import type { Db } from '#src/store/index.ts'
import type { Subject } from './define-entry.ts'
import type { Governed, GovernedRow } from './governed.ts'
import { readBody } from './read-body.ts'
import type { StateFault } from './state-fault.ts'

const PAGE = 1_000

/**
 * Compares the rows of one governed table with their newest entries, both ways: a row without entry, a row that is not
 * what its newest entry says, an entry whose row is gone without the ledger saying so. Set-based: two queries a page.
 * Relies on the columns of `ledger_entry` saying what the sealed bodies say, which `verifyEntries` shows.
 */
export const verifyRows = async function* (db: Db, declared: Governed): AsyncGenerator<StateFault> {
  for (let after = ''; ;) {
    const { rows } =
      await sql<GovernedRow>`select * from ${sql.table(declared.table)} where id > ${after} order by id limit ${PAGE}`.execute(db)
    const newest = await newestSubjects(
      db,
      declared.kind,
      rows.map(({ id }) => id),
    )
    for (const row of rows) {
      const says = complaint(declared, row, newest.get(row.id))
      if (says !== null) yield { subject: { kind: declared.kind, id: row.id }, entry: newest.get(row.id)?.entry ?? null, says }
    }
    if (rows.length < PAGE) break
    after = rows.at(-1)?.id ?? after
  }
  yield* vanishedRows(db, declared)
}

const complaint = (declared: Governed, row: GovernedRow, newest: Newest | undefined): string | null => {
  const name = `${declared.kind} ${row.id}`
  if (newest === undefined) return `${name} has no entry: the row was made without the ledger.`
  const { subject } = newest
  if (subject.ended === true) return `${name} exists, though the ledger says that it ended with version ${subject.version}.`
  if (subject.version !== row.version) return `${name} is version ${row.version}; its newest entry says version ${subject.version}.`
  if (subject.digest !== declared.subject(row).digest)
    return `${name} was changed without an entry: its content is not what version ${row.version} had.`
  return null
}

interface Newest {
  readonly entry: number
  readonly subject: Subject
}

/**
 * The newest entry of each subject: the highest version, since an entry that only mentions a row may have read it before
 * a change and be written after it.
 */
const newestSubjects = async (db: Db, kind: string, ids: readonly string[]): Promise<ReadonlyMap<string, Newest>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: number; subjectId: string; body: string }>`
    select distinct on (subject_id) id, subject_id, body from ledger_entry
    where subject_kind = ${kind} and subject_id = any(${[...ids]}::text[])
    order by subject_id, subject_version desc nulls last, id desc`.execute(db)
  return new Map(
    rows.flatMap(({ id, subjectId, body }) => {
      const subject = readBody(body)?.subject
      return subject === undefined ? [] : [[subjectId, { entry: id, subject }]]
    }),
  )
}

const vanishedRows = async function* (db: Db, { kind, table }: Governed): AsyncGenerator<StateFault> {
  for (let after = ''; ;) {
    const { rows } = await sql<{ id: number; subjectId: string; body: string }>`
      select distinct on (subject_id) id, subject_id, body from ledger_entry e
      where subject_kind = ${kind} and subject_id > ${after} and not exists (select from ${sql.table(table)} r where r.id = e.subject_id)
      order by subject_id, subject_version desc nulls last, id desc limit ${PAGE}`.execute(db)
    for (const { id, subjectId, body } of rows) {
      const subject = readBody(body)?.subject
      if (subject?.ended !== true)
        yield {
          subject: { kind, id: subjectId },
          entry: id,
          says: `${kind} ${subjectId} is gone; its newest entry (version ${subject?.version}) doesn't say that it ended.`,
        }
    }
    if (rows.length < PAGE) break
    after = rows.at(-1)?.subjectId ?? after
  }
}
