import type { Examples } from '../frame.ts'

const text = { 'a kind of message': { version: 1, row: undefined } }

export const messagesExamples: Examples = {
  'change-message-preferences': { 'one’s own': { version: 1 } },
  'change-message-settings': { 'as they are': { version: 1 } },
  'change-chat-hosts': { 'as they are': { version: 1 } },
  'note-failing-chat': { 'somebody’s chat': undefined },
  'change-message-text': text,
  'reset-message-text': text,
}
