import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { id } from '#src/kernel/text.ts'
import type { Db } from '../operation.ts'
import { operation } from '../operation.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { language, messageView } from './contract.ts'
import { messagesRead } from './entries.ts'
import { countUnread, markRead, pageOfMessages, toActOn } from './inbox-store.ts'
import type { Kinds } from './kinds.ts'
import { stillTrue } from './kinds.ts'
import { presentMessages } from './present.ts'
import { editedTexts } from './texts.ts'

/**
 * Of what somebody was asked to act on, what still waits for them. Where nothing says whether a kind of thing is settled, it
 * waits until it is read.
 */
export const openFor = async (db: Db, kinds: Kinds, person: string): Promise<ReadonlySet<string>> => {
  const asked = await toActOn(db, person)
  return stillTrue(
    db,
    kinds,
    asked.filter(({ kind, readAt }) => readAt === null || kinds.get(kind)?.stillTrue !== undefined),
  )
}

export const listMyMessages = (kinds: Kinds) =>
  operation({
    name: 'list-my-messages',
    summary: 'What the program told you, the newest first; the same things that come by mail.',
    effect: 'read',
    http: { method: 'GET', path: '/messages' },
    input: z.strictObject({
      language: language().default('en'),
      before: id().optional().describe('The last message of the page before.'),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    output: z.object({
      messages: z.array(messageView),
      unread: z.int(),
      toActOn: z.int().describe('How many wait for you to act, on this page or not.'),
      next: z.string().nullable().describe('Where the next page begins; null on the last one.'),
    }),
    allows: personsOnly,
    async run({ language, before, limit }, { actor, db }) {
      const me = asPerson(actor).id
      const rows = await pageOfMessages(db, me, { before, limit: limit + 1 })
      const shown = rows.slice(0, limit)
      const open = await openFor(db, kinds, me)
      const edited = await editedTexts(db)
      return {
        messages: presentMessages(shown, { kinds, edited, language, open }),
        unread: await countUnread(db, me),
        toActOn: open.size,
        next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
      }
    },
  })

export const readMessages = operation({
  name: 'read-messages',
  summary: 'Mark what you were told until a moment as read.',
  effect: 'write',
  http: { method: 'POST', path: '/messages/read' },
  input: z.strictObject({ until: z.iso.datetime({ offset: true, error: 'Give the moment of the newest message that you saw.' }) }),
  output: z.object({ unread: z.int() }),
  allows: personsOnly,
  async run({ until }, { actor, db, now, record }) {
    const me = asPerson(actor).id
    if ((await markRead(db, me, Temporal.Instant.from(until), now)) === 0)
      throw refuse('conflict', 'nothing-unread', 'You have read all of it already.', 'There is nothing to do.')
    record(messagesRead({ subject: { kind: 'inbox', id: me, version: null, digest: null }, data: {}, personal: {} }))
    return { unread: await countUnread(db, me) }
  },
})
