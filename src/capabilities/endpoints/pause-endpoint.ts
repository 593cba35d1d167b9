import { z } from 'zod'
import { id, version } from '#src/kernel/text.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { officeHolders } from '../office-holders.ts'
import { operation } from '../operation.ts'
import { asPerson, onlyTheProgram } from '../permissions.ts'
import { endpointView } from './contract.ts'
import { endpointContinued, endpointFailing, endpointPaused } from './entries.ts'
import { endpoints } from './governed.ts'
import { endpointGivenUp } from './messages.ts'
import { keepsEndpoint, noSuchEndpoint } from './permissions.ts'
import { presentEndpoint } from './present.ts'
import { lockEndpoint, updateEndpoint } from './store.ts'

/** Nothing but failures for so long, and it is paused: a receiver that is gone is not called for ever. */
export const FAILING_AT_MOST = Temporal.Duration.from({ hours: 48 })

const about = { endpoint: id(), version: version() }

export const pauseEndpoint = operation({
  name: 'pause-endpoint',
  summary: 'Send an endpoint nothing for now; what happens meanwhile waits.',
  effect: 'write',
  attended: true,
  http: { method: 'POST', path: '/endpoints/{endpoint}/pause' },
  input: z.strictObject(about),
  output: endpointView,
  target: ({ endpoint }, { db }) => lockEndpoint(db, endpoint),
  allows: keepsEndpoint,
  async run(_, { actor, db, record }, before) {
    if (!before) throw noSuchEndpoint()
    if (before.state === 'paused') throw asItIs('It is paused already.')
    const row = await updateEndpoint(db, before.id, { state: 'paused', pausedBecause: 'person' })
    record(endpointPaused({ subject: endpoints.subject(row), data: { by: asPerson(actor).id }, personal: {} }))
    return presentEndpoint(db, row)
  },
})

export const continueEndpoint = operation({
  name: 'continue-endpoint',
  summary: 'Send an endpoint its events again, those that waited first.',
  effect: 'write',
  attended: true,
  http: { method: 'POST', path: '/endpoints/{endpoint}/continuation' },
  input: z.strictObject(about),
  output: endpointView,
  target: ({ endpoint }, { db }) => lockEndpoint(db, endpoint),
  allows: keepsEndpoint,
  async run(_, { actor, db, record }, before) {
    if (!before) throw noSuchEndpoint()
    if (before.state === 'active') throw asItIs('It is not paused.')
    const row = await updateEndpoint(db, before.id, { state: 'active', pausedBecause: null, failingSince: null })
    record(endpointContinued({ subject: endpoints.subject(row), data: { by: asPerson(actor).id }, personal: {} }))
    return presentEndpoint(db, row)
  },
})

/** Of the program alone: pauses what took nothing for two days, and tells those who can see to it. */
export const pauseFailingEndpoint = operation({
  name: 'pause-failing-endpoint',
  summary: 'Pause an endpoint that took nothing for two days, and tell administrators.',
  effect: 'write',
  input: z.strictObject(about),
  output: endpointView,
  target: ({ endpoint }, { db }) => lockEndpoint(db, endpoint),
  allows: onlyTheProgram,
  async run(_, { db, now, record, send }, before) {
    const since = before?.failingSince
    if (!before || !since || before.state === 'paused' || Temporal.Instant.compare(since.add(FAILING_AT_MOST), now) > 0)
      throw asItIs('There is nothing to pause.')
    const row = await updateEndpoint(db, before.id, { state: 'paused', pausedBecause: 'failing' })
    record(endpointFailing({ subject: endpoints.subject(row), data: { since: since.toString() }, personal: {} }))
    for (const to of await officeHolders(db, ['administrator']))
      send(
        endpointGivenUp({
          to,
          because: 'administrator',
          about: { kind: 'endpoint', key: row.id, name: row.name },
          of: row,
          facts: { endpoint: row.name, host: row.host },
        }),
      )
    return presentEndpoint(db, row)
  },
})

const asItIs = (reason: string) => refuse('conflict', 'endpoint-as-it-is', reason, 'There is nothing to do.', 'endpoint')
