import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { language, toolId, toolSummary } from './contract.ts'
import { toolReviewed } from './entries.ts'
import { tools } from './governed.ts'
import { findTool, holdTool, todayIn } from './list.ts'
import { keepsTool, noSuchTool } from './permissions.ts'
import { presentTool, showingTools } from './present.ts'
import { keepTool } from './store.ts'
import { isUsable } from './tool.ts'

export const reviewTool = (charters: Charters) =>
  operation({
    name: 'review-tool',
    summary: 'Confirm that everything on a tool’s page is still so, until its next regular review.',
    effect: 'write',
    http: { method: 'POST', path: '/tools/{tool}/review' },
    input: z.strictObject({ tool: toolId(), version: version(), language: language() }),
    output: toolSummary,
    target: ({ tool }, { db }) => holdTool(charters, db, tool),
    allows: keepsTool,
    async run({ language }, { db, now, record }, tool) {
      if (!tool) throw noSuchTool()
      if (!isUsable(tool))
        throw refuse(
          'conflict',
          'tool-not-in-use',
          `It is ${tool.status}; there is nothing to confirm.`,
          'Request it again if it is needed.',
          'tool',
        )
      const charter = await charters.adopted(db)
      const today = todayIn(charter, now)
      const next = today.add({ months: charter.documents['tools.yaml'].reviewEveryMonths })
      const { id, status, listed, about, ownerId, fromCharter, withdrawnOn, replacedBy, reason } = tool
      const decided = fromCharter ? { status: null, listed: null } : { status, listed }
      const standing = { id, about, ownerId, withdrawnOn, replacedBy: [...replacedBy], reason, ...decided }
      const row = await keepTool(db, { ...standing, reviewedOn: today.toString(), nextReviewOn: next.toString() }, tool.version, now)
      record(toolReviewed({ subject: tools.subject(row), data: { on: today.toString(), nextOn: next.toString() }, personal: {} }))
      const shown = (await findTool(charters, db, id)) ?? tool
      return presentTool(shown, await showingTools(db, charter, { tools: [shown] }, { language, now }))
    },
  })
