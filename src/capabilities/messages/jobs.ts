import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { JobKind } from '../jobs/index.ts'
import { jobKind } from '../jobs/index.ts'
import { sendDue } from './deliver.ts'
import { sendCards } from './deliver-cards.ts'
import { deleteOldMessages } from './delivery-store.ts'
import { gatherDigests } from './gather-digests.ts'
import type { Parts } from './parts.ts'
import { sortMessages } from './sort-messages.ts'

/** How long somebody finds in their inbox what they were told. */
const KEPT = Temporal.Duration.from({ hours: 24 * 180 })

/**
 * What is delivered is the state of a job, as a job's own steps are: no entry tells of it. The change that a message tells of has
 * its entry, and so has whatever changes how messages are sent.
 */
const deliverMessages = (parts: Parts): JobKind =>
  jobKind({
    name: 'deliver-messages',
    called: 'sending what people have to act on, and letters that are due',
    input: z.object({}),
    schedule: { every: 'minutes', minutes: 1 },
    async step(_, cursor, { db, now }) {
      const before = z.int().default(0).parse(cursor)
      const more = await db.transaction().execute(within => sortMessages(within, parts, now))
      const sent = await sendDue(db, parts, randomUUID(), now)
      const done = before + sent.tried
      return more || sent.more ? { cursor: done, done } : { done, of: done }
    },
  })

const deliverCards = (parts: Parts): JobKind =>
  jobKind({
    name: 'deliver-cards',
    called: 'sending cards to people’s own chats',
    input: z.object({}),
    schedule: { every: 'minutes', minutes: 1 },
    async step(_, cursor, context) {
      const before = z.int().default(0).parse(cursor)
      const sent = await sendCards(parts, randomUUID(), context)
      const done = before + sent
      return sent > 0 ? { cursor: done, done } : { done, of: done }
    },
  })

const sendDigests = (parts: Parts): JobKind =>
  jobKind({
    name: 'send-digests',
    called: 'writing digests whose time of day has come',
    input: z.object({}),
    schedule: { every: 'minutes', minutes: 5 },
    async step(_, cursor, { db, now }) {
      const { after, pages } = z.object({ after: z.string(), pages: z.int() }).default({ after: '', pages: 0 }).parse(cursor)
      const next = await db.transaction().execute(within => gatherDigests(within, parts, after, now))
      if (next !== null) return { cursor: { after: next, pages: pages + 1 }, done: pages + 1 }
      await deleteOldMessages(db, now.subtract(KEPT))
      return { done: pages + 1, of: pages + 1 }
    },
  })

export const deliveryJobs = (parts: Parts): readonly JobKind[] => [deliverMessages(parts), deliverCards(parts), sendDigests(parts)]
