import type { Charters } from '../charter/index.ts'
import { changeTool } from './change-tool.ts'
import * as entries from './entries.ts'
import { toolRequests, tools } from './governed.ts'
import { listTools } from './list-tools.ts'
import { listToolUsers } from './list-tool-users.ts'
import { previewToolChange } from './preview-tool-change.ts'
import { toolAnswered } from './messages.ts'
import { requestTool } from './request-tool.ts'
import { reviewTool } from './review-tool.ts'
import { showTool } from './show-tool.ts'
import { showToolRequest } from './show-tool-request.ts'
import { suggestToolsFor } from './suggest-tools.ts'
import { toolReviewKind } from './tool-review.ts'
import { proposeToolWithdrawal, withdrawToolKind } from './withdraw-tool.ts'
import { withdrawToolRequest } from './withdraw-tool-request.ts'

export { demoToolRequests } from './demo-tools.ts'
export { allTools, toolsKept } from './list.ts'
export { isWanted as isWantedTool } from './list-tools.ts'
export { mayRead as readsRequestOf } from './permissions.ts'

/**
 * The tools that makers build with. A company starts with the charter's list; what it decides since is kept here and laid
 * over that list by id, and everything that decides goes by the result (`Charters.inForce`).
 */
export const toolsCapability = (charters: Charters) => {
  const withdrawTool = withdrawToolKind(charters)
  return {
    operations: [
      listTools(charters),
      showTool(charters),
      listToolUsers(charters),
      suggestToolsFor(charters),
      requestTool(charters),
      showToolRequest(charters),
      withdrawToolRequest,
      previewToolChange(charters),
      changeTool(charters),
      reviewTool(charters),
      proposeToolWithdrawal(withdrawTool),
    ],
    kinds: [withdrawTool],
    messages: [toolAnswered],
    reviewKinds: [toolReviewKind(charters)],
    governed: [tools, toolRequests],
    entries: Object.values(entries),
  }
}
