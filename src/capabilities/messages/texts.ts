import type { Selectable } from 'kysely'
import { newId } from '#src/kernel/ids.ts'
import type { Language } from '#src/kernel/message.ts'
import { newSalt } from '#src/kernel/salt.ts'
import type { Db, Tables } from '#src/store/index.ts'
import type { MessageKind, MessageText } from '../define-message.ts'

export type TextRow = Selectable<Tables['messageText']>

/** What the company says instead of the kinds' own texts. */
export type Edited = ReadonlyMap<string, TextRow>
const key = (kind: string, language: Language) => `${kind} ${language}`

/** There are as many at most as kinds in two languages. */
export const editedTexts = async (db: Db): Promise<Edited> =>
  new Map((await db.selectFrom('messageText').selectAll().execute()).map(row => [key(row.kind, row.language), row]))

export const editedIn = (edited: Edited, kind: string, language: Language): TextRow | undefined => edited.get(key(kind, language))

/** What is said: the company's text, else the kind's own. */
export const textOf = (edited: Edited, { kind, texts }: MessageKind, language: Language): MessageText =>
  editedIn(edited, kind, language) ?? texts[language]

export const lockText = (db: Db, kind: string, language: Language): Promise<TextRow | undefined> =>
  db.selectFrom('messageText').selectAll().where('kind', '=', kind).where('language', '=', language).forUpdate().executeTakeFirst()

/** Writes a text as the next version of what was read; the kind's own counts as its first. @returns undefined where it changed meanwhile */
export const keepText = (
  db: Db,
  which: { kind: string; language: Language },
  text: MessageText,
  read: number,
): Promise<TextRow | undefined> => {
  const values = { subject: text.subject, lines: JSON.stringify(text.lines), version: read + 1 }
  return db
    .insertInto('messageText')
    .values({ id: newId(), sealSalt: newSalt(), ...which, ...values })
    .onConflict(conflict => conflict.columns(['kind', 'language']).doUpdateSet(values).where('messageText.version', '=', read))
    .returningAll()
    .executeTakeFirst()
}

export const deleteText = async (db: Db, id: string): Promise<void> => {
  await db.deleteFrom('messageText').where('id', '=', id).execute()
}
