import { z } from 'zod'
import { text } from '#src/kernel/text.ts'
import { blockerView, personRef } from '../registry/index.ts'

export const language = () => z.enum(['en', 'de']).default('en')

export const stopKey = () =>
  z
    .string()
    .regex(/^STOP-\d{4,15}$/, 'Use the key as the list shows it, for example STOP-0007.')
    .describe('The key of the stop.')

export const incidentKey = () =>
  z
    .string()
    .regex(/^INC-\d{4,9}$/, 'Use the key as the list shows it, for example INC-0001.')
    .describe('The key of the incident.')

export const stopKinds = ['solution', 'tool', 'model', 'unit'] as const

/** What is to be stopped, as one asks for it: by the key of a solution, the id of a tool or a unit. */
export const target = () => ({
  kind: z.enum(stopKinds).describe('What sort of thing is stopped.'),
  target: text(200).describe('The key of the solution, or the id of the tool (of a model: whose it is) or of the unit.'),
  model: text(120).optional().describe('Which model of the tool, where one model is stopped.'),
})

export const affected = z
  .object({
    key: z.string(),
    name: z.string(),
    tier: z.int(),
    state: z.string(),
    dataClasses: z.array(z.string()),
    owner: personRef,
  })
  .meta({ id: 'StopAffected' })

export const reachView = {
  total: z.int().describe('Solutions that it covers, of all that have not come to their end.'),
  running: z.int().describe('How many of them run now and would be suspended.'),
  tiers: z.array(z.object({ tier: z.int(), count: z.int() })),
  dataClasses: z.array(z.object({ id: z.string(), count: z.int() })),
  told: z.int().describe('How many people answer for what it suspends, and hear of it.'),
}

export const stopTarget = z
  .object({
    kind: z.enum(stopKinds),
    id: z.string().describe('By what its page is asked for.'),
    name: z.string(),
    model: z.string().nullable(),
  })
  .meta({ id: 'StopTarget' })

/** Parts of a full stop that only systems outside can confirm; as long as none is connected, it is never said to be done. */
const outside = z.enum(['not-connected'])

export const stopSummary = z
  .object({
    key: z.string(),
    version: z.int(),
    target: stopTarget,
    because: z.string(),
    state: z.enum(['stopping', 'stopped', 'lifting', 'lifted']),
    startedBy: personRef,
    startedAt: z.string(),
    running: z.int().describe('How many solutions it found running.'),
    suspended: z.int(),
    resumed: z.int(),
    fullAt: z.string().nullable().describe('When the last of them was suspended.'),
    liftedAt: z.string().nullable(),
    incident: z.string().nullable(),
  })
  .meta({ id: 'Stop' })

export const stopView = stopSummary.extend({
  firstAt: z.string().nullable().describe('When the first solution was suspended.'),
  secondsToFull: z.number().nullable(),
  gateway: outside,
  platforms: outside,
  lifted: z.object({ by: personRef, proposedBy: personRef, releasedAt: z.string().nullable() }).nullable(),
  you: z.object({ mayLift: z.boolean(), lifting: z.string().nullable().describe('The proposal to lift it that is open.') }),
  solutions: z.array(
    affected.omit({ dataClasses: true }).extend({
      heldAt: z.string(),
      suspended: z.boolean().describe('False where something else had suspended it already.'),
      outcome: z.enum(['resumed', 'kept']).nullable(),
      kept: z.array(blockerView),
    }),
  ),
  next: z.string().nullable().describe('Pass it as `after` for more; null where there is no more.'),
})
