import type { Examples } from '../frame.ts'

const endpoint = { 'an endpoint': { version: 1, kind: 'webhook', name: 'Monitoring' }, 'no such endpoint': undefined }

export const endpointsExamples: Examples = {
  'show-endpoint': endpoint,
  'list-endpoint-deliveries': endpoint,
  'change-endpoint': endpoint,
  'pause-endpoint': endpoint,
  'continue-endpoint': endpoint,
  'pause-failing-endpoint': endpoint,
  'remove-endpoint': endpoint,
  'renew-endpoint-secret': endpoint,
  'test-endpoint': endpoint,
  'redeliver-events': endpoint,
  'preview-replay': endpoint,
  'replay-events': endpoint,
}
