import { hostname } from 'node:os'
import type { Exit } from '#src/outbound/index.ts'
import type { Outcome } from '#src/sending/index.ts'
import { sendSyslog, sendToSlack, sendToTeams, sendWebhook } from '#src/sending/index.ts'
import { placeIn } from '#src/vault/index.ts'
import type { Db } from '../operation.ts'
import type { SecretVault } from '../vault/index.ts'
import { readLogAddress } from './address.ts'
import type { Card } from './card.ts'
import { cardOf } from './card.ts'
import type { DeliveryRow } from './delivery-store.ts'
import type { Event } from './event.ts'
import { addressColumn, endpointSecretColumn, oldSecretColumn } from './store.ts'
import type { EndpointRow } from './store.ts'

export type Calls = Pick<Exit, 'request' | 'connect'>

/** Something to send: what became of the entry, where it is of one. */
export interface Outgoing {
  delivery: DeliveryRow
  event: Event | undefined
}

/** Everything that is told of an event, or that there is none: a test, or how many more there were. */
const told = ({ delivery, event }: Outgoing) =>
  event ?? { type: delivery.type, at: delivery.madeAt, data: { events: delivery.events, severity: null } }

/** One way to one endpoint: what is sent together comes to one outcome. */
export interface Way {
  /** How many events are sent together. */
  readonly together: number
  send(outgoing: readonly Outgoing[], now: Temporal.Instant): Promise<Outcome>
}

/** @throws Refusal where a secret can't be opened */
export const openWay = async (
  db: Db,
  { vault, exit, card }: { vault: SecretVault; exit: Calls; card: Card },
  endpoint: EndpointRow,
  now: Temporal.Instant,
): Promise<Way> => {
  const { kind, id } = endpoint
  const address = (await vault.open(db, placeIn(addressColumn, id), endpoint.sealedAddress)).toString()
  const one = (send: (outgoing: Outgoing, now: Temporal.Instant) => Promise<Outcome>): Way => ({
    together: 1,
    async send(all, now) {
      let outcome: Outcome = { kind: 'sent', id: null }
      for (const outgoing of all) outcome = await send(outgoing, now)
      return outcome
    },
  })
  if (kind === 'syslog') {
    const to = readLogAddress(address)
    return {
      together: Infinity,
      send: all => sendSyslog(exit, { to, from: hostname(), events: all.map(outgoing => logged(told(outgoing))) }),
    }
  }
  if (kind === 'webhook') {
    const secrets = await secretsOf(db, vault, endpoint, now)
    return one((outgoing, now) => sendWebhook(exit, { url: address, id: outgoing.delivery.id, body: bodyOf(told(outgoing)), secrets, now }))
  }
  const send = kind === 'teams' ? sendToTeams : sendToSlack
  return one((outgoing, now) => send(exit, address, cardOf(card, outgoing), now))
}

type Told = ReturnType<typeof told>

const logged = ({ type, at, data }: Told) => ({ type, at, data, severity: data.severity ?? 'informational' })

const bodyOf = ({ type, at, data }: Told): string => JSON.stringify({ type, timestamp: at.toString(), data })

/** The secret in use, and the one before it for as long as receivers may still hold that. */
const secretsOf = async (
  db: Db,
  vault: SecretVault,
  { id, sealedSecret, sealedOldSecret, oldSecretUntil }: EndpointRow,
  now: Temporal.Instant,
): Promise<string[]> => {
  const old = oldSecretUntil !== null && Temporal.Instant.compare(now, oldSecretUntil) < 0 ? sealedOldSecret : null
  const secrets: string[] = []
  if (sealedSecret) secrets.push((await vault.open(db, placeIn(endpointSecretColumn, id), sealedSecret)).toString())
  if (old) secrets.push((await vault.open(db, placeIn(oldSecretColumn, id), old)).toString())
  return secrets
}
