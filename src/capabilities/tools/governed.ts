import { governed } from '#src/ledger/index.ts'

/** Whoever approves a tool behind the program's back, or brings a withdrawn one back, is found out. */
export const tools = governed({
  kind: 'tool',
  table: 'tool',
  columns: ['status', 'listed', 'about', 'ownerId', 'reviewedOn', 'nextReviewOn', 'withdrawnOn', 'replacedBy', 'reason', 'mark'],
})

/** What was signed off is what was asked for. */
export const toolRequests = governed({
  kind: 'tool-request',
  table: 'toolRequest',
  columns: ['tool', 'content', 'digest', 'note', 'noneFits', 'state', 'requestedBy', 'requestedByHuman', 'requestedAt', 'endedAt'],
})
