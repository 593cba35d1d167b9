import type { Examples } from '../frame.ts'

const tools = { 'a tool': { version: 1 }, 'no such tool': undefined }

const requests = { 'the owner’s request': { version: 1, requestedByHuman: 'owner' }, 'no such request': undefined }

export const toolsExamples: Examples = {
  'show-tool': tools,
  'list-tool-users': tools,
  'preview-tool-change': tools,
  'change-tool': tools,
  'review-tool': tools,
  'show-tool-request': requests,
  'withdraw-tool-request': requests,
}
