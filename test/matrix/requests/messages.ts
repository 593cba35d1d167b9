import { newId } from '#src/kernel/ids.ts'
import type { StageRequests } from './request.ts'

/** Nothing of it was set, which needs no rows. */
export const messagesRequests: StageRequests = () => {
  const text = { 'a kind of message': { kind: 'handover-offered', language: 'en' } }
  return Promise.resolve({
    'change-message-preferences': { 'one’s own': {} },
    'change-message-settings': { 'as they are': {} },
    'change-chat-hosts': { 'as they are': {} },
    'note-failing-chat': { 'somebody’s chat': { chat: newId() } },
    'change-message-text': text,
    'reset-message-text': text,
  })
}
