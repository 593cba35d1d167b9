import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { id } from '#src/kernel/text.ts'
import type { Calendar } from '../jobs/index.ts'
import type { Db } from '../operation.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { MOST_REPLAYED, endpointView } from './contract.ts'
import { eventsReplayed } from './entries.ts'
import { countFrom, entrySince, replayFrom } from './gather.ts'
import { keepsEndpoint, noSuchEndpoint } from './permissions.ts'
import { presentEndpoint } from './present.ts'
import { aboutIt } from './repeat-events.ts'
import type { EndpointRow } from './store.ts'
import { endpointById, lockEndpoint } from './store.ts'

const from = {
  entry: z.coerce.number().int().min(0).optional().describe('The number of the first entry.'),
  since: z.iso
    .datetime({ offset: true, local: true, error: 'Write a moment such as 2026-12-24T09:30.' })
    .optional()
    .describe('Or the moment from which on; without an offset it is one of the company’s time zone.'),
}

interface From {
  entry?: number | undefined
  since?: string | undefined
}

/** People say when by the company’s clocks; programs say which instant. */
const momentOf = (said: string, timeZone: string): Temporal.Instant =>
  /(?:Z|[+-]\d\d:\d\d)$/i.test(said) ? Temporal.Instant.from(said) : Temporal.PlainDateTime.from(said).toZonedDateTime(timeZone).toInstant()

const firstOf = async (db: Db, { entry, since }: From, timeZone: string): Promise<{ entry: number; since: Temporal.Instant | null }> => {
  if (entry !== undefined && since === undefined) return { entry, since: null }
  if (entry !== undefined || since === undefined)
    throw refuse('invalid', 'replay-from-where', 'It is not clear from where on.', 'Give the number of an entry or a moment.', 'entry')
  const moment = momentOf(since, timeZone)
  return { entry: await entrySince(db, moment), since: moment }
}

/** Both the look and the deed count by this: what was shown is what goes out. */
const counted = async (db: Db, endpoint: EndpointRow, given: From, timeZone: string) => {
  const first = await firstOf(db, given, timeZone)
  return { ...first, events: await countFrom(db, endpoint, first.entry) }
}

export const previewReplay = (calendar: Calendar) =>
  operation({
    name: 'preview-replay',
    summary: 'How many events would go to an endpoint once more from an entry or a moment on.',
    effect: 'read',
    http: { method: 'GET', path: '/endpoints/{endpoint}/replay' },
    input: z.strictObject({ endpoint: id(), ...from }),
    output: z.object({
      entry: z.int(),
      since: z.string().nullable().describe('The moment that was asked for; null where it was an entry.'),
      timeZone: z.string().describe('The company’s.'),
      events: z.int(),
      most: z.int(),
    }),
    target: ({ endpoint }, { db }) => endpointById(db, endpoint),
    allows: keepsEndpoint,
    async run(given, { db }, endpoint) {
      if (!endpoint) throw noSuchEndpoint()
      const { timeZone } = await calendar(db)
      const { entry, since, events } = await counted(db, endpoint, given, timeZone)
      return { entry, since: since?.toString() ?? null, timeZone, events, most: MOST_REPLAYED }
    },
  })

export const replayEvents = (calendar: Calendar) =>
  operation({
    name: 'replay-events',
    summary: 'Send an endpoint once more what happened from an entry or a moment on, under the ids it knows.',
    effect: 'write',
    attended: true,
    http: { method: 'POST', path: '/endpoints/{endpoint}/replay' },
    input: z.strictObject({ endpoint: id(), ...from }),
    output: z.object({ endpoint: endpointView, events: z.int() }),
    target: ({ endpoint }, { db }) => lockEndpoint(db, endpoint),
    allows: keepsEndpoint,
    async run(given, { actor, db, now, record }, endpoint) {
      if (!endpoint) throw noSuchEndpoint()
      const { entry, events } = await counted(db, endpoint, given, (await calendar(db)).timeZone)
      if (events === 0) throw refuse('conflict', 'nothing-to-replay', 'Nothing that it gets happened since.', 'Begin earlier.', 'entry')
      if (events > MOST_REPLAYED)
        throw refuse(
          'conflict',
          'too-much-to-replay',
          `At most ${MOST_REPLAYED} events go out once more at a time; these would be ${events}.`,
          'Begin later.',
          'entry',
        )
      await replayFrom(db, endpoint, entry, now)
      record(eventsReplayed({ subject: aboutIt(endpoint), data: { from: entry, events, by: asPerson(actor).id }, personal: {} }))
      return { endpoint: await presentEndpoint(db, endpoint), events }
    },
  })
