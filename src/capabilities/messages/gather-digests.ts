import { calendarOf } from '#src/engines/charter/index.ts'
import { newId } from '#src/kernel/ids.ts'
import type { Db } from '../operation.ts'
import type { NewDelivery, Settled } from './delivery-store.ts'
import { insertDeliveries, lettersSince, lockWriting, settleMessages } from './delivery-store.ts'
import { stillTrue } from './kinds.ts'
import type { Parts } from './parts.ts'
import type { Reader } from './preferences.ts'
import { readersOf } from './preferences.ts'
import { settingsNow } from './settings.ts'
import { dayOf, digestUpTo } from './when.ts'

/** People whose digests one transaction writes. */
const PAGE = 200

/**
 * Writes one digest for each person whose time of day has come and who has something to be told from before it.
 * @returns after whom to go on; null where nobody is left.
 */
export const gatherDigests = async (db: Db, { kinds, charters }: Parts, after: string, now: Temporal.Instant): Promise<string | null> => {
  const people = await peopleToTell(db, after)
  if (people.length === 0) return null
  await lockWriting(db)
  const settings = await settingsNow(db)
  const calendar = calendarOf(await charters.inForce(db))
  const readers = await readersOf(db, people, { timeZone: calendar.timeZone, language: settings.language })
  const written = await lettersSince(db, people, dayOf({ timeZone: 'Etc/GMT+12' }, now))
  const upTo = (reader: Reader) =>
    (written.get(`${reader.id} ${dayOf(reader, now)}`)?.digests ?? 0) > 0 ? null : digestUpTo(reader, calendar, now)

  const found = await messagesFor(db, people, now)
  const still = await stillTrue(db, kinds, found)
  const letters: NewDelivery[] = []
  const settled: Settled[] = []
  for (const [person, messages] of Map.groupBy(found, ({ toId }) => toId)) {
    const reader = readers.get(person)
    const telling: string[] = []
    const until = reader ? upTo(reader) : null
    for (const { id, state, at } of messages) {
      const wanted = reader !== undefined && reader.channel !== 'none' && (state === 'held' || reader.level !== 'act-only')
      if (!reader || !still.has(id)) settled.push({ id, state: 'dropped', deliveryId: null, dueAt: null })
      else if (!wanted) settled.push({ id, state: 'kept', deliveryId: null, dueAt: null })
      else if (until !== null && Temporal.Instant.compare(at, until) < 0) telling.push(id)
    }
    if (!reader || reader.channel === 'none' || telling.length === 0) continue
    const letter = newId()
    const state = settings.dryRun ? 'dry' : 'due'
    letters.push({
      id: letter,
      personId: person,
      form: 'digest',
      channel: reader.channel,
      day: dayOf(reader, now),
      kind: 'digest',
      messages: telling.length,
      state,
    })
    for (const id of telling) settled.push({ id, state: 'digested', deliveryId: letter, dueAt: null })
  }
  await insertDeliveries(db, letters, now)
  await settleMessages(db, settled)
  return people.length === PAGE ? (people.at(-1) ?? null) : null
}

const forDigests = (db: Db) =>
  db
    .selectFrom('message')
    .where(eb => eb.or([eb('state', '=', 'held'), eb.and([eb('state', '=', 'waiting'), eb('urgency', '=', 'digest')])]))

const peopleToTell = async (db: Db, after: string): Promise<string[]> => {
  const rows = await forDigests(db).select('toId').distinct().where('toId', '>', after).orderBy('toId').limit(PAGE).execute()
  return rows.map(({ toId }) => toId)
}

const messagesFor = (db: Db, people: readonly string[], now: Temporal.Instant) =>
  forDigests(db)
    .select(['id', 'kind', 'toId', 'ofId', 'state', 'at'])
    .where('toId', 'in', [...people])
    .where('at', '<=', now)
    .orderBy('at')
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute()
