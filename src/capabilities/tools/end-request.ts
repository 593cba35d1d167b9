import type { Writing } from '../review/index.ts'
import { toolRequestEnded } from './entries.ts'
import { toolRequests } from './governed.ts'
import type { RequestRow } from './store.ts'
import { endRequest } from './store.ts'

export const endToolRequest = async (
  { db, now, record }: Writing,
  id: string,
  state: Exclude<RequestRow['state'], 'open'>,
): Promise<RequestRow> => {
  const row = await endRequest(db, id, state, now)
  record(toolRequestEnded({ subject: toolRequests.subject(row), data: { digest: row.digest, state }, personal: {} }))
  return row
}
