import type { Calendar } from '../jobs/index.ts'
import { addEndpoint } from './add-endpoint.ts'
import { changeEndpoint, removeEndpoint } from './change-endpoint.ts'
import * as entries from './entries.ts'
import { endpoints } from './governed.ts'
import type { JobParts } from './jobs.ts'
import { deliveringEvents } from './jobs.ts'
import { listEndpointDeliveries, listEndpoints, showEndpoint } from './list-endpoints.ts'
import { endpointGivenUp } from './messages.ts'
import { continueEndpoint, pauseEndpoint, pauseFailingEndpoint } from './pause-endpoint.ts'
import { renewEndpointSecret } from './renew-endpoint-secret.ts'
import { redeliverEvents, testEndpoint } from './repeat-events.ts'
import { previewReplay, replayEvents } from './replay-events.ts'

export { readsEndpoints } from './permissions.ts'
export { addressColumn, endpointSecretColumn, oldSecretColumn } from './store.ts'

/**
 * Where events go besides people: an endpoint is an address of the company's, and gets what the ledger says happened, of the groups
 * that were chosen for it, in the order of the ledger and at least once.
 */
export const endpointsCapability = (parts: JobParts & { calendar: Calendar }) => ({
  operations: [
    listEndpoints,
    showEndpoint,
    listEndpointDeliveries,
    addEndpoint(parts.vault),
    changeEndpoint(parts.vault),
    pauseEndpoint,
    continueEndpoint,
    pauseFailingEndpoint,
    removeEndpoint,
    renewEndpointSecret(parts.vault),
    testEndpoint,
    redeliverEvents,
    previewReplay(parts.calendar),
    replayEvents(parts.calendar),
  ],
  jobs: [deliveringEvents(parts)],
  messages: [endpointGivenUp],
  governed: [endpoints],
  entries: Object.values(entries),
})
