import type { Db } from '#src/store/index.ts'
import type { Asking } from '../../../scripts/generate/matrix/index.ts'
import { charterRequests } from './charter.ts'
import { emergencyRequests } from './emergency.ts'
import { endpointsRequests } from './endpoints.ts'
import { findingsRequests } from './findings.ts'
import { incidentsRequests } from './incidents.ts'
import { humanReviewRequests } from './human-review.ts'
import { messagesRequests } from './messages.ts'
import { outboundRequests } from './outbound.ts'
import { peopleRequests } from './people.ts'
import { proposalsRequests } from './proposals.ts'
import { registryRequests } from './registry.ts'
import type { Requests } from './request.ts'
import { reviewRequests } from './review.ts'
import { toolsRequests } from './tools.ts'
import { waiversRequests } from './waivers.ts'

/** Everything that the matrix asks about, as rows, and how to ask. */
export const stageRequests = async (db: Db, everybody: readonly Asking[]): Promise<Requests> => {
  const parts = [
    peopleRequests,
    proposalsRequests,
    emergencyRequests,
    charterRequests,
    registryRequests,
    reviewRequests,
    toolsRequests,
    waiversRequests,
    humanReviewRequests,
    findingsRequests,
    incidentsRequests,
    messagesRequests,
    endpointsRequests,
    outboundRequests,
  ]
  const requests: Requests[] = []
  for (const part of parts) requests.push(await part(db, everybody))
  return Object.assign({}, ...requests) as Requests
}
