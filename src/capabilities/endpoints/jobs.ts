import { z } from 'zod'
import type { ExitSettings } from '#src/outbound/index.ts'
import { createExit } from '#src/outbound/index.ts'
import type { JobKind } from '../jobs/index.ts'
import { jobKind } from '../jobs/index.ts'
import { settingsNow } from '../messages/index.ts'
import { currentTargets } from '../outbound/index.ts'
import type { SecretVault } from '../vault/index.ts'
import { deliver } from './deliver.ts'
import { deleteOldDeliveries } from './delivery-store.ts'
import { gather } from './gather.ts'
import { FAILING_AT_MOST, pauseFailingEndpoint } from './pause-endpoint.ts'
import { allEndpoints, dropOldSecrets } from './store.ts'

/** How long what became of an event can be looked at, and tried again. */
const KEPT = Temporal.Duration.from({ hours: 24 * 30 })

export interface JobParts {
  vault: SecretVault
  exit(): ExitSettings
  /** Where the server says that it is. */
  address: string | null
}

/** What is on its way is the state of a job, as a job's own steps are: no entry tells of it. */
export const deliveringEvents = ({ vault, exit: settingsOf, address }: JobParts): JobKind =>
  jobKind({
    name: 'deliver-events',
    called: 'sending events to the company’s endpoints',
    input: z.object({}),
    schedule: { every: 'minutes', minutes: 1 },
    async step(_, cursor, { db, run, now }) {
      const done = z.int().default(0).parse(cursor) + 1
      const endpoints = (await allEndpoints(db)).filter(({ state }) => state === 'active')
      const { language, address: set } = await settingsNow(db)
      const exit = createExit({ ...settingsOf(), allowed: () => currentTargets(db) })
      const parts = { vault, exit, card: { language, address: set ?? address ?? '' } }
      try {
        // Side by side: one that answers slowly holds up no other.
        const more = await Promise.all(
          endpoints.map(async endpoint => {
            const unseen = await db.transaction().execute(within => gather(within, endpoint.id, now))
            return (await deliver(db, parts, endpoint, now)) || unseen
          }),
        )
        if (more.includes(true)) return { cursor: done, done }
      } finally {
        await exit.close()
      }
      for (const { id, version, state, failingSince } of await allEndpoints(db))
        if (state === 'active' && failingSince && Temporal.Instant.compare(failingSince.add(FAILING_AT_MOST), now) <= 0)
          await run(pauseFailingEndpoint, { endpoint: id, version }, { kind: 'system', job: 'deliver-events' })
      await dropOldSecrets(db, now)
      await deleteOldDeliveries(db, now.subtract(KEPT))
      return { done, of: done }
    },
  })
