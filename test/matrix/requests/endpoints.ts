import { newId } from '#src/kernel/ids.ts'
import { endpointsExamples } from '../../../scripts/generate/matrix/examples/endpoints.ts'
import { ago, fresh } from '../stage.ts'
import type { StageRequests } from './request.ts'

/** Sealed values that nothing here opens. */
const sealed = () => Buffer.alloc(1)

export const endpointsRequests: StageRequests = async db => {
  const id = newId()
  await db
    .insertInto('endpoint')
    .values({
      ...fresh(),
      id,
      kind: 'webhook',
      name: 'Monitoring',
      host: 'hooks.example.com:443',
      groups: JSON.stringify(['everything']),
      state: 'active',
      madeAt: ago({ hours: 1 }),
      sealedAddress: sealed(),
      sealedSecret: sealed(),
      nextEntry: 0,
    })
    .execute()
  return Object.fromEntries(
    Object.keys(endpointsExamples).map(name => [name, { 'an endpoint': { endpoint: id }, 'no such endpoint': { endpoint: newId() } }]),
  )
}
