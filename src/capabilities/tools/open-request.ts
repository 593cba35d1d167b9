import type { Charter } from '#src/engines/charter/index.ts'
import type { Person } from '#src/kernel/actor.ts'
import { newId } from '#src/kernel/ids.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { ReviewRow, Writing } from '../review/index.ts'
import { laneOf, openReview } from '../review/index.ts'
import { toolRequested } from './entries.ts'
import { toolRequests } from './governed.ts'
import type { RequestRow } from './store.ts'
import { countOpenRequestsOf, insertRequest, openRequestFor } from './store.ts'
import { REVIEWED_AS } from './tool-review.ts'

/** What one person can have looked at at a time, so that the queue stays everybody's. */
export const MOST_OPEN = 5

export interface Wish extends Pick<RequestRow, 'tool' | 'content' | 'note' | 'noneFits'> {}

/**
 * Keeps what somebody wants of a tool and has it looked at by IT security and legal. The caller holds the tool.
 * @throws Refusal `request-open`, `too-many-requests`
 */
export const openRequest = async (
  writing: Writing,
  charter: Charter,
  person: Person,
  { tool, content, note, noneFits }: Wish,
): Promise<{ request: RequestRow; review: ReviewRow }> => {
  const { db, now, record } = writing
  if (await openRequestFor(db, tool))
    throw refuse(
      'conflict',
      'request-open',
      'Somebody asked for this tool already, and it is being looked at.',
      'Wait for the answer; it stands on the page of the tool.',
      'tool',
    )
  if ((await countOpenRequestsOf(db, person.human)) >= MOST_OPEN)
    throw refuse(
      'conflict',
      'too-many-requests',
      `${MOST_OPEN} requests of yours are being looked at.`,
      'Wait for an answer, or take one back that you don’t need any more.',
    )
  const { id: requestedBy, human: requestedByHuman } = person
  const request = await insertRequest(db, { id: newId(), tool, content, note, noneFits, requestedBy, requestedByHuman }, now)
  record(
    toolRequested({
      subject: toolRequests.subject(request),
      data: { digest: request.digest, requestedBy, approvedFor: content.listed.approvedFor },
      personal: { tool, content: JSON.stringify(content), note, noneFits },
    }),
  )
  const review = await openReview(writing, charter, {
    kind: REVIEWED_AS,
    subject: request.id,
    name: content.listed.name.en,
    matter: request.id,
    digest: request.digest,
    purpose: 'tool',
    tier: null,
    lane: laneOf(charter, { purpose: 'tool', tier: null }),
    authors: [requestedByHuman],
    excluded: [],
    note,
    submittedBy: { id: requestedBy, human: requestedByHuman },
  })
  return { request, review }
}
