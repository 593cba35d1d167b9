import type { Db } from '#src/store/index.ts'
import { deliver } from '#src/capabilities/endpoints/deliver.ts'
import type { Calls } from '#src/capabilities/endpoints/outgoing.ts'
import { gather } from '#src/capabilities/endpoints/gather.ts'
import { addressColumn, endpointSecretColumn, oldSecretColumn } from '#src/capabilities/endpoints/index.ts'
import { pauseFailingEndpoint } from '#src/capabilities/endpoints/pause-endpoint.ts'
import { allEndpoints } from '#src/capabilities/endpoints/store.ts'
import { installationRow } from '#src/capabilities/people/index.ts'
import { openVault } from '#src/capabilities/vault/index.ts'
import { openReceiver } from '#src/sending/receiver.fixture.ts'
import { openSolutions } from './solutions-world.ts'

export const keeper = 'grace-mbeki'

export interface Shown {
  id: string
  version: number
  host: string
  state: string
  pausedBecause: string | null
  waiting: number
  dead: number
  next: number
  lastSentAt: string | null
}
export interface Made {
  endpoint: Shown
  secret: string
}
export interface Sent {
  id: string
  entry: number | null
  type: string
  state: string
  trouble: string | null
  tries: number
  nextAt: string | null
}

/** The demo's company with a receiver on loopback, and the work that a job does each minute. */
export const openEndpoints = async () => {
  const world = await openSolutions()
  const receiver = await openReceiver()
  const vault = openVault(
    async db => world.config.masterKey((await installationRow(db))?.id ?? 'new'),
    [addressColumn, endpointSecretColumn, oldSecretColumn],
  )
  const card = { language: 'en', address: 'https://guildhall.example' } as const
  const round = async (exit: Calls = receiver.exit, db: Db = world.db) => {
    await world.sequencer.settled()
    for (let more = true; more;) {
      more = false
      for (const endpoint of await allEndpoints(db)) {
        if (endpoint.state !== 'active') continue
        const unseen = await db.transaction().execute(within => gather(within, endpoint.id, world.clock.now()))
        more ||= (await deliver(db, { vault, exit, card }, endpoint, world.clock.now())) || unseen
      }
    }
  }
  const ask = <T>(name: string, input: Record<string, unknown>, person = keeper) => world.ask<T>(name, input, person)
  const code = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
    )
  let serial = 0
  return {
    ...world,
    receiver,
    vault,
    card,
    round,
    code,
    asking: ask,
    add: async (more: Record<string, unknown> = {}) => {
      await world.sequencer.settled()
      return ask<Made>('add-endpoint', {
        kind: 'webhook',
        name: `Endpoint ${(serial += 1)}`,
        address: receiver.url,
        groups: ['solutions'],
        ...more,
      })
    },
    /** One round of the job itself, whose exit may call nothing that is private. */
    async work() {
      await world.sequencer.settled()
      const kind = world.program.jobs.find(({ name }) => name === 'deliver-events')
      let cursor: unknown
      do {
        const step = await kind?.step({}, cursor, { run: world.run, db: world.db, now: world.clock.now() })
        cursor = step?.cursor
      } while (cursor !== undefined)
    },
    /** What the job does besides: whoever takes nothing for too long is paused. */
    async pauseFailing() {
      for (const { id, version } of await allEndpoints(world.db))
        await world.run(pauseFailingEndpoint, { endpoint: id, version }, { kind: 'system', job: 'test' }).catch(() => undefined)
    },
    shown: (endpoint: string) => ask<Shown>('show-endpoint', { endpoint }),
    sent: async (endpoint: string) => (await ask<{ deliveries: Sent[] }>('list-endpoint-deliveries', { endpoint, limit: 200 })).deliveries,
    /** Nothing was ever set up, and nothing was received. */
    async forget() {
      await world.db.deleteFrom('endpointDelivery').execute()
      for (const { id, version } of await allEndpoints(world.db)) await ask('remove-endpoint', { endpoint: id, version })
      receiver.got.length = 0
      Object.assign(receiver.answer, { status: 200, headers: {} })
    },
    async close() {
      await receiver.close()
      await world.remove()
    },
  }
}
