import { z } from 'zod'
import { id } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { onlyTheProgram } from '../permissions.ts'
import { chatAsItIs } from './chat-refusals.ts'
import { lockChat, markFailing } from './chat-store.ts'
import { chatFailing } from './entries.ts'
import { personalChats } from './governed.ts'
import { chatFails, chatNames } from './messages.ts'

/** Of the program alone: a letter went by mail because its chat did not take it. */
export const noteFailingChat = operation({
  name: 'note-failing-chat',
  summary: 'Note that somebody’s chat takes no cards, and tell them once.',
  effect: 'write',
  input: z.strictObject({ chat: id() }),
  output: z.object({}),
  target: ({ chat }, { db }) => lockChat(db, chat),
  allows: onlyTheProgram,
  async run(_, { db, now, record, send }, before) {
    if (!before || before.failingSince !== null) throw chatAsItIs()
    const row = await markFailing(db, before.id, now)
    record(chatFailing({ subject: personalChats.subject(row), data: { person: row.personId }, personal: {} }))
    send(
      chatFails({
        to: row.personId,
        because: 'account',
        about: { kind: 'chat', key: row.id, name: row.host },
        of: row,
        facts: { chat: chatNames[row.kind], host: row.host },
      }),
    )
    return {}
  },
})
