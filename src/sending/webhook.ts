import { createHmac, randomBytes } from 'node:crypto'
import type { Exit } from '#src/outbound/index.ts'
import type { Outcome } from './outcome.ts'
import { post } from './post.ts'

/** One event on its way to a receiver. */
export interface Webhook {
  readonly url: string
  /** Names the event: every attempt carries the same, so that a receiver knows it again. */
  readonly id: string
  readonly body: string
  /** What it is signed with: the secret in use and, while that is new, the one before it. */
  readonly secrets: readonly string[]
  readonly now: Temporal.Instant
}

/** A receiver's secret: 256 bits, written as the receivers' libraries read it (Standard Webhooks 1.0.0, "Signature scheme"). */
export const newWebhookSecret = (): string => `${PREFIX}${randomBytes(32).toString('base64')}`

/** Sends an event by Standard Webhooks 1.0.0 (github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md). */
export const sendWebhook = (exit: Pick<Exit, 'request'>, webhook: Webhook): Promise<Outcome> =>
  post(exit, { url: webhook.url, body: webhook.body, now: webhook.now, headers: webhookHeaders(webhook) })

/** The time is that of the attempt, not of the event: a receiver refuses what is older than a few minutes. */
export const webhookHeaders = ({ id, body, secrets, now }: Omit<Webhook, 'url'>): Record<string, string> => {
  // Full stops part what is signed, so an id with one could stand for another id and time.
  if (!/^[A-Za-z0-9_-]+$/.test(id)) throw new TypeError('The id of a webhook has letters, digits, _ and - only.')
  const timestamp = Math.floor(now.epochMilliseconds / 1_000)
  const signed = `${id}.${timestamp}.${body}`
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': secrets.map(secret => `v1,${hmac(secret, signed)}`).join(' '),
  }
}

const PREFIX = 'whsec_'

const hmac = (secret: string, signed: string): string =>
  createHmac('sha256', Buffer.from(secret.slice(PREFIX.length), 'base64'))
    .update(signed)
    .digest('base64')
