import { newId } from '#src/kernel/ids.ts'
import { ago, fresh } from '../stage.ts'
import type { StageRequests } from './request.ts'

/** A tool of the charter's list, which needs no row, and the owner's request for another. */
export const toolsRequests: StageRequests = async db => {
  const listed = { name: { en: 'Other', de: 'Anderes' }, help: { en: 'Other', de: 'Anderes' }, approvedFor: [], redact: [] }
  const about = {
    vendor: '',
    models: [],
    features: [],
    contract: null,
    dataProcessing: null,
    regions: [],
    trainsOnOurData: 'unknown' as const,
  }
  await db
    .insertInto('toolRequest')
    .values({
      ...fresh(),
      id: 'request',
      tool: 'other',
      content: JSON.stringify({ listed, about, ownerId: null }),
      digest: 'stage',
      note: 'For the matrix.',
      noneFits: null,
      state: 'open',
      requestedBy: 'owner',
      requestedByHuman: 'owner',
      requestedAt: ago({ hours: 1 }),
    })
    .execute()
  const tools = { 'a tool': { tool: 'flow-builder' }, 'no such tool': { tool: 'nothing-of-ours' } }
  const requests = { 'the owner’s request': { request: 'request' }, 'no such request': { request: newId() } }
  return {
    'show-tool': tools,
    'list-tool-users': tools,
    'preview-tool-change': tools,
    'change-tool': tools,
    'review-tool': tools,
    'show-tool-request': requests,
    'withdraw-tool-request': requests,
  }
}
