import { newId } from '#src/kernel/ids.ts'
import { ago, fresh } from '../stage.ts'
import type { StageRequests } from './request.ts'

export const outboundRequests: StageRequests = async db => {
  await db
    .insertInto('privateTarget')
    .values({
      ...fresh(),
      id: 'target',
      host: 'erp.internal',
      port: 443,
      reason: 'For the matrix.',
      addedAt: ago({ hours: 1 }),
      endedAt: null,
    })
    .execute()
  return { 'withdraw-private-target': { 'a target': { id: 'target' }, 'no such target': { id: newId() } } }
}
