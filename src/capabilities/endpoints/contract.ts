import { z } from 'zod'
import { text } from '#src/kernel/text.ts'
import { groups } from './groups.ts'

export const endpointKinds = ['webhook', 'teams', 'slack', 'syslog'] as const
export const deliveryStates = ['due', 'failed', 'sent', 'dead', 'held', 'summed'] as const

/** More than these nobody looks after. */
export const MOST_ENDPOINTS = 20
/** What is put down anew at one time. */
export const MOST_REPLAYED = 10_000

export const endpointName = () => text(80)
export const chosenGroups = () =>
  z
    .array(z.enum(groups))
    .min(1, 'Choose what it gets.')
    .transform(chosen => groups.filter(group => chosen.includes(group)))
export const givenAddress = () => text(2_000).describe('Is kept sealed and never shown again.')

export const endpointView = z
  .object({
    id: z.string(),
    version: z.int(),
    kind: z.enum(endpointKinds),
    name: z.string(),
    host: z.string().describe('Host and port; the rest of the address is a secret.'),
    groups: z.array(z.enum(groups)),
    state: z.enum(['active', 'paused']),
    pausedBecause: z.enum(['person', 'failing']).nullable(),
    madeAt: z.string(),
    oldSecretUntil: z.string().nullable().describe('Until when the secret before signs as well.'),
    failingSince: z.string().nullable().describe('Since when nothing was taken; null where things are.'),
    lastSentAt: z.string().nullable(),
    waiting: z.int().describe('Events that are still to go.'),
    dead: z.int().describe('Events that were given up.'),
    next: z.int().describe('The number of the first entry that was not looked at yet.'),
  })
  .meta({ id: 'Endpoint' })

export const endpointDeliveryView = z
  .object({
    id: z.string().describe('What its receiver knows the event by.'),
    number: z.int(),
    entry: z.int().nullable().describe('The number of the entry; null for a test, and for a line that counts others.'),
    type: z.string(),
    events: z.int(),
    state: z.enum(deliveryStates),
    tries: z.int(),
    nextAt: z.string().nullable(),
    trouble: z.string().nullable(),
    madeAt: z.string(),
    sentAt: z.string().nullable(),
  })
  .meta({ id: 'EndpointDelivery' })
