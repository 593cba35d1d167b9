import { timingSafeEqual } from 'node:crypto'
import type { Sign } from '#src/kernel/message.ts'
import type { Asked, MessageKind } from '../define-message.ts'
import type { Db } from '../operation.ts'
import type { MessageRow } from './delivery-store.ts'
import type { Kinds } from './kinds.ts'
import { stillTrue } from './kinds.ts'

/** For how long a link in a letter can be answered: longer than anything that it asks may wait. */
const LASTS = Temporal.Duration.from({ hours: 24 * 30 })

type Signed = Pick<MessageRow, 'id' | 'toId' | 'kind' | 'ofId' | 'ofVersion' | 'at'>

const endOf = ({ at }: Pick<MessageRow, 'at'>): Temporal.Instant => at.add(LASTS)

const textOf = (message: Signed) => (ledger: string) =>
  ['guildhall answer link v1', ledger, message.id, message.toId, message.kind, message.ofId, message.ofVersion, endOf(message), ''].join(
    '\n',
  )

/**
 * What stands behind the # of an answer link: which message it answers, and the signature that only this installation can make of it.
 * Nothing is stored, and every attempt to send a letter writes the same link.
 */
export const answerToken = async (sign: Sign, message: Signed): Promise<string> => {
  const { signature } = await sign(textOf(message))
  return `${message.id}.${signature
    .slice(signature.lastIndexOf(' ') + 1)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')}`
}

/** What some messages ask that can be answered from the letter, by the ids of the messages: a query or two for each kind among them. */
export const askedIn = async (
  db: Db,
  kinds: Kinds,
  messages: readonly Pick<MessageRow, 'id' | 'kind' | 'ofId'>[],
): Promise<ReadonlyMap<string, Asked>> => {
  const found = new Map<string, Asked>()
  for (const [name, some] of Map.groupBy(messages, ({ kind }) => kind)) {
    const asked = await kinds.get(name)?.asked?.(
      db,
      some.map(({ ofId }) => ofId),
    )
    for (const { id, ofId } of some) {
      const one = asked?.get(ofId)
      if (one) found.set(id, one)
    }
  }
  return found
}

/** Why a link answers nothing. */
export type NoAnswer = 'unknown' | 'tampered' | 'expired' | 'settled'

/** A message that can be answered now. */
export interface Answerable {
  message: MessageRow
  kind: MessageKind
  asked: Asked
  expiresAt: Temporal.Instant
}

/** What a link is for: or why it is good for nothing, with the message that it names where there is one. */
export const readAnswerToken = async (
  db: Db,
  { kinds, sign }: { kinds: Kinds; sign: Sign },
  token: string,
  now: Temporal.Instant,
): Promise<Answerable | { no: NoAnswer; to: string | null }> => {
  const [id = ''] = token.split('.')
  const message = await db.selectFrom('message').selectAll().where('id', '=', id).executeTakeFirst()
  if (!message) return { no: 'unknown', to: null }
  const no = (because: NoAnswer) => ({ no: because, to: message.toId })
  if (!isEqual(token, await answerToken(sign, message))) return no('tampered')
  const expiresAt = endOf(message)
  if (Temporal.Instant.compare(now, expiresAt) >= 0) return no('expired')
  const kind = kinds.get(message.kind)
  const asked = (await askedIn(db, kinds, [message])).get(message.id)
  if (!kind || !asked || !(await stillTrue(db, kinds, [message])).has(message.id)) return no('settled')
  return { message, kind, asked, expiresAt }
}

const isEqual = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
