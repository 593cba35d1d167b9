import { calendarOf } from '#src/engines/charter/index.ts'
import type { Letter, Outcome, Sender } from '#src/sending/index.ts'
import type { Db } from '../operation.ts'
import type { DeliveryRow, Ending } from './delivery-store.ts'
import { claimMail, endDelivery, giveBack } from './delivery-store.ts'
import { lettersFor } from './letter.ts'
import type { Parts } from './parts.ts'
import type { Reader } from './preferences.ts'
import { readersOf } from './preferences.ts'
import { settingsNow } from './settings.ts'

/** Letters that are taken at a time, and for how long nobody else takes them: longer than a server may be silent to all of them. */
const BATCH = 10
const LEASE = Temporal.Duration.from({ minutes: 10 })
const NEXT_ROUND = Temporal.Duration.from({ minutes: 1 })
/** Waits between attempts, in minutes; then a letter is given up: two days, as mail servers do (RFC 5321 §4.5.4.1). */
const RETRIES = [1, 5, 15, 60, 180, 360, 720, 1_440]

/** Letters that were taken, as far as there is anything left to say, and whom they go to; both by their ids. */
export const lettersInHand = async (db: Db, parts: Parts, taken: readonly DeliveryRow[], now: Temporal.Instant) => {
  const settings = await settingsNow(db)
  const { timeZone } = calendarOf(await parts.charters.inForce(db))
  const people = taken.map(({ personId }) => personId)
  const readers = await readersOf(db, people, { timeZone, language: settings.language })
  const address = settings.address ?? parts.address ?? ''
  const place = { address, digestLines: settings.digestLines, now }
  return { settings, readers, letters: await lettersFor(db, parts.kinds, taken, readers, place, parts.sign) }
}

/**
 * Sends mail that is due: taken in one transaction, sent in none, and written down each by itself. Whoever dies in between has
 * kept nobody from sending them: after the lease another does, under the same id, so a server that took one before can tell. A
 * server that takes nothing from us just now is not asked again for each letter: the rest waits for the next round.
 * @returns how many were tried, and whether there may be more
 */
export const sendDue = async (db: Db, parts: Parts, holder: string, now: Temporal.Instant): Promise<{ tried: number; more: boolean }> => {
  const taken = await claimMail(db, holder, { now, leaseUntil: now.add(LEASE), limit: BATCH })
  if (taken.length === 0) return { tried: 0, more: false }
  const { settings, readers, letters } = await lettersInHand(db, parts, taken, now)
  const sender = await parts.open(db, settings)
  try {
    for (const [tried, delivery] of taken.entries()) {
      const ending = await attempt(sender, delivery, readers.get(delivery.personId), letters.get(delivery.id), now).catch(
        async (error: unknown) => {
          // A bug: this letter is given up with it, so that it holds up no other, and the operator hears of it.
          await endDelivery(db, delivery.id, holder, { state: 'dead', trouble: 'fault' })
          await giveBack(db, holder, now)
          throw error
        },
      )
      await endDelivery(db, delivery.id, holder, ending)
      if (ending.state !== 'failed' || ending.trouble === 'busy') continue
      await giveBack(db, holder, now.add(NEXT_ROUND))
      return { tried: tried + 1, more: false }
    }
  } finally {
    await sender.close()
  }
  return { tried: taken.length, more: taken.length === BATCH }
}

const attempt = async (
  sender: Sender,
  { tries }: DeliveryRow,
  reader: Reader | undefined,
  letter: Letter | undefined,
  now: Temporal.Instant,
): Promise<Ending> => {
  if (!reader || !letter) return { state: 'dropped' }
  if (reader.email === null) return { state: 'dead', trouble: 'no-address' }
  return endingOf(await sender.send(letter, { name: reader.name, address: reader.email }), tries, now)
}

/** What an attempt comes to: what may work later is tried again, and given up in the end. */
const endingOf = (outcome: Outcome, tries: number, now: Temporal.Instant): Ending => {
  if (outcome.kind === 'sent') return { state: 'sent', providerId: outcome.id, sentAt: now }
  const wait = RETRIES[tries - 1]
  if (outcome.kind === 'never' || wait === undefined) return { state: 'dead', trouble: outcome.why }
  const seconds = Math.max(wait * 60, outcome.afterSeconds ?? 0)
  return { state: 'failed', trouble: outcome.why, nextAt: now.add({ seconds }) }
}
