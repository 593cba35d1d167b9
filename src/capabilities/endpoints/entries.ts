import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'

const by = z.string()
/** The host is the company's, and no one's secret; the address behind it stands nowhere but sealed. */
const what = { kind: z.string(), host: z.string(), groups: z.array(z.string()), by }

export const endpointAdded = defineEntry({ type: 'endpoint-added', version: 1, data: z.strictObject(what), personal: [] })

/** Its name, its address or what it gets is another. */
export const endpointChanged = defineEntry({
  type: 'endpoint-changed',
  version: 1,
  data: z.strictObject({ ...what, address: z.boolean() }),
  personal: [],
})

export const endpointPaused = defineEntry({ type: 'endpoint-paused', version: 1, data: z.strictObject({ by }), personal: [] })

/** Nothing had been taken for days, so the program itself paused it. */
export const endpointFailing = defineEntry({
  type: 'endpoint-failing',
  version: 1,
  data: z.strictObject({ since: z.string() }),
  personal: [],
})

export const endpointContinued = defineEntry({ type: 'endpoint-continued', version: 1, data: z.strictObject({ by }), personal: [] })

export const endpointRemoved = defineEntry({
  type: 'endpoint-removed',
  version: 1,
  data: z.strictObject({ host: z.string(), by }),
  personal: [],
})

/** Both secrets sign until the moment named. */
export const endpointSecretMade = defineEntry({
  type: 'endpoint-secret-made',
  version: 1,
  data: z.strictObject({ oldUntil: z.string(), by }),
  personal: [],
})

export const endpointTested = defineEntry({ type: 'endpoint-tested', version: 1, data: z.strictObject({ by }), personal: [] })

/** Events that were given up go out once more. */
export const eventsRedelivered = defineEntry({
  type: 'events-redelivered',
  version: 1,
  data: z.strictObject({ events: z.int(), by }),
  personal: [],
})

/** What lies in the ledger from an entry on goes out once more. */
export const eventsReplayed = defineEntry({
  type: 'events-replayed',
  version: 1,
  data: z.strictObject({ from: z.int(), events: z.int(), by }),
  personal: [],
})
