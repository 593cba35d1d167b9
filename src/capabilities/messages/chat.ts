import { isIP } from 'node:net'
import { normalHost } from '#src/outbound/index.ts'
import type { Outcome } from '#src/sending/index.ts'
import type { ChatRow } from './chat-store.ts'
import type { DeliveryRow, Ending } from './delivery-store.ts'

/** Waits between attempts, in minutes; then a letter goes by mail: what somebody has to act on must not wait for a chat. */
const RETRIES = [1, 5, 15]
const PATIENCE_SECONDS = 15 * 60

/** A host as the company opens it, in one spelling: `hooks.slack.com`, or `*.logic.azure.com` for whatever is below it. */
export const readChatHost = (written: string): string | undefined => {
  const below = written.startsWith('*.')
  const host = normalHost(below ? written.slice(2) : written)
  if (host === undefined || !below) return host
  // Below a single label is half of the internet; below an address is nothing.
  return isIP(host) === 0 && host.includes('.') ? `*.${host}` : undefined
}

/** @param host in its one spelling */
export const isOpen = (hosts: readonly string[], host: string): boolean =>
  hosts.some(open => (open.startsWith('*.') ? host.endsWith(open.slice(1)) : host === open))

/** Why a letter that was written as a card does not go to the chat that is there now, by code; null where it does. */
export const whyNotThere = (
  chat: Pick<ChatRow, 'host' | 'setAt'> | undefined,
  { madeAt }: Pick<DeliveryRow, 'madeAt'>,
  hosts: readonly string[],
): 'removed' | 'host-closed' | 'changed' | null => {
  if (!chat) return 'removed'
  if (!isOpen(hosts, chat.host)) return 'host-closed'
  return Temporal.Instant.compare(madeAt, chat.setAt) < 0 ? 'changed' : null
}

/** A letter that only tries whether cards arrive would tell nothing by mail. */
interface Tried extends Pick<DeliveryRow, 'tries'> {
  test: boolean
}

/** What becomes of a letter that does not go as a card: it goes by mail, at once. */
export const notAsCard = ({ test }: Pick<Tried, 'test'>, why: string, now: Temporal.Instant): Ending =>
  test ? { state: 'dead', trouble: why } : { state: 'due', channel: 'mail', chatTrouble: why, nextAt: now }

/**
 * What an attempt at a card comes to. A chat that fails already is given one try for each letter.
 * @param failing whether the letter before did not reach it
 */
export const endingOfCard = (outcome: Outcome, tried: Tried, failing: boolean, now: Temporal.Instant): Ending => {
  if (outcome.kind === 'sent') return { state: 'sent', providerId: outcome.id, sentAt: now }
  const wait = failing || tried.test ? undefined : RETRIES[tried.tries - 1]
  if (outcome.kind === 'never' || wait === undefined) return notAsCard(tried, outcome.why, now)
  const seconds = Math.max(wait * 60, outcome.afterSeconds ?? 0)
  if (seconds > PATIENCE_SECONDS) return notAsCard(tried, outcome.why, now)
  return { state: 'failed', trouble: outcome.why, nextAt: now.add({ seconds }) }
}
