import type { Charter } from '#src/engines/charter/index.ts'
import { canonical } from '#src/kernel/canonical.ts'
import type { Charters } from '../charter/index.ts'
import type { Writing } from '../review/index.ts'
import { expectDecidable } from './decidable.ts'
import { toolApproved, toolRefused } from './entries.ts'
import { tools } from './governed.ts'
import { todayIn } from './list.ts'
import type { RequestRow } from './store.ts'
import { keepTool, lockList } from './store.ts'
import type { Tool } from './tool.ts'
import { statusOf } from './tool.ts'

interface Asked {
  before: Tool | undefined
  request: RequestRow
  review: string
  charter: Charter
  approved: boolean
  reason: string | null
}

/** Puts a tool on the list as two people signed it off, or as refused. The caller holds the tool. */
export const decideTool = async (
  charters: Charters,
  { db, now, record }: Writing,
  { before, request, review, charter, approved, reason }: Asked,
): Promise<void> => {
  const { listed, about, ownerId } = request.content
  const today = todayIn(charter, now)
  const status = approved ? statusOf(listed, about) : 'refused'
  await lockList(db)
  await expectDecidable(charters, db, { id: request.tool, status, listed })
  const row = await keepTool(
    db,
    {
      id: request.tool,
      status,
      listed,
      about,
      ownerId: before?.ownerId ?? ownerId,
      reviewedOn: approved ? today.toString() : null,
      nextReviewOn: approved ? today.add({ months: charter.documents['tools.yaml'].reviewEveryMonths }).toString() : null,
      withdrawnOn: null,
      replacedBy: [],
      reason,
    },
    before?.version ?? 0,
    now,
  )
  const subject = tools.subject(row)
  const personal = { listed: canonical(listed), about: canonical(about) }
  const whose = { request: request.id, review }
  record(
    approved
      ? toolApproved({ subject, data: { status, approvedFor: listed.approvedFor, owner: row.ownerId, ...whose }, personal })
      : toolRefused({ subject, data: whose, personal: { ...personal, reason } }),
  )
}
