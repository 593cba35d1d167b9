import { sql } from 'kysely'
import type { About, AnswerForm, Because, Facts, Language, Message, Sign } from '#src/kernel/message.ts'
import type { Db, Tables } from '#src/store/index.ts'

/** What one kind of message says. A name in braces stands for a fact: `{by} asks you to answer for {solution}`. */
export interface MessageText {
  /** Also the message's line in a digest. */
  readonly subject: string
  readonly lines: readonly string[]
}

/** Whom a message told of what. */
export interface Told {
  /** The row that it tells of. */
  readonly id: string
  readonly to: string
}

/** One thing that somebody is asked, as it can be answered from a letter. */
export interface Asked {
  readonly form: AnswerForm
  /** What the input of its operations has to say: it is about this thing. */
  readonly only: Readonly<Record<string, string>>
  /** What of it has to be sent back with an answer; null where nothing has. */
  readonly version: number | null
  /** What its reader has to know beyond the letter's own words. */
  readonly text: string
}

/** What can be told, as the program knows it: everything but its facts' types. */
export interface MessageKind {
  readonly kind: string
  readonly urgency: Message['urgency']
  readonly loud: boolean
  readonly guarding?: Message['guarding']
  /** Made-up facts, for a look at the text where nothing has happened yet. What they name, a text may name. */
  readonly example: Facts
  readonly texts: Readonly<Record<Language, MessageText & { readonly action: string }>>
  /** Where its reader can do what it asks for. */
  path(about: Pick<About, 'kind' | 'key'>): `/${string}`
  /** Which of its facts is a day that its reader may keep in a calendar, and what it is called there; letters carry it as a file. */
  readonly date?: { readonly fact: string; readonly title: Readonly<Record<Language, string>>; readonly remindDays?: number }
  /** Of some that were told, those for whom it still holds: nobody is sent word of what is settled. Left out: it always does. */
  stillTrue?(db: Db, told: readonly Told[]): Promise<readonly Told[]>
  /**
   * Of some things told of, by the ids of their rows, those that can be answered from the letter without signing in. A fixed number
   * of queries, however many.
   */
  asked?(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Asked>>
  /** What stands behind the # of its address in a letter, of the row that it tells of: a secret that no page and no list shows. Its letters go by mail alone. */
  fragment?(sign: Sign, id: string): Promise<string>
}

/** A number where the example is one, words of ours where it has them in each language. */
type FactsLike<F> = {
  readonly [name in keyof F]: F[name] extends number ? number : F[name] extends string ? string : Readonly<Record<Language, string>>
}

interface Content<F> {
  to: string
  because: Because
  about: About
  of: { readonly id: string; readonly version: number }
  facts: FactsLike<F>
}

/**
 * Declares a kind of message; calling it makes one, for an operation's `send`. Its texts are the catalogue's: an administrator may
 * word them anew, with the same facts.
 */
export const defineMessage = <F extends Facts>(
  declared: Omit<MessageKind, 'loud' | 'example'> & { loud?: true; example: F },
): MessageKind & ((content: Content<F>) => Message) => {
  const { kind, urgency, loud = false, guarding } = declared
  return Object.assign(
    ({ to, because, about, of: { id, version }, facts }: Content<F>): Message => ({
      kind,
      urgency,
      loud,
      ...(guarding && { guarding }),
      to,
      because,
      about,
      of: { id, version },
      facts,
    }),
    { ...declared, loud },
  )
}

/** Tables whose rows have a state. */
type Stated = { [T in keyof Tables]: 'state' extends keyof Tables[T] ? T : never }[keyof Tables]

/** For `stillTrue`: those whose row is in one of these states. */
export const stillIn =
  <T extends Stated>(table: T, ...states: readonly (Tables[T] & { state: string })['state'][]) =>
  async (db: Db, told: readonly Told[]): Promise<Told[]> => {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(table)}
      where id = any(${told.map(({ id }) => id)}::text[]) and state = any(${[...states]}::text[])`.execute(db)
    const still = new Set(rows.map(({ id }) => id))
    return told.filter(({ id }) => still.has(id))
  }
