import { z } from 'zod'
import { Refusal, refuse } from '#src/kernel/refusal.ts'
import { jobKind } from '../jobs/index.ts'
import { operation } from '../operation.ts'
import { onlyTheProgram } from '../permissions.ts'
import { contentDeleted } from './entries.ts'
import { contentReviews } from './governed.ts'
import { deleteContent, reviewsKeptLongEnough } from './store.ts'

/** How many texts go in one transaction. */
const AT_ONCE = 200

/** The texts go; who decided what about which digest stays. */
export const deleteOldContent = operation({
  name: 'delete-old-content',
  summary: 'Delete the texts of content reviews that were kept for as many days as their solution says.',
  effect: 'destroy',
  input: z.strictObject({}),
  output: z.object({ deleted: z.int() }),
  allows: onlyTheProgram,
  async run(_, { db, now, record }) {
    const old = await reviewsKeptLongEnough(db, now, AT_ONCE)
    if (old.length === 0) throw nothingOld()
    const rows = await deleteContent(
      db,
      old.map(({ id }) => id),
      now,
    )
    for (const row of rows)
      record(contentDeleted({ subject: contentReviews.subject(row), data: { solution: row.solutionId, digest: row.digest }, personal: {} }))
    return { deleted: rows.length }
  },
})

const nothingOld = (): Refusal => refuse('conflict', 'nothing-to-delete', 'No text has been kept long enough.', 'There is nothing to do.')

export const deletingContent = jobKind({
  name: 'delete-content',
  called: 'deleting the texts of content that was decided',
  input: z.object({}),
  schedule: { every: 'minutes', minutes: 60 },
  async step(_, cursor, { run }) {
    const before = z.int().catch(0).parse(cursor)
    try {
      const { deleted } = (await run(deleteOldContent, {}, { kind: 'system', job: 'delete-content' })).output
      return { ...(deleted < AT_ONCE ? {} : { cursor: before + deleted }), done: before + deleted }
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'nothing-to-delete')) throw error
      return { done: before }
    }
  },
})
