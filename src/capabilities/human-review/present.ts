import type { z } from 'zod'
import type { BusinessCalendar } from '#src/kernel/business-calendar.ts'
import { businessMinutesBetween } from '#src/kernel/business-calendar.ts'
import type { Actor } from '#src/kernel/actor.ts'
import type { Db } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import type { SolutionRow } from '../registry/index.ts'
import { keyOf, personIn } from '../registry/index.ts'
import { callbackOf } from './callback-store.ts'
import { isAtWork, isTest, verdictOf } from './content-review.ts'
import type { contentLine, contentReviewView } from './contract.ts'
import type { Held } from './held.ts'
import { decidesContent, withdrawsContent } from './permissions.ts'
import type { ReviewRow } from './store.ts'
import type { What } from './texts.ts'

export interface Looking {
  calendar: BusinessCalendar
  now: Temporal.Instant
}

/** With what a line says of its solution, and what decides whether anything of it may leave. */
export type Listed = ReviewRow & Pick<SolutionRow, 'number' | 'name' | 'sandboxUntil'> & { solutionState: string }

type Line = z.input<typeof contentLine>

/** Lines of a list: one query for everybody's names. */
export const presentLines = async (db: Db, rows: readonly Listed[], looking: Looking): Promise<Line[]> => {
  const names = await namesOf(
    db,
    rows.flatMap(({ submittedBy, decidedBy }) => [submittedBy, ...(decidedBy === null ? [] : [decidedBy])]),
  )
  return rows.map(row => lineOf(row, names, looking))
}

const lineOf = (row: Listed, names: ReadonlyMap<string, string>, { calendar, now }: Looking): Line => {
  const verdict = verdictOf(row, now)
  return {
    id: row.id,
    version: row.version,
    solution: { key: keyOf(row.number), name: row.name },
    kind: row.kind,
    recipient: row.recipient,
    characters: row.characters,
    test: isTest(row),
    verdict,
    send: verdict === 'approved' && row.contentDeletedAt === null && isAtWork({ ...row, state: row.solutionState }, now),
    submitted: { by: personIn(names, row.submittedBy), at: row.submittedAt.toString() },
    dueAt: row.dueAt.toString(),
    minutesLeft: verdict === 'waiting' ? Math.floor(businessMinutesBetween(calendar, now, row.dueAt)) : null,
    minutesGiven: Math.round(businessMinutesBetween(calendar, row.submittedAt, row.dueAt)),
    decided:
      row.decidedBy === null || row.decidedAt === null
        ? null
        : { by: personIn(names, row.decidedBy), at: row.decidedAt.toString(), attended: row.attended === true },
    edited: row.approvedDigest !== null && row.approvedDigest !== row.digest,
  }
}

/** One piece of content with its texts, for somebody who may see them. */
export const presentContent = async (
  db: Db,
  held: Held,
  texts: Partial<Record<What, string>>,
  looking: Looking & { actor: Actor },
): Promise<z.input<typeof contentReviewView>> => {
  const { review, solution } = held
  const { number, name, sandboxUntil, state: solutionState } = solution
  const [line] = await presentLines(db, [{ ...review, number, name, sandboxUntil, solutionState }], looking)
  if (!line) throw new Error('One row became no line.')
  const { actor } = looking
  const waits = line.verdict === 'waiting'
  return {
    ...line,
    content: texts.submitted ?? null,
    approved: line.send ? (texts.approved ?? texts.submitted ?? null) : null,
    reason: texts.reason ?? null,
    digest: review.digest,
    approvedDigest: review.approvedDigest,
    added: review.added,
    removed: review.removed,
    callback: (await callbackOf(db, review.id))?.state ?? null,
    deletedAt: review.contentDeletedAt?.toString() ?? null,
    you: {
      openedAt: actor.kind === 'person' ? (review.opened[actor.id] ?? null) : null,
      may: [
        ...(waits && decidesContent(actor, held) === null ? ['decide' as const] : []),
        ...(waits && withdrawsContent(actor, held) === null ? ['withdraw' as const] : []),
      ],
    },
  }
}
