import { sql } from 'kysely'
import type { Language, Sign } from '#src/kernel/message.ts'
import { calendarFile } from '#src/sending/index.ts'
import type { Letter } from '#src/sending/index.ts'
import type { MessageKind } from '../define-message.ts'
import type { Db } from '../operation.ts'
import type { DeliveryRow, MessageRow } from './delivery-store.ts'
import { answerToken, askedIn } from './answer-link.ts'
import type { Kinds } from './kinds.ts'
import { stillTrue } from './kinds.ts'
import type { Reader } from './preferences.ts'
import { greeting, isReason, ofDigest, reasonInBrackets, reasonSentence } from './reasons.ts'
import type { Edited } from './texts.ts'
import { editedTexts, textOf } from './texts.ts'
import { inWords } from './words.ts'

type Spoken = Pick<MessageRow, 'kind' | 'because' | 'aboutKind' | 'aboutKey' | 'aboutName' | 'facts'>

/** A message in its reader's words. */
export interface Wording {
  subject: string
  lines: string[]
  action: { label: string; path: `/${string}` }
  /** A sentence of its own, and the same behind a line. */
  reason: string
  brackets: string
}

export const wordingOf = (
  kind: MessageKind,
  { because, aboutKind, aboutKey, facts }: Spoken,
  edited: Edited,
  language: Language,
): Wording => {
  const why = isReason(because) ? because : 'asked'
  return {
    ...inWords(textOf(edited, kind, language), facts, language),
    action: { label: kind.texts[language].action, path: kind.path({ kind: aboutKind, key: aboutKey }) },
    reason: reasonSentence(why, language),
    brackets: reasonInBrackets(why, language),
  }
}

export interface Place {
  /** Where links lead. */
  address: string
  digestLines: number
  now: Temporal.Instant
}

/** Letters by the ids of their deliveries, as far as there is anything left to say: a fixed number of queries, however many. */
export const lettersFor = async (
  db: Db,
  kinds: Kinds,
  deliveries: readonly DeliveryRow[],
  readers: ReadonlyMap<string, Reader>,
  place: Place,
  sign: Sign,
): Promise<ReadonlyMap<string, Letter>> => {
  const edited = await editedTexts(db)
  const messages = await messagesIn(
    db,
    deliveries.map(({ id }) => id),
    place.digestLines,
  )
  const still = await stillTrue(db, kinds, messages)
  const telling = Map.groupBy(
    messages.filter(({ id }) => still.has(id)),
    ({ deliveryId }) => deliveryId,
  )
  const paths = await pathsOfLetters(db, kinds, [...telling.values()].flat(), sign)
  return new Map(
    deliveries.flatMap(delivery => {
      const reader = readers.get(delivery.personId)
      const [first, ...others] = (telling.get(delivery.id) ?? []).flatMap(message => {
        const kind = kinds.get(message.kind)
        if (!reader || !kind) return []
        const wording = wordingOf(kind, message, edited, reader.language)
        const path = paths.get(message.id) ?? wording.action.path
        const calendar = calendarIn(kind, message, wording, reader.language, place)
        return [{ ...wording, calendar, action: { ...wording.action, path } }]
      })
      if (!reader || !first) return []
      const head = { id: delivery.id, language: reader.language, greeting: greeting[reader.language](reader.name) }
      const letter: Letter =
        delivery.form === 'single'
          ? {
              ...head,
              subject: first.subject,
              lines: first.lines,
              action: linked(first.action, place),
              reason: first.reason,
              ...first.calendar,
            }
          : { ...head, ...digest([first, ...others], delivery.messages, reader.language, place) }
      return [[delivery.id, letter] as const]
    }),
  )
}

/** Where the reader of a letter answers without signing in, or comes in for the first time, by the messages that say so. */
const pathsOfLetters = async (db: Db, kinds: Kinds, messages: readonly MessageRow[], sign: Sign) => {
  const asked = await askedIn(db, kinds, messages)
  const paths = new Map<string, `/${string}`>()
  for (const message of messages) {
    const kind = kinds.get(message.kind)
    if (asked.has(message.id)) paths.set(message.id, `/answer#${await answerToken(sign, message)}`)
    else if (kind?.fragment)
      paths.set(message.id, `${kind.path({ kind: message.aboutKind, key: message.aboutKey })}#${await kind.fragment(sign, message.ofId)}`)
  }
  return paths
}

const linked = ({ label, path }: Wording['action'], { address }: Place) => ({ label, url: `${address}${path}` })

/** The day that a message of this kind names, as a file to keep. */
const calendarIn = (
  { date }: MessageKind,
  { ofId, ofVersion, facts }: MessageRow,
  { subject, action }: Wording,
  language: Language,
  place: Place,
): Pick<Letter, 'calendar'> => {
  const day = date && facts[date.fact]
  if (!date || typeof day !== 'string') return {}
  const title = inWords({ subject: date.title[language], lines: [] }, facts, language).subject
  const { remindDays } = date
  const on = Temporal.PlainDate.from(day)
  const { url } = linked(action, place)
  return {
    calendar: calendarFile(
      [{ id: ofId, version: ofVersion, on, title, note: subject, url, ...(remindDays === undefined ? {} : { remindDays }) }],
      place.now,
    ),
  }
}

/** One line for each thing, as many as a digest holds; how many there are besides stands at its end. */
const digest = (wordings: readonly Wording[], messages: number, language: Language, place: Place) => {
  const words = ofDigest[language]
  const inbox = `${place.address}/messages`
  const left = messages - wordings.length
  return {
    subject: words.subject(messages),
    lines: [
      ...wordings.map(({ subject, brackets, action }) => ({ text: `${subject} ${brackets}`, url: `${place.address}${action.path}` })),
      ...(left > 0 ? [{ text: words.more(left), url: inbox }] : []),
    ],
    action: { label: words.action, url: inbox },
    reason: words.reason,
  }
}

/** What some letters tell, the first so many of each: what has to be acted on before the rest, the newest first. */
const messagesIn = async (db: Db, deliveries: readonly string[], most: number): Promise<MessageRow[]> => {
  const { rows } = await sql<MessageRow>`
    select * from (
      select message.*, row_number() over (partition by delivery_id order by urgency = 'act' desc, at desc, id) as place
      from message where delivery_id = any(${[...deliveries]}::text[])
    ) placed where place <= ${most} order by delivery_id, place`.execute(db)
  return rows
}
