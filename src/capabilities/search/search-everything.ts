import { z } from 'zod'
import type { Actor, Scope } from '#src/kernel/actor.ts'
import type { Charters } from '../charter/index.ts'
import { incidentKeyOf, incidentsCalled, readsIncidents } from '../incidents/index.ts'
import type { Db } from '../operation.ts'
import { operation } from '../operation.ts'
import { pageOfPeople } from '../people/index.ts'
import { signedIn } from '../permissions.ts'
import { keyOf, solutionsOf, stopKeyOf, stopNumberOf, wantedBy } from '../registry/index.ts'
import { lookAtReview, reviewKeyOf, seesReview } from '../review/index.ts'
import type { ReviewParts } from '../review/index.ts'
import { searchText } from '../search.ts'
import { presentStops, readsStops, stopByNumber } from '../stops/index.ts'
import { allTools, isWantedTool } from '../tools/index.ts'

/** How many of each kind one answer holds: whoever looks for more goes on in the list of that kind. */
export const MOST_OF_A_KIND = 5

const foundKinds = ['solution', 'review', 'tool', 'person', 'stop', 'incident', 'rule'] as const

const found = z.object({
  kind: z.enum(foundKinds),
  id: z.string().describe('By what its page is asked for: a key where people use one.'),
  name: z.string(),
  note: z.string().nullable().describe('What tells it from others of that name.'),
  tier: z.int().nullable(),
})
type Found = z.input<typeof found>

interface Asks {
  db: Db
  actor: Actor
  scope: Scope
  q: string
  language: 'en' | 'de'
}

/** One question for everything that has a page of its own; each kind by the rules of its own list, and no more than those show. */
export const searchEverything = (parts: ReviewParts) =>
  operation({
    name: 'search-everything',
    summary: 'Solutions, reviews, tools, people, stops, incidents and rules by key or name, of what you may see; a few of each.',
    effect: 'read',
    http: { method: 'GET', path: '/search' },
    input: z.strictObject({ q: searchText(), language: z.enum(['en', 'de']).default('en') }),
    output: z.object({ found: z.array(found) }),
    allows: signedIn,
    async run({ q, language }, { actor, db, scope, now }) {
      const asks = { db, actor, scope, q, language }
      const today = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
      return {
        found: [
          ...(await reviewsNamed(parts, asks)),
          ...(await solutionsWithReviews(asks)),
          ...(await toolsNamed(parts.charters, asks, today)),
          ...(await peopleNamed(asks)),
          ...(await stopsNamed(parts.charters, asks)),
          ...(await incidentsNamed(asks)),
          ...(await rulesNamed(parts.charters, asks)),
        ],
      }
    },
  })

/** A review has no name of its own: it is found by its key, and with the solution that it is about. */
const reviewsNamed = async (parts: ReviewParts, { db, actor, q }: Asks): Promise<Found[]> => {
  if (!/^rev-\d{1,9}$/i.test(q)) return []
  const held = await lookAtReview(parts, db, q.toUpperCase(), actor)
  if (seesReview(actor, held) !== null || !held) return []
  const { review, subject } = held
  return [{ kind: 'review', id: reviewKeyOf(review.number), name: subject.name, note: subject.key, tier: review.tier }]
}

const solutionsWithReviews = async ({ db, scope, q }: Asks): Promise<Found[]> => {
  const { rows } = await solutionsOf(db, scope, wantedBy(q), { limit: MOST_OF_A_KIND, before: undefined })
  const reviews = await openReviewsOf(
    db,
    rows.map(({ number }) => number),
  )
  return rows.flatMap(({ number, name, ownerName, tier }): Found[] => [
    { kind: 'solution', id: keyOf(number), name, note: ownerName, tier },
    ...reviews
      .filter(({ solution }) => solution === number)
      .map(({ review }): Found => ({ kind: 'review', id: reviewKeyOf(review), name, note: keyOf(number), tier })),
  ])
}

/** Whoever sees a solution sees its reviews. */
const openReviewsOf = async (db: Db, numbers: readonly number[]): Promise<{ solution: number; review: number }[]> =>
  numbers.length === 0
    ? []
    : db
        .selectFrom('review')
        .innerJoin('solution', 'solution.id', 'review.subject')
        .select(['solution.number as solution', 'review.number as review'])
        .where('review.kind', '=', 'solution')
        .where('review.endedAt', 'is', null)
        .where('review.purpose', '<>', 'second-look')
        .where('solution.number', 'in', numbers)
        .execute()

const toolsNamed = async (charters: Charters, { db, q, language }: Asks, today: string): Promise<Found[]> => {
  const { tools } = await allTools(charters, db)
  return tools
    .filter(tool => isWantedTool(tool, { q }, today))
    .slice(0, MOST_OF_A_KIND)
    .map(({ id, listed, about }) => ({ kind: 'tool', id, name: listed.name[language], note: about.vendor || null, tier: null }))
}

const peopleNamed = async ({ db, actor, q }: Asks): Promise<Found[]> => {
  const { rows } = await pageOfPeople(db, actor, { q }, { limit: MOST_OF_A_KIND })
  return rows.map(({ id, name, jobTitle, unitName }) => ({
    kind: 'person',
    id,
    name,
    note: [jobTitle, unitName].filter(Boolean).join(', ') || null,
    tier: null,
  }))
}

/** A stop has no name of its own: it is found by its key. */
const stopsNamed = async (charters: Charters, { db, actor, q, language }: Asks): Promise<Found[]> => {
  const row = /^stop-\d{1,9}$/i.test(q) && readsStops(actor) === null ? await stopByNumber(db, stopNumberOf(q)) : undefined
  const shown = row ? await presentStops(charters, db, [row], language) : []
  return row
    ? shown.map(({ target }) => ({ kind: 'stop', id: stopKeyOf(row.number), name: target.name, note: target.model, tier: null }))
    : []
}

const incidentsNamed = async ({ db, actor, q }: Asks): Promise<Found[]> =>
  readsIncidents(actor) === null
    ? (await incidentsCalled(db, q, MOST_OF_A_KIND)).map(({ number, title }) => ({
        kind: 'incident',
        id: incidentKeyOf(number),
        name: title,
        note: null,
        tier: null,
      }))
    : []

/** What nobody may build, and what must be mended first: the rules that have an address of their own. */
const rulesNamed = async (charters: Charters, { db, q, language }: Asks): Promise<Found[]> => {
  const { documents } = await charters.inForce(db)
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  return [...documents['prohibited.yaml'].prohibited, ...documents['guardrails.yaml'].guardrails]
    .filter(({ id, title }) => words.every(word => `${id} ${title[language]}`.toLowerCase().includes(word)))
    .slice(0, MOST_OF_A_KIND)
    .map(({ id, title }) => ({ kind: 'rule', id, name: title[language], note: null, tier: null }))
}
