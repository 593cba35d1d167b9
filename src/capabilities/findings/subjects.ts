import { hash } from 'node:crypto'
import type { Charter } from '#src/engines/charter/index.ts'
import { calendarOf } from '#src/engines/charter/index.ts'
import { canonical } from '#src/kernel/canonical.ts'
import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import {
  gatherOwners,
  gatherProgram,
  gatherReviews,
  gatherTools,
  pageOfOwners,
  pageOfProgram,
  pageOfReviews,
  pageOfTools,
} from './gather-others.ts'
import { gatherSolutions, pageOfSolutions } from './gather-solutions.ts'
import type { Given, Rule, SubjectKind } from './rule.ts'
import { subjectKinds } from './rule.ts'
import type { Judged } from './rules.ts'
import { judge, rulesOf } from './rules.ts'
import type { Mode, Settings } from './settings.ts'
import { modeOf } from './settings.ts'

/** How many subjects are looked at in one transaction. */
export const PAGE = 1_000

export interface Reading {
  charters: Charters
  db: Db
  now: Temporal.Instant
}

/** One sort of subject: how to go through all of them, and what rules say of some. */
interface Subjects {
  page(charters: Charters, db: Db, after: string | null, limit: number): Promise<string[]>
  judge(reading: Reading, ids: readonly string[], isAsked: (rule: string) => boolean): Promise<(Judged & { ownerId: string | null })[]>
}

const subjects = <Case extends { id: string; ownerId?: string }>(
  rules: readonly Rule<Case>[],
  page: Subjects['page'],
  gather: (charters: Charters, db: Db, ids: readonly string[]) => Promise<Case[]>,
): Subjects => ({
  page,
  async judge({ charters, db, now }, ids, isAsked) {
    const charter = await charters.inForce(db)
    const given: Given = { charter, calendar: calendarOf(charter), now }
    const asked = rules.filter(({ id }) => isAsked(id))
    return (await gather(charters, db, ids)).map(found => ({ ...judge(asked, found, given), ownerId: found.ownerId ?? null }))
  },
})

export const subjectsOf: Readonly<Record<SubjectKind, Subjects>> = {
  solution: subjects(rulesOf.solution, (_, db, after, limit) => pageOfSolutions(db, after, limit), gatherSolutions),
  review: subjects(rulesOf.review, (_, db, after, limit) => pageOfReviews(db, after, limit), gatherReviews),
  tool: subjects(rulesOf.tool, pageOfTools, gatherTools),
  person: subjects(rulesOf.person, (_, db, after, limit) => pageOfOwners(db, after, limit), gatherOwners),
  program: subjects(rulesOf.program, (_, db, after) => pageOfProgram(db, after), gatherProgram),
}

export interface SubjectRef {
  kind: SubjectKind
  id: string
}

/** Everything, page by page: kinds in their order, ids in theirs. `next` is null behind the last page. */
export const pageAfter = async (
  charters: Charters,
  db: Db,
  at: { kind: SubjectKind; after: string | null },
): Promise<{ ids: string[]; next: { kind: SubjectKind; after: string | null } | null }> => {
  const ids = await subjectsOf[at.kind].page(charters, db, at.after, PAGE)
  const last = ids.at(-1)
  if (ids.length === PAGE && last !== undefined) return { ids, next: { kind: at.kind, after: last } }
  const kind = subjectKinds[subjectKinds.indexOf(at.kind) + 1]
  return { ids, next: kind === undefined ? null : { kind, after: null } }
}

/** What rules in some modes say of subjects; those that no longer exist are left out. */
export const judged = async (reading: Reading, refs: readonly SubjectRef[], settings: Settings, modes: readonly Mode[]) => {
  const isAsked = (rule: string): boolean => modes.includes(modeOf(settings, rule))
  const all: (Judged & SubjectRef & { ownerId: string | null })[] = []
  for (const kind of subjectKinds) {
    const ids = refs.filter(ref => ref.kind === kind).map(({ id }) => id)
    if (ids.length === 0) continue
    for (const one of await subjectsOf[kind].judge(reading, ids, isAsked)) all.push({ ...one, kind })
  }
  return all
}

/** Settles by what everything is judged besides the subjects themselves: where it changes, all have to be looked at anew. */
export const markOf = ({ digest, toolsDigest }: Charter, settings: Settings): string =>
  hash('sha256', canonical([digest, toolsDigest, [...settings].map(([id, { mode, cap }]) => [id, mode, cap])]), 'hex')
