import { calendarOf } from '#src/engines/charter/index.ts'
import { newId } from '#src/kernel/ids.ts'
import type { Db } from '../operation.ts'
import type { MessageRow, NewDelivery, Settled } from './delivery-store.ts'
import { insertDeliveries, lettersSince, lockWriting, settleMessages } from './delivery-store.ts'
import { stillTrue } from './kinds.ts'
import type { Parts } from './parts.ts'
import { readersOf } from './preferences.ts'
import { settingsNow } from './settings.ts'
import { dayOf, wayOf } from './when.ts'

/** Messages that one transaction looks at. */
const PAGE = 500

/**
 * Writes the letters of what people have to act on: one for each message, up to the day's cap; what is beyond it waits for the digest.
 * @returns whether there may be more.
 */
export const sortMessages = async (db: Db, { kinds, charters }: Parts, now: Temporal.Instant): Promise<boolean> => {
  const found = await waitingToAct(db, now)
  if (found.length === 0) return false
  await lockWriting(db)
  const settings = await settingsNow(db)
  const { timeZone } = calendarOf(await charters.inForce(db))
  const people = found.map(({ toId }) => toId)
  const readers = await readersOf(db, people, { timeZone, language: settings.language })
  const still = await stillTrue(db, kinds, found)
  // No zone is more than a day behind another, so nobody's today begins earlier.
  const written = await lettersSince(db, people, dayOf({ timeZone: 'Etc/GMT+12' }, now))

  const letters: NewDelivery[] = []
  const settled: Settled[] = []
  for (const { id, toId, kind, loud } of found) {
    const settle = (state: MessageRow['state'], more: Partial<Settled> = {}) =>
      settled.push({ id, state, deliveryId: null, dueAt: null, ...more })
    const reader = readers.get(toId)
    if (!reader || !still.has(id)) {
      settle('dropped')
      continue
    }
    const day = dayOf(reader, now)
    const before = written.get(`${toId} ${day}`) ?? { singles: 0, digests: 0 }
    const { guarding, fragment } = kinds.get(kind) ?? {}
    const way = wayOf({ loud, ...(guarding && { guarding }) }, reader, { ...before, dailyLetters: settings.dailyLetters, now })
    if (way instanceof Temporal.Instant) settle('waiting', { dueAt: way })
    else if (way === 'single') {
      const letter = newId()
      // What guards a way in, or is one, goes where its reader is known to be.
      const channel = reader.channel === 'chat' && !guarding && !fragment ? 'chat' : 'mail'
      letters.push({ id: letter, personId: toId, form: 'single', channel, day, kind, messages: 1, state: settings.dryRun ? 'dry' : 'due' })
      settle('delivered', { deliveryId: letter })
      written.set(`${toId} ${day}`, { ...before, singles: before.singles + 1 })
    } else settle(way)
  }
  await insertDeliveries(db, letters, now)
  await settleMessages(db, settled)
  return found.length === PAGE
}

const waitingToAct = (db: Db, now: Temporal.Instant) =>
  db
    .selectFrom('message')
    .select(['id', 'kind', 'toId', 'ofId', 'loud'])
    .where('state', '=', 'waiting')
    .where('urgency', '=', 'act')
    .where('dueAt', '<=', now)
    .orderBy('dueAt')
    .orderBy('id')
    .limit(PAGE)
    .forUpdate()
    .skipLocked()
    .execute()
