import { randomUUID } from 'node:crypto'
import type { Outcome } from '#src/sending/index.ts'
import type { Db } from '../operation.ts'
import type { SecretVault } from '../vault/index.ts'
import type { Card } from './card.ts'
import type { DeliveryRow, Ending } from './delivery-store.ts'
import { claimDue, endDeliveries, giveBack } from './delivery-store.ts'
import { eventsAt } from './event.ts'
import type { Calls, Outgoing } from './outgoing.ts'
import { openWay } from './outgoing.ts'
import type { EndpointRow } from './store.ts'
import { noteAttempt } from './store.ts'

/**
 * Events that are taken at a time, and for how long nobody else takes them: longer than a receiver may be silent to all of them. One
 * signed at the beginning of its batch must not be too old at its end: receivers refuse what is older than five minutes.
 */
const BATCH = 10
const BATCH_TOGETHER = 500
const LEASE = Temporal.Duration.from({ minutes: 10 })
const NEXT_ROUND = 60
/** Waits between attempts, in minutes; then an event is given up: two days, within the schedule that Standard Webhooks names. */
const RETRIES = [1, 5, 15, 60, 180, 360, 720, 1_440]

export interface Parts {
  vault: SecretVault
  exit: Calls
  card: Card
}

/**
 * Sends what is due to one endpoint: taken in one statement, sent in none, written down each by itself. Whoever dies in between has
 * kept nobody from sending it: after the lease another does, under the same id, so that a receiver can tell. One that does not take
 * an event now is not asked for each of the others: they wait for the next round, or for as long as it asked.
 * @returns whether there may be more
 */
export const deliver = async (db: Db, parts: Parts, endpoint: EndpointRow, now: Temporal.Instant): Promise<boolean> => {
  const holder = randomUUID()
  const limit = endpoint.kind === 'syslog' ? BATCH_TOGETHER : BATCH
  const taken = await claimDue(db, endpoint.id, holder, { now, leaseUntil: now.add(LEASE), limit })
  if (taken.length === 0) return false
  const events = await eventsAt(
    db,
    taken.flatMap(({ entry }) => entry ?? []),
  )
  const outgoing = taken.map(delivery => ({ delivery, event: delivery.entry === null ? undefined : events.get(delivery.entry) }))
  try {
    const way = await openWay(db, parts, endpoint, now)
    for (let from = 0; from < outgoing.length; from += way.together) {
      const some = outgoing.slice(from, from + way.together)
      const outcome = await way.send(some, now)
      await keep(db, endpoint, holder, some, outcome, now)
      if (outcome.kind === 'sent' || isAboutTheEvent(outcome)) continue
      await giveBack(db, holder, now.add({ seconds: Math.max(NEXT_ROUND, secondsAsked(outcome)) }))
      return false
    }
  } catch (error) {
    // A bug, or a secret that can't be opened: nothing is lost by it, and the operator hears of it.
    await giveBack(db, holder, now.add({ seconds: NEXT_ROUND }))
    throw error
  }
  return taken.length === limit
}

/** How long the receiver asks to be left alone. */
const secondsAsked = (outcome: Outcome): number => (outcome.kind === 'again' ? (outcome.afterSeconds ?? 0) : 0)

/** What one event met because of what it is says nothing of the others. */
const isAboutTheEvent = (outcome: Outcome): boolean =>
  outcome.kind === 'never' && (outcome.why === 'rejected' || outcome.why === 'too-large')

const keep = async (
  db: Db,
  { id }: EndpointRow,
  holder: string,
  some: readonly Outgoing[],
  outcome: Outcome,
  now: Temporal.Instant,
): Promise<void> => {
  for (const [tries, all] of Map.groupBy(some, ({ delivery }) => delivery.tries)) {
    const ids = all.map(({ delivery }) => delivery.id)
    await endDeliveries(db, ids, holder, endingOf(outcome, tries, now))
  }
  await noteAttempt(db, id, outcome.kind === 'sent', now)
}

/**
 * What an attempt comes to. What was refused for what it is, is given up at once; everything else may be mended at the receiver or by
 * who keeps the endpoint, so it is tried again, and given up in the end.
 */
const endingOf = (outcome: Outcome, tries: DeliveryRow['tries'], now: Temporal.Instant): Ending => {
  if (outcome.kind === 'sent') return { state: 'sent', sentAt: now }
  const wait = RETRIES[tries - 1]
  if (wait === undefined || isAboutTheEvent(outcome)) return { state: 'dead', trouble: outcome.why }
  return { state: 'failed', trouble: outcome.why, nextAt: now.add({ seconds: Math.max(wait * 60, secondsAsked(outcome)) }) }
}
