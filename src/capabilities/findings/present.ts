import type { z } from 'zod'
import type { Db } from '../operation.ts'
import { installationRow, namesOf } from '../people/index.ts'
import { keyOf, solutionsNamed } from '../registry/index.ts'
import { reviewKeysOf } from '../review/index.ts'
import type { findingView } from './contract.ts'
import { reached } from './rule.ts'
import { allRules } from './rules.ts'
import type { FindingRow } from './store.ts'
import type { SubjectRef } from './subjects.ts'

export type Shown = z.input<typeof findingView>

const ruleOf = (id: string) => allRules.find(rule => rule.id === id)
export const saysOf = (rule: string): string => ruleOf(rule)?.says ?? 'A rule of an earlier release.'
export const changesOf = (rule: string): string => ruleOf(rule)?.changes ?? 'No longer.'

export const becauseOf = (rule: string): string => ruleOf(rule)?.effect?.because ?? 'A rule of an earlier release.'

type Named = ReadonlyMap<string, { key: string; name: string }>

/** What people call subjects by: a query for each kind among them. */
export const namedSubjects = async (db: Db, refs: readonly SubjectRef[]): Promise<Named> => {
  const of = (kind: SubjectRef['kind']) => refs.filter(ref => ref.kind === kind).map(({ id }) => id)
  const named = new Map<string, { key: string; name: string }>()
  for (const { id, number, name } of await solutionsNamed(db, of('solution'))) named.set(`solution ${id}`, { key: keyOf(number), name })
  for (const [id, key] of await reviewKeysOf(db, of('review'))) named.set(`review ${id}`, { key, name: key })
  for (const [id, name] of await namesOf(db, of('person'))) named.set(`person ${id}`, { key: id, name })
  const company = of('program').length > 0 ? ((await installationRow(db))?.company ?? '') : ''
  for (const id of of('program')) named.set(`program ${id}`, { key: id, name: company })
  return named
}

export const subjectIn = (named: Named, { kind, id }: SubjectRef) => ({
  kind,
  id,
  ...(named.get(`${kind} ${id}`) ?? { key: id, name: id }),
})

/** What a finding says by itself, without the names of those whom it is about. */
export const lineOf = (row: FindingRow, now: Temporal.Instant) => ({
  id: row.id,
  rule: row.rule,
  says: saysOf(row.rule),
  severity: row.severity,
  values: { ...row.values },
  state: row.state,
  dueAt: row.dueAt.toString(),
  late: row.clearedAt === null && reached(row.dueAt, now),
  snoozed: row.snoozedUntil === null || row.snoozeReason === null ? null : { until: row.snoozedUntil.toString(), reason: row.snoozeReason },
})

/** Findings as pages show them: a fixed number of queries. */
export const presentFindings = async (db: Db, rows: readonly FindingRow[], now: Temporal.Instant): Promise<Shown[]> => {
  const named = await namedSubjects(
    db,
    rows.map(({ subjectKind, subjectId }) => ({ kind: subjectKind, id: subjectId })),
  )
  const people = await namesOf(
    db,
    rows.flatMap(({ assigneeId }) => assigneeId ?? []),
  )
  return rows.map(row => ({
    ...lineOf(row, now),
    version: row.version,
    subject: subjectIn(named, { kind: row.subjectKind, id: row.subjectId }),
    foundAt: row.foundAt.toString(),
    assignee: row.assigneeId === null ? null : { id: row.assigneeId, name: people.get(row.assigneeId) ?? 'Former colleague' },
    clearedAt: row.clearedAt?.toString() ?? null,
  }))
}

export const presentFinding = async (db: Db, row: FindingRow, now: Temporal.Instant): Promise<Shown> => {
  const [shown] = await presentFindings(db, [row], now)
  if (!shown) throw new Error('One row is shown as one finding.')
  return shown
}
