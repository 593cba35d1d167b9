import { z } from 'zod'
import type { ExitSettings } from '#src/outbound/index.ts'
import { createExit } from '#src/outbound/index.ts'
import type { Outcome } from '#src/sending/index.ts'
import { sendWebhook } from '#src/sending/index.ts'
import { placeIn } from '#src/vault/index.ts'
import type { JobKind } from '../jobs/index.ts'
import { jobKind } from '../jobs/index.ts'
import type { Db } from '../operation.ts'
import { currentTargets } from '../outbound/index.ts'
import type { SecretVault } from '../vault/index.ts'
import type { CallbackRow, Ending } from './callback-store.ts'
import { endCallback, takeCallbacks } from './callback-store.ts'
import { verdictOf } from './content-review.ts'
import { reviewById, secretColumn, stepOf } from './store.ts'
import { textsOf } from './texts.ts'

/** How many are taken at a time, and for how long nobody else takes them: longer than all of them may be silent. */
const BATCH = 10
const LEASE = Temporal.Duration.from({ minutes: 10 })
/** Waits between attempts, in minutes; then it is given up. Whoever waits may ask at any time. */
const RETRIES = [1, 5, 15, 60, 180, 720]

type Exit = Parameters<typeof sendWebhook>[0]

/**
 * Tells those who wait at an address that there is a verdict: taken in one statement, sent in none, written down each by itself. The
 * message holds neither the text nor whether it may be sent: whoever gets it asks, with the token that may.
 * @returns how many were taken
 */
export const callBack = async (db: Db, { vault, exit }: { vault: SecretVault; exit: Exit }, now: Temporal.Instant): Promise<number> => {
  const taken = await takeCallbacks(db, { now, leaseUntil: now.add(LEASE), limit: BATCH })
  for (const callback of taken) await endCallback(db, callback.id, await attempt(db, { vault, exit }, callback, now))
  return taken.length
}

const attempt = async (
  db: Db,
  { vault, exit }: { vault: SecretVault; exit: Exit },
  { id, tries }: CallbackRow,
  now: Temporal.Instant,
): Promise<Ending> => {
  const review = await reviewById(db, id)
  const step = review && (await stepOf(db, review.solutionId))
  const { callback: url } = await textsOf(vault, db, id)
  // The address goes with the text.
  if (!review || !step?.sealedSecret || url === undefined) return { state: 'given-up', trouble: 'deleted' }
  const secret = (await vault.open(db, placeIn(secretColumn, step.id), step.sealedSecret)).toString()
  const body = JSON.stringify({
    type: 'content-review.decided',
    timestamp: (review.decidedAt ?? review.dueAt).toString(),
    data: { id, verdict: verdictOf(review, now) },
  })
  return endingOf(await sendWebhook(exit, { url, id, body, secrets: [secret], now }), tries, now)
}

const endingOf = (outcome: Outcome, tries: number, now: Temporal.Instant): Ending => {
  if (outcome.kind === 'sent') return { state: 'delivered' }
  const wait = RETRIES[tries - 1]
  if (outcome.kind === 'never' || wait === undefined) return { state: 'given-up', trouble: outcome.why }
  return { state: 'waiting', trouble: outcome.why, dueAt: now.add({ seconds: Math.max(wait * 60, outcome.afterSeconds ?? 0) }) }
}

export const callingBack = (vault: SecretVault, settingsOf: () => ExitSettings): JobKind =>
  jobKind({
    name: 'call-back',
    called: 'telling flows of verdicts on their content',
    input: z.object({}),
    schedule: { every: 'minutes', minutes: 1 },
    async step(_, cursor, { db, now }) {
      const before = z.int().default(0).parse(cursor)
      const exit = createExit({ ...settingsOf(), allowed: () => currentTargets(db) })
      try {
        const taken = await callBack(db, { vault, exit }, now)
        return taken === BATCH ? { cursor: before + taken, done: before + taken } : { done: before + taken }
      } finally {
        await exit.close()
      }
    },
  })
