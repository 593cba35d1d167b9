import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'

const stands = { severity: z.string(), state: z.string(), noticedAt: z.string(), solutions: z.array(z.string()) }

/** Something went wrong. What people wrote about it is about people, and stays erasable. */
export const incidentOpened = defineEntry({
  type: 'incident-opened',
  version: 1,
  data: z.strictObject({ ...stands, by: z.string() }),
  personal: ['title', 'whatHappened'],
})

export const incidentChanged = defineEntry({
  type: 'incident-changed',
  version: 1,
  data: z.strictObject(stands),
  personal: ['title', 'whatHappened', 'cause', 'lessons'],
})

export const incidentContained = defineEntry({ type: 'incident-contained', version: 1, data: z.strictObject({}), personal: [] })

/** Another human being than whoever opened it is content with what was learned. */
export const incidentClosed = defineEntry({
  type: 'incident-closed',
  version: 1,
  data: z.strictObject({ openedBy: z.string(), closedBy: z.string() }),
  personal: [],
})

export const incidentNoted = defineEntry({
  type: 'incident-noted',
  version: 1,
  data: z.strictObject({ incident: z.string(), at: z.string() }),
  personal: ['text'],
})

const action = { incident: z.string(), owner: z.string(), dueOn: z.string() }

export const incidentActionAdded = defineEntry({
  type: 'incident-action-added',
  version: 1,
  data: z.strictObject(action),
  personal: ['what'],
})

export const incidentActionDone = defineEntry({
  type: 'incident-action-done',
  version: 1,
  data: z.strictObject(action),
  personal: [],
})

export const incidentActionDeferred = defineEntry({
  type: 'incident-action-deferred',
  version: 1,
  data: z.strictObject(action),
  personal: ['because'],
})
