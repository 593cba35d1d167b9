import { z } from 'zod'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { language, letterView, textLines } from './contract.ts'
import type { MessageRow } from './delivery-store.ts'
import type { Kinds } from './kinds.ts'
import { keepsMessages, noSuchKind } from './permissions.ts'
import { greeting, isReason, reasonSentence } from './reasons.ts'
import type { Db } from '../operation.ts'
import { expectKnownFacts, inWords } from './words.ts'

/** Real facts are those of one's own messages: nobody reads what others were told by way of a preview. */
export const previewMessageText = (kinds: Kinds) =>
  operation({
    name: 'preview-message-text',
    summary: 'How a message would read with other words, filled with the newest such message to you, or with made-up facts.',
    effect: 'read',
    http: { method: 'POST', path: '/message-texts/preview' },
    input: z.strictObject({ kind: z.string().max(60), language: language(), ...textLines }),
    output: letterView,
    allows: keepsMessages,
    async run({ kind: name, language, ...text }, { actor, db }) {
      const kind = kinds.get(name)
      if (!kind) throw noSuchKind()
      expectKnownFacts(text, kind)
      const me = asPerson(actor)
      const newest = await newestTo(db, me.id, name)
      const { because = 'asked' } = newest ?? {}
      return {
        from: newest ? ('message' as const) : ('example' as const),
        ...inWords(text, newest?.facts ?? kind.example, language),
        greeting: greeting[language](me.name),
        action: kind.texts[language].action,
        reason: reasonSentence(isReason(because) ? because : 'asked', language),
      }
    },
  })

const newestTo = (db: Db, person: string, kind: string): Promise<Pick<MessageRow, 'facts' | 'because'> | undefined> =>
  db
    .selectFrom('message')
    .select(['facts', 'because'])
    .where('toId', '=', person)
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
