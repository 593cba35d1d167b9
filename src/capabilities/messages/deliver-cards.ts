import { Refusal } from '#src/kernel/refusal.ts'
import type { Letter } from '#src/sending/index.ts'
import type { StepContext } from '../jobs/index.ts'
import type { ChatRow } from './chat-store.ts'
import { chatHostsNow, chatsOf, clearFailing } from './chat-store.ts'
import { endingOfCard, notAsCard, whyNotThere } from './chat.ts'
import type { DeliveryRow } from './delivery-store.ts'
import { claimCards, endDelivery, holdCards } from './delivery-store.ts'
import { lettersInHand } from './deliver.ts'
import { testCard } from './messages.ts'
import { noteFailingChat } from './note-failing-chat.ts'
import type { Parts } from './parts.ts'

/** Chats that are sent to side by side: no more than the exit calls of one host at a time, so that none waits for the silence of others. */
const BATCH = 8
const LEASE = Temporal.Duration.from({ minutes: 10 })
const NEXT_ROUND = Temporal.Duration.from({ minutes: 1 })

/**
 * Sends cards that are due, one to each chat: taken in one statement, sent in none, written down each by itself, as mail is. A chat that
 * does not take one gets no other before the next round, and what it never takes goes by mail.
 * @returns how many were tried
 */
export const sendCards = async (parts: Parts, holder: string, { db, run, now }: StepContext): Promise<number> => {
  const taken = await claimCards(db, holder, { now, leaseUntil: now.add(LEASE), limit: BATCH })
  if (taken.length === 0) return 0
  const { letters } = await lettersInHand(db, parts, taken, now)
  const { hosts } = await chatHostsNow(db)
  const people = taken.map(({ personId }) => personId)
  const chats = await chatsOf(db, people)
  const cards = parts.openCards(db)

  const deliver = async (delivery: DeliveryRow): Promise<void> => {
    const letter = letters.get(delivery.id)
    const chat = chats.get(delivery.personId)
    const no = whyNotThere(chat, delivery, hosts)
    if (!letter) await endDelivery(db, delivery.id, holder, { state: 'dropped' })
    else if (!chat || no !== null) await endDelivery(db, delivery.id, holder, notAsCard(triedOf(delivery), no ?? 'removed', now))
    else await attempt(delivery, chat, letter)
  }
  const attempt = async (delivery: DeliveryRow, chat: ChatRow, letter: Letter): Promise<void> => {
    const outcome = await cards.send(chat, letter, now).catch(async (error: unknown) => {
      // A bug, or an address that can't be opened: its reader is told by mail, and the operator hears of it.
      await endDelivery(db, delivery.id, holder, notAsCard(triedOf(delivery), 'fault', now))
      throw error
    })
    const ending = endingOfCard(outcome, triedOf(delivery), chat.failingSince !== null, now)
    // Whoever was taken for dead says nothing late.
    if (!(await endDelivery(db, delivery.id, holder, ending))) return
    if (ending.state === 'sent') return clearFailing(db, chat.id)
    await holdCards(db, delivery.personId, now.add(NEXT_ROUND))
    if (ending.state === 'failed') return
    await run(noteFailingChat, { chat: chat.id }, { kind: 'system', job: 'deliver-cards' }).catch(unlessRefused)
  }
  const done = await Promise.allSettled(taken.map(deliver))
  await cards.close()
  for (const each of done) if (each.status === 'rejected') throw each.reason
  return taken.length
}

const triedOf = ({ kind, tries }: DeliveryRow) => ({ tries, test: kind === testCard.kind })

/** It is noted already, or was removed meanwhile. */
const unlessRefused = (error: unknown): void => {
  if (!(error instanceof Refusal)) throw error
}
