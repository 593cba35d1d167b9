import type { AnswerForm, Language, Sign } from '#src/kernel/message.ts'
import type { Db } from '../operation.ts'
import type { NoAnswer } from './answer-link.ts'
import { readAnswerToken } from './answer-link.ts'
import type { Kinds } from './kinds.ts'
import { wordingOf } from './letter.ts'
import { editedTexts } from './texts.ts'

/** What a link in a letter asks, in the letter's own words. */
export interface ReadAnswer {
  person: string
  kind: string
  form: AnswerForm
  only: Readonly<Record<string, string>>
  version: number | null
  subject: string
  lines: readonly string[]
  text: string
  /** The page where somebody who signs in finds more. */
  path: string
  expiresAt: Temporal.Instant
}

/** @returns what it asks, or why it asks nothing, with the person to whom the letter went where there was one. */
export const readAnswer = async (
  db: Db,
  parts: { kinds: Kinds; sign: Sign },
  token: string,
  language: Language,
  now: Temporal.Instant,
): Promise<ReadAnswer | { no: NoAnswer; to: string | null }> => {
  const read = await readAnswerToken(db, parts, token, now)
  if ('no' in read) return read
  const { message, kind, asked, expiresAt } = read
  const { subject, lines, action } = wordingOf(kind, message, await editedTexts(db), language)
  return { person: message.toId, kind: message.kind, ...asked, subject, lines, path: action.path, expiresAt }
}
