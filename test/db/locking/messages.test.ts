import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { insertMessages } from '#src/capabilities/messages/index.ts'
import { deliveryJobs } from '#src/capabilities/messages/jobs.ts'
import { messageKinds } from '#src/capabilities/messages/kinds.ts'
import { offeredToYou, offerAnswered } from '#src/capabilities/stewardship/messages.ts'
import type { Parts } from '#src/capabilities/messages/parts.ts'
import { sortMessages } from '#src/capabilities/messages/sort-messages.ts'
import { gatherDigests } from '#src/capabilities/messages/gather-digests.ts'
import type { JobKind } from '#src/capabilities/jobs/index.ts'
import type { Message } from '#src/kernel/message.ts'
import type { Installation } from '#src/installation.ts'
import type { Db } from '#src/store/index.ts'
import type { Sender } from '#src/sending/index.ts'
import { openDemo } from '../../harness.ts'
import type { MessagesWorld } from '../messages-world.ts'
import { openMessages } from '../messages-world.ts'

/*
 * Two replicas on one PostgreSQL, each with its own connections, that both do the same work whenever they can: what the jobs'
 * own lease keeps apart most of the time is let loose here.
 */
let first: MessagesWorld
let second: Installation
const sent: string[] = []

/** A way out that counts; while it is stuck, whoever sends dies with the letter in their hand. */
let stuck = false
/** The letter at which the program itself fails. */
let breaksAt: string | null = null
const counting: Sender = {
  send({ id }) {
    if (stuck) return new Promise(() => undefined)
    if (id === breaksAt) return Promise.reject(new Error('A bug.'))
    sent.push(id)
    return Promise.resolve({ kind: 'sent', id })
  },
  close: () => Promise.resolve(),
}

const partsOf = ({ program }: Pick<Installation, 'program'>): Parts => ({
  kinds: messageKinds([offeredToYou, offerAnswered.accepted, offerAnswered.declined]),
  charters: program.charters,
  address: 'https://guildhall.example',
  sign: () => Promise.resolve({ signature: '' }),
  open: () => Promise.resolve(counting),
  openCards: () => ({ send: (_, letter) => counting.send(letter, { name: '', address: '' }), close: counting.close }),
})
const jobsOf = (replica: Pick<Installation, 'program'>): readonly JobKind[] => deliveryJobs(partsOf(replica))

beforeAll(async () => {
  first = await openMessages('2026-11-23T09:00:00Z')
  second = await openDemo(first.config.store, first.config.keys, first.clock)
  await first.settings({ dryRun: false })
})
afterAll(async () => {
  await second.close()
  await first.remove()
})
beforeEach(async () => {
  await first.forget()
  sent.length = 0
})

const people = ['jonas-weber', 'luca-ferri', 'sofia-marques', 'hanna-lindqvist', 'daniel-okoye', 'oliver-stein']
let serial = 0
const said = (to: string, urgency: 'act' | 'digest'): Message => ({
  kind: urgency === 'act' ? 'handover-declined' : 'handover-accepted',
  urgency,
  loud: false,
  to,
  because: 'asked',
  about: { kind: 'solution', key: 'SOL-0001', name: 'Sorter' },
  of: { id: `raced-${(serial += 1)}`, version: 1 },
  facts: { by: 'Ada', solution: 'Sorter' },
})
const say = (messages: readonly Message[]) =>
  insertMessages(first.db, messages, { actor: 'system:test', at: first.clock.now().subtract({ hours: 3 }), operation: 'test' })

const work = async ({ store, run }: Pick<Installation, 'store' | 'run'>, jobs: readonly JobKind[]): Promise<void> => {
  for (const job of jobs) {
    let cursor: unknown
    do {
      ;({ cursor } = await job.step({}, cursor, { run, db: store.db, now: first.clock.now() }))
    } while (cursor !== undefined)
  }
}

test('two replicas at once, ten days long: at most one digest a day and person, nothing twice, no more than the cap', async () => {
  const replicas = [first, first, second, second].map(replica => ({ replica, jobs: jobsOf(replica) }))
  let told = 0
  for (let day = 0; day < 10; day += 1) {
    const messages = people.flatMap(to => [
      ...Array.from({ length: 9 }, () => said(to, 'act')),
      ...Array.from({ length: 4 }, () => said(to, 'digest')),
    ])
    told += messages.length
    await say(messages)
    await Promise.all(replicas.map(({ replica, jobs }) => work(replica, jobs)))
    first.move({ hours: 24 })
  }
  // A weekend's news comes on Monday, and with it what was held.
  for (let day = 0; day < 3; day += 1) {
    await Promise.all(replicas.map(({ replica, jobs }) => work(replica, jobs)))
    first.move({ hours: 24 })
  }
  const letters = await first.deliveries()
  expect(sent.length).toBe(letters.length)
  expect(new Set(sent).size).toBe(sent.length)
  expect(new Set(letters.map(({ state, tries }) => `${state} ${tries}`))).toEqual(new Set(['sent 1']))
  const digests = letters.filter(({ form }) => form === 'digest').map(({ personId, day }) => `${personId} ${day}`)
  expect(new Set(digests).size).toBe(digests.length)
  const aDay = Map.groupBy(letters, ({ personId, day }) => `${personId} ${day}`)
  expect(Math.max(...[...aDay.values()].map(each => each.length))).toBe(6)
  expect(letters.reduce((sum, { messages }) => sum + messages, 0)).toBe(told)
})

test('a letter that somebody died over is sent by another after the lease, once and under the same id; the dead one writes nothing late', async () => {
  await say([said('jonas-weber', 'act')])
  stuck = true
  const dead = work(first, jobsOf(first))
  await expect.poll(async () => (await first.deliveries())[0]?.holder ?? null).not.toBeNull()
  stuck = false
  await work(second, jobsOf(second))
  expect(sent).toEqual([])
  first.move({ minutes: 11 })
  await work(second, jobsOf(second))
  await work(second, jobsOf(second))
  const [letter, ...others] = await first.deliveries()
  expect({ sent, state: letter?.state, tries: letter?.tries, others }).toEqual({ sent: [letter?.id], state: 'sent', tries: 2, others: [] })
  void dead
})

test('a letter at which the program fails is given up alone, loudly, and holds up no other', async () => {
  await say(people.map(to => said(to, 'act')))
  await first.db.transaction().execute(db => sortMessages(db, partsOf(first), first.clock.now()))
  breaksAt = (await first.deliveries())[2]?.id ?? ''
  await expect(work(first, jobsOf(first))).rejects.toThrow('A bug.')
  await work(second, jobsOf(second))
  expect((await first.deliveries()).map(({ state, trouble }) => `${state} ${trouble}`).sort()).toEqual([
    'dead fault',
    ...Array.from({ length: 5 }, () => 'sent null'),
  ])
  expect(new Set(sent).size).toBe(5)
})

/** Whether anybody waits for a lock on this database. */
const isWaiting = async (): Promise<boolean> => {
  const { rows } = await sql<{ waiting: boolean }>`
    select exists (select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database()))
      as waiting`.execute(first.db)
  return rows[0]?.waiting === true
}

test('who counts a person’s letters while another still writes some waits, and counts those too', async () => {
  const now = () => first.clock.now()
  const counted = async (urgency: 'act' | 'digest', write: (db: Db, replica: Installation) => Promise<unknown>): Promise<void> => {
    await say(Array.from({ length: 4 }, () => said('jonas-weber', urgency)))
    const { promise: written, resolve: isWritten } = Promise.withResolvers<void>()
    const { promise: said4More, resolve: more } = Promise.withResolvers<void>()
    const one = first.db.transaction().execute(async db => {
      await write(db, first)
      isWritten()
      await said4More
    })
    await written
    await say(Array.from({ length: 4 }, () => said('jonas-weber', urgency)))
    let over = false
    const other = second.store.db
      .transaction()
      .execute(db => write(db, second))
      .finally(() => (over = true))
    await expect.poll(async () => over || (await isWaiting())).toBe(true)
    more()
    await Promise.all([one, other])
  }
  await counted('act', (db, replica) => sortMessages(db, partsOf(replica), now()))
  expect((await first.deliveries()).length).toBe(5)
  await counted('digest', (db, replica) => gatherDigests(db, partsOf(replica), '', now()))
  expect((await first.deliveries()).filter(({ form }) => form === 'digest').length).toBe(1)
})
