import { z } from 'zod'
import { calendarOf } from '#src/engines/charter/index.ts'
import { hasRole } from '#src/kernel/actor.ts'
import { at } from '#src/store/index.ts'
import type { Db } from '../operation.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { clockOf } from './clock.ts'
import { agreement, median, promisesKept, shareOf, stampSigns } from './figures.ts'
import type { ReviewParts } from './held.ts'
import { seesQueue } from './permissions.ts'
import { personOf } from './present.ts'
import type { ReviewRow, SignOffRow } from './store.ts'

/** What figures are made of at most; of more, the newest. */
const MOST = 5_000

/** Second looks since a moment, as a table: the tier that was decided by the tier that the second looker came to. */
export type SecondLooks = (db: Db, since: Temporal.Instant) => Promise<readonly (readonly number[])[]>

const share = z.object({ value: z.number(), low: z.number(), high: z.number() })

export const showReviewFigures = ({ charters }: ReviewParts, secondLooks: SecondLooks) =>
  operation({
    name: 'show-review-figures',
    summary: 'Whether promises were kept, how both clocks ran, how far reviewers agree, and how appeals ended.',
    effect: 'read',
    http: { method: 'GET', path: '/reviews/figures' },
    input: z.strictObject({ days: z.coerce.number().int().min(1).max(400).default(90) }),
    output: z.object({
      since: z.string(),
      promises: z.array(
        z.object({
          purpose: z.string(),
          tier: z.int().nullable(),
          decided: z.int(),
          kept: z.int(),
          share: share.nullable(),
          ours: z.number().nullable().describe('Median business minutes in the reviewers’ hands.'),
          makers: z.number().nullable().describe('Median business minutes as makers felt them.'),
        }),
      ),
      appeals: z.object({ decided: z.int(), upheld: z.int(), share: share.nullable() }),
      agreement: z
        .object({
          looks: z.int(),
          same: z.number(),
          kappa: z.number().nullable().describe('Quadratically weighted; null where it can’t be computed.'),
          underTiering: share.describe('Share of looks in which the tier had been decided too low.'),
        })
        .nullable()
        .describe('Null as long as nobody has looked a second time.'),
      reviewers: z
        .array(
          z.object({
            person: z.object({ id: z.string(), name: z.string() }),
            approvals: z.int(),
            returns: z.int(),
            rejections: z.int(),
            minutes: z.number().nullable().describe('Median minutes from beginning to yes.'),
            signs: z.array(z.enum(['never-returned', 'in-minutes'])).describe('A reason to talk, no proof.'),
          }),
        )
        .optional()
        .describe('For those who lead the program and for auditors alone.'),
    }),
    allows: seesQueue,
    async run({ days }, { actor, db, now }) {
      const calendar = calendarOf(await charters.inForce(db))
      const since = now.subtract({ hours: 24 * days })
      const rows = await decidedSince(db, since)
      const settled = rows.map(row => {
        const { ours, makers, left } = clockOf(calendar, row, now)
        return { purpose: row.purpose, tier: row.tier, outcome: row.outcome ?? '', ours, makers, kept: left >= 0 }
      })
      const appeals = settled.filter(({ purpose }) => purpose === 'appeal')
      const upheld = appeals.filter(({ outcome }) => outcome.startsWith('approved')).length
      return {
        since: since.toString(),
        promises: promisesKept(settled.filter(({ purpose }) => purpose !== 'second-look')),
        appeals: { decided: appeals.length, upheld, share: shareOf(upheld, appeals.length) },
        agreement: agreement(await secondLooks(db, since)),
        ...(hasRole(actor, 'program-lead', 'auditor') ? { reviewers: await reviewersSince(db, since) } : {}),
      }
    },
  })

const decidedSince = (db: Db, since: Temporal.Instant): Promise<ReviewRow[]> =>
  db
    .selectFrom('review')
    .selectAll()
    .where('endedAt', '>=', at(since))
    .where('state', '=', 'decided')
    .orderBy('endedAt', 'desc')
    .limit(MOST)
    .execute()

const reviewersSince = async (db: Db, since: Temporal.Instant) => {
  const rows = await db
    .selectFrom('signOff')
    .selectAll()
    .where('decidedAt', '>=', at(since))
    .where('state', 'in', ['approved', 'returned', 'rejected'])
    .orderBy('decidedAt', 'desc')
    .limit(MOST)
    .execute()
  const byPerson = Map.groupBy(rows, ({ decidedBy }) => decidedBy ?? '')
  const names = await namesOf(db, [...byPerson.keys()])
  return [...byPerson]
    .map(([id, given]) => {
      const count = (state: SignOffRow['state']) => given.filter(each => each.state === state).length
      const signed = { approvals: count('approved'), returns: count('returned'), rejections: count('rejected'), minutes: minutesOf(given) }
      return { person: personOf(names, id), ...signed, minutes: median(signed.minutes), signs: stampSigns(signed) }
    })
    .toSorted((a, b) => (a.person.name < b.person.name ? -1 : 1))
}

const minutesOf = (given: readonly SignOffRow[]): number[] =>
  given.flatMap(({ state, startedAt, decidedAt }) =>
    state === 'approved' && startedAt !== null && decidedAt !== null ? [startedAt.until(decidedAt).total('minutes')] : [],
  )
