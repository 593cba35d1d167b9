import type { Writing } from '../review/index.ts'
import { toolRequestEnded } from './entries.ts'
import { toolRequests } from './governed.ts'
import { answers, toolAnswered } from './messages.ts'
import type { RequestRow } from './store.ts'
import { endRequest } from './store.ts'

export const endToolRequest = async (
  { db, now, record, send }: Writing,
  id: string,
  state: Exclude<RequestRow['state'], 'open'>,
): Promise<RequestRow> => {
  const row = await endRequest(db, id, state, now)
  record(toolRequestEnded({ subject: toolRequests.subject(row), data: { digest: row.digest, state }, personal: {} }))
  const { listed } = row.content
  const about = { kind: 'tool', key: row.tool, name: listed.name.en }
  send(toolAnswered({ to: row.requestedBy, because: 'requester', about, of: row, facts: { tool: listed.name, what: answers[state] } }))
  return row
}
