import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { id, version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { dropReview } from '../review/index.ts'
import { language, requestView } from './contract.ts'
import { endToolRequest } from './end-request.ts'
import { mayTakeBack, noSuchRequest } from './permissions.ts'
import { presentRequest } from './present.ts'
import { holdRequest, REVIEWED_AS } from './tool-review.ts'

export const withdrawToolRequest = operation({
  name: 'withdraw-tool-request',
  summary: 'Take back a request for a tool.',
  effect: 'write',
  http: { method: 'POST', path: '/tool-requests/{request}/withdrawal' },
  input: z.strictObject({ request: id(), version: version(), language: language() }),
  output: requestView,
  target: ({ request }, { db }) => holdRequest(db, request),
  allows: mayTakeBack,
  async run({ language }, { db, now, record, send }, request) {
    if (!request) throw noSuchRequest()
    if (request.state !== 'open')
      throw refuse('conflict', 'request-over', 'This request was answered already.', 'There is nothing to take back.', 'request')
    await dropReview({ db, now, record, send }, { kind: REVIEWED_AS, subject: request.id, because: 'withdrawn' })
    const row = await endToolRequest({ db, now, record, send }, request.id, 'withdrawn')
    return presentRequest(row, { names: await namesOf(db, [row.requestedBy]), language }, new Map())
  },
})
