import type { Actor } from '#src/kernel/actor.ts'
import type { Blocker } from '#src/kernel/refusal.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import type { Decided, ReviewKind, Subject, Writing } from '../review/index.ts'
import { decideTool } from './decide-tool.ts'
import { endToolRequest } from './end-request.ts'
import { expectDecidable } from './decidable.ts'
import { allTools } from './list.ts'
import { mayRead } from './permissions.ts'
import type { RequestRow } from './store.ts'
import { lockRequest, lockTool, requestById, requestDigest, requestsByIds } from './store.ts'
import { statusOf } from './tool.ts'

export const REVIEWED_AS = 'tool'

/** The request with its tool, held until the transaction ends. The tool comes first, as wherever it is changed. */
export const holdRequest = async (db: Db, id: string): Promise<RequestRow | undefined> => {
  const found = await requestById(db, id)
  if (!found) return undefined
  await lockTool(db, found.tool)
  return lockRequest(db, id)
}

/** A request for a tool as something that IT security and legal look at. */
export const toolReviewKind = (charters: Charters): ReviewKind => ({
  kind: REVIEWED_AS,
  called: 'a tool',
  look: async (db, id) => subjectOf(await requestById(db, id)),
  hold: async (db, id) => subjectOf(await holdRequest(db, id)),
  async describe(db, ids) {
    const rows = await requestsByIds(db, ids)
    return new Map(rows.map(({ id, tool, content }) => [id, { key: tool, name: content.listed.name.en }]))
  },
  async standsInTheWay({ subject }, { db }): Promise<readonly Blocker[]> {
    const request = await requestById(db, subject)
    if (!request) return []
    const { listed, about } = request.content
    try {
      await expectDecidable(charters, db, { id: request.tool, status: statusOf(listed, about), listed })
      return []
    } catch (error) {
      if (error instanceof Refusal) return error.blockers
      throw error
    }
  },
  async decided(decided, writing) {
    const request = await requestById(writing.db, decided.review.subject)
    if (request) await carryOut(charters, request, decided, writing)
  },
})

const subjectOf = (row: RequestRow | undefined): Subject | undefined =>
  row && {
    id: row.id,
    key: row.tool,
    name: row.content.listed.name.en,
    unitId: null,
    authors: [row.requestedByHuman],
    speakers: [row.requestedBy],
    digest: row.state === 'open' ? requestDigest(row) : null,
    readBy: (actor: Actor) => mayRead(actor, row),
  }

/** The reviewers' answer becomes the tool's state. A no to more leaves what was approved before as it is. */
const carryOut = async (
  charters: Charters,
  request: RequestRow,
  { outcome, reasons, review }: Decided,
  writing: Writing,
): Promise<void> => {
  const { charter, tools } = await allTools(charters, writing.db)
  const before = tools.find(({ id }) => id === request.tool)
  const asked = { before, request, review: review.id, charter }
  switch (outcome) {
    case 'approved':
    case 'approved-with-conditions':
      await endToolRequest(writing, request.id, 'approved')
      return decideTool(charters, writing, { ...asked, approved: true, reason: null })
    case 'returned':
      await endToolRequest(writing, request.id, 'returned')
      return
    case 'rejected':
      await endToolRequest(writing, request.id, 'refused')
      if (!before || before.status === 'refused')
        await decideTool(charters, writing, { ...asked, approved: false, reason: reasons.join('\n') || null })
  }
}
