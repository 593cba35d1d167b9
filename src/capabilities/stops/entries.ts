import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'

/** Everything that uses one thing was stopped at once, by one person. */
export const stopStarted = defineEntry({
  type: 'stop-started',
  version: 1,
  data: z.strictObject({
    kind: z.string(),
    target: z.string(),
    model: z.string().nullable(),
    incident: z.string().nullable(),
    by: z.string(),
    running: z.int(),
  }),
  personal: ['because'],
})

/** The last solution that it covers was suspended. */
export const stopFull = defineEntry({ type: 'stop-full', version: 1, data: z.strictObject({}), personal: [] })

/** What it is part of, as it became known later. */
export const stopLinked = defineEntry({
  type: 'stop-linked',
  version: 1,
  data: z.strictObject({ incident: z.string().nullable() }),
  personal: [],
})

/** Two people lifted it. */
export const stopLifted = defineEntry({
  type: 'stop-lifted',
  version: 1,
  data: z.strictObject({ proposedBy: z.string(), liftedBy: z.string() }),
  personal: [],
})

/** The last solution that it had suspended was looked at again. */
export const stopReleased = defineEntry({ type: 'stop-released', version: 1, data: z.strictObject({}), personal: [] })

const about = { stop: z.string(), solution: z.string() }

/** What a stop did to one solution. */
export const solutionHeld = defineEntry({
  type: 'solution-held',
  version: 1,
  data: z.strictObject({ ...about, suspended: z.boolean() }),
  personal: [],
})

/** What became of it when the stop was lifted. */
export const solutionReleased = defineEntry({
  type: 'solution-released',
  version: 1,
  data: z.strictObject({ ...about, outcome: z.string() }),
  personal: [],
})
