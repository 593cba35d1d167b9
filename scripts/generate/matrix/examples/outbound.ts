import type { Examples } from '../frame.ts'

export const outboundExamples: Examples = {
  'withdraw-private-target': { 'a target': { version: 1, host: 'erp.internal', port: 443 }, 'no such target': undefined },
}
