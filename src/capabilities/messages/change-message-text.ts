import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { languages } from '#src/kernel/message.ts'
import type { Language } from '#src/kernel/message.ts'
import { version } from '#src/kernel/text.ts'
import type { Db } from '../operation.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { language, messageTextView, textLines } from './contract.ts'
import { messageTextChanged, messageTextReset } from './entries.ts'
import { messageTexts } from './governed.ts'
import type { Kinds } from './kinds.ts'
import { changedMeanwhile, keepsMessages, noSuchKind, readsTexts } from './permissions.ts'
import { presentText } from './present.ts'
import type { TextRow } from './texts.ts'
import { deleteText, editedTexts, keepText, lockText } from './texts.ts'
import { expectKnownFacts } from './words.ts'

const which = { kind: z.string().max(60), language: language() }

export const listMessageTexts = (kinds: Kinds) =>
  operation({
    name: 'list-message-texts',
    summary: 'What every kind of message says, in each language, and which facts it may name.',
    effect: 'read',
    http: { method: 'GET', path: '/message-texts' },
    input: z.strictObject({}),
    output: z.object({ texts: z.array(messageTextView) }),
    allows: readsTexts,
    async run(_, { db }) {
      const edited = await editedTexts(db)
      return { texts: [...kinds.values()].flatMap(kind => languages.map(language => presentText(kind, language, edited))) }
    },
  })

interface Held {
  version: number
  row: TextRow | undefined
}

/** A text that nobody worded anew counts as its own first version. */
const hold = async (db: Db, kind: string, language: Language): Promise<Held> => {
  const row = await lockText(db, kind, language)
  return { version: row?.version ?? 1, row }
}

export const changeMessageText = (kinds: Kinds) =>
  operation({
    name: 'change-message-text',
    summary: 'Word a kind of message anew, in one language.',
    effect: 'write',
    attended: true,
    http: { method: 'PUT', path: '/message-texts/{kind}/{language}' },
    input: z.strictObject({ ...which, ...textLines, version: version() }),
    output: messageTextView,
    target: ({ kind, language }, { db }) => hold(db, kind, language),
    allows: keepsMessages,
    async run({ kind: name, language, subject, lines, version }, { actor, db, record }) {
      const kind = kinds.get(name)
      if (!kind) throw noSuchKind()
      expectKnownFacts({ subject, lines }, kind)
      const row = await keepText(db, { kind: name, language }, { subject, lines }, version)
      if (!row) throw changedMeanwhile()
      record(
        messageTextChanged({ subject: messageTexts.subject(row), data: { kind: name, language, by: asPerson(actor).id }, personal: {} }),
      )
      return presentText(kind, language, await editedTexts(db))
    },
  })

export const resetMessageText = (kinds: Kinds) =>
  operation({
    name: 'reset-message-text',
    summary: 'Let a kind of message speak in its own words again.',
    effect: 'write',
    attended: true,
    http: { method: 'DELETE', path: '/message-texts/{kind}/{language}' },
    input: z.strictObject({ ...which, version: version() }),
    output: messageTextView,
    target: ({ kind, language }, { db }) => hold(db, kind, language),
    allows: keepsMessages,
    async run({ kind: name, language }, { actor, db, record }, { row }) {
      const kind = kinds.get(name)
      if (!kind) throw noSuchKind()
      if (!row) throw refuse('conflict', 'text-is-usual', 'This message speaks in its own words.', 'There is nothing to reset.', 'kind')
      await deleteText(db, row.id)
      record(messageTextReset({ subject: messageTexts.ended(row), data: { kind: name, language, by: asPerson(actor).id }, personal: {} }))
      return presentText(kind, language, await editedTexts(db))
    },
  })
