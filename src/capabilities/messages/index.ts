import type { ExitSettings } from '#src/outbound/index.ts'
import type { Language, Sign } from '#src/kernel/message.ts'
import type { MessageKind } from '../define-message.ts'
import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import type { SecretVault } from '../vault/index.ts'
import { changeChatHosts, showChatHosts } from './change-chat-hosts.ts'
import { changeMessagePreferences, showMessagePreferences } from './change-message-preferences.ts'
import { changeMessageSettings, showMessageSettings } from './change-message-settings.ts'
import { changeMessageText, listMessageTexts, resetMessageText } from './change-message-text.ts'
import * as entries from './entries.ts'
import { chatSettings, messagePreferences, messageSettings, messageTexts, personalChats } from './governed.ts'
import { deliveryJobs } from './jobs.ts'
import { messageKinds } from './kinds.ts'
import { listDeliveries } from './list-deliveries.ts'
import { listMyMessages, openFor, readMessages } from './list-my-messages.ts'
import { chatFails, chatWasRemoved, chatWasSet, testCard, testMessage } from './messages.ts'
import { noteFailingChat } from './note-failing-chat.ts'
import { openCards } from './open-cards.ts'
import { openPost } from './open-post.ts'
import type { Parts } from './parts.ts'
import { previewMessageText } from './preview-message-text.ts'
import { readAnswer } from './read-answer.ts'
import { redeliverDelivery } from './redeliver-delivery.ts'
import { sendTestMessage } from './send-test-message.ts'
import { removeChat, setChat } from './set-chat.ts'
import { testChat } from './test-chat.ts'

export type { ReadAnswer } from './read-answer.ts'
export { chatAddressColumn } from './chat-store.ts'
export { insertMessages } from './insert-messages.ts'
export { passwordColumn, settingsNow } from './settings.ts'

export interface MessagesParts {
  /** What other capabilities send. */
  kinds: readonly MessageKind[]
  charters: Charters
  vault: SecretVault
  /** Signs with the ledger's key. */
  sign: Sign
  /** Where the server says that it is. */
  address: string | null
  /** What this machine's settings say about calling out; read when a letter is first sent. */
  exit(): ExitSettings
}

/**
 * What people are told. A capability declares a kind of message and an operation sends it with its change; the same words reach
 * the inbox, and, by each one's wish, a letter at once or a daily digest:
 *
 *     export const handoverOffered = defineMessage({ kind: 'handover-offered', urgency: 'act', example: { by: 'Ada' }, … })
 *     send(handoverOffered({ to: offer.offeredTo, because: 'asked', about, of: offer, facts: { by: name } }))
 */
export const messagesCapability = ({ kinds: declared, charters, vault, sign, address, exit }: MessagesParts) => {
  const kinds = messageKinds([...declared, testMessage, testCard, chatWasSet, chatWasRemoved, chatFails])
  const parts: Parts = {
    kinds,
    charters,
    address,
    sign,
    open: (db, settings) => openPost({ vault, exit, address }, db, settings),
    openCards: db => openCards({ vault, exit }, db),
  }
  return {
    operations: [
      listMyMessages(kinds),
      readMessages,
      showMessagePreferences(charters),
      changeMessagePreferences(charters),
      listDeliveries,
      redeliverDelivery,
      listMessageTexts(kinds),
      previewMessageText(kinds),
      changeMessageText(kinds),
      resetMessageText(kinds),
      showMessageSettings(address),
      changeMessageSettings(vault, address),
      sendTestMessage(charters, address),
      showChatHosts,
      changeChatHosts,
      setChat(vault, charters),
      removeChat(charters),
      testChat(charters),
      noteFailingChat,
    ],
    /** What a link in a letter is for, in words of the letter. */
    readAnswer: (db: Db, token: string, language: Language, now: Temporal.Instant) => readAnswer(db, { kinds, sign }, token, language, now),
    jobs: deliveryJobs(parts),
    /** How many messages wait for somebody to act. */
    waiting: async (db: Db, person: string): Promise<number> => (await openFor(db, kinds, person)).size,
    governed: [messageSettings, messagePreferences, messageTexts, personalChats, chatSettings],
    entries: Object.values(entries),
  }
}
