import type { Actor, Scope } from '#src/kernel/actor.ts'
import { isHuman } from '#src/kernel/actor.ts'
import { seesCharterVersion } from '../charter/index.ts'
import { readsEndpoints } from '../endpoints/index.ts'
import { findingsWithin, overseesFindings } from '../findings/index.ts'
import { incidentKeyOf, readsIncidents } from '../incidents/index.ts'
import { contentSeenAmong } from '../human-review/index.ts'
import { seesJobs } from '../jobs/index.ts'
import type { Db } from '../operation.ts'
import { readsTargets } from '../outbound/index.ts'
import { mayKnowOf } from '../people/index.ts'
import type { Kind } from '../proposals/index.ts'
import { readsKind } from '../proposals/index.ts'
import { keyOf as solutionKeyOf, solutionsWithin, stopKeyOf } from '../registry/index.ts'
import { reviewKeyOf, seesQueue } from '../review/index.ts'
import { readsStops } from '../stops/index.ts'
import { readsRequestOf } from '../tools/index.ts'
import { keyKeepers } from '../vault/index.ts'

/** Whoever asks, and what their rights are computed from. */
export interface Asks {
  db: Db
  actor: Actor
  scope: Scope
  /** Every kind of proposal there is. */
  kinds: readonly Kind[]
}

/** Something that may be told: the subject that entries name, and the id or key by which pages ask for it. */
export interface Seen {
  subject: string
  id: string
}

type Ids = readonly string[]

const same = (ids: Ids): Seen[] => ids.map(id => ({ subject: id, id }))

/** All or nothing: where a permission looks at nothing but the caller. */
const allWhere = (may: boolean, ids: Ids): Promise<Seen[]> => Promise.resolve(may ? same(ids) : [])

/** Everybody who is signed in; nobody else gets this far. */
export const everybody = (_: Asks, ids: Ids) => allWhere(true, ids)
export const jobs = ({ actor }: Asks, ids: Ids) => allWhere(seesJobs(actor) === null, ids)
export const targets = ({ actor }: Asks, ids: Ids) => allWhere(readsTargets(actor) === null, ids)
export const dataKeys = ({ actor }: Asks, ids: Ids) => allWhere(keyKeepers(actor) === null, ids)
export const endpoints = ({ actor }: Asks, ids: Ids) => allWhere(readsEndpoints(actor) === null, ids)
export const overseen = ({ actor }: Asks, ids: Ids) => allWhere(overseesFindings(actor) === null, ids)

export const solutions = async ({ db, scope }: Asks, ids: Ids): Promise<Seen[]> =>
  (await db.selectFrom('solution').select(['id', 'number']).where('id', 'in', ids).where(solutionsWithin(scope)).execute()).map(
    ({ id, number }) => ({ subject: id, id: solutionKeyOf(number) }),
  )

/** Rows that belong to a solution: by their own id, or as a change of the solution itself. */
const ofSolution =
  (table: 'declaration' | 'ruling' | 'inspection' | 'referral' | 'waiver' | 'effect', idOf: 'own' | 'solution') =>
  async ({ db, scope }: Asks, ids: Ids): Promise<Seen[]> =>
    (
      await db
        .selectFrom(table)
        .innerJoin('solution', 'solution.id', `${table}.solutionId`)
        .select([`${table}.id`, 'solution.number'])
        .where(`${table}.id`, 'in', ids)
        .where(solutionsWithin(scope))
        .execute()
    ).map(({ id, number }) => ({ subject: id, id: idOf === 'own' ? id : solutionKeyOf(number) }))

export const declarations = ofSolution('declaration', 'solution')
export const rulings = ofSolution('ruling', 'solution')
export const inspections = ofSolution('inspection', 'solution')
export const referrals = ofSolution('referral', 'solution')
export const waivers = ofSolution('waiver', 'own')
export const effects = ofSolution('effect', 'own')

/** Content is told to those alone who may read it. */
export const contentReviews = async ({ db, actor }: Asks, ids: Ids): Promise<Seen[]> => same(await contentSeenAmong(db, actor, ids))

/** Whoever was asked knows of an offer before they see the solution. */
export const offers = async ({ db, actor, scope }: Asks, ids: Ids): Promise<Seen[]> => {
  const asked = actor.kind === 'person' ? actor.id : ''
  const rows = await db
    .selectFrom('handover')
    .innerJoin('solution', 'solution.id', 'handover.solutionId')
    .select('handover.id')
    .where('handover.id', 'in', ids)
    .where(eb => eb.or([eb('handover.offeredTo', '=', asked), solutionsWithin(scope)]))
    .execute()
  return same(rows.map(({ id }) => id))
}

/** Whoever sees the queue sees every review; others those of a solution within their scope, and of a tool that they asked for. */
const reviewsOf = async ({ db, actor, scope }: Asks, ids: Ids): Promise<Map<string, string>> => {
  const rows = await db
    .selectFrom('review')
    .leftJoin('solution', join => join.onRef('solution.id', '=', 'review.subject').on('review.kind', '=', 'solution'))
    .leftJoin('toolRequest', join => join.onRef('toolRequest.id', '=', 'review.subject').on('review.kind', '=', 'tool'))
    .select(['review.id', 'review.number', 'toolRequest.requestedByHuman'])
    .select(eb => eb.and([eb('solution.id', 'is not', null), solutionsWithin(scope)]).as('within'))
    .where('review.id', 'in', ids)
    .execute()
  const all = seesQueue(actor) === null
  return new Map(
    rows
      .filter(
        ({ within, requestedByHuman }) =>
          all || within === true || (requestedByHuman !== null && readsRequestOf(actor, { requestedByHuman })),
      )
      .map(({ id, number }) => [id, reviewKeyOf(number)]),
  )
}

export const reviews = async (asks: Asks, ids: Ids): Promise<Seen[]> =>
  [...(await reviewsOf(asks, ids))].map(([subject, id]) => ({ subject, id }))

/** Rows that belong to a review. */
const ofReview =
  (table: 'signOff' | 'reviewQuestion' | 'condition' | 'secondLook') =>
  async (asks: Asks, ids: Ids): Promise<Seen[]> => {
    const rows = await asks.db.selectFrom(table).select(['id', 'reviewId']).where('id', 'in', ids).execute()
    if (rows.length === 0) return []
    const seen = await reviewsOf(asks, [...new Set(rows.map(({ reviewId }) => reviewId))])
    return rows.flatMap(({ id, reviewId }) => {
      const key = seen.get(reviewId)
      return key === undefined ? [] : [{ subject: id, id: key }]
    })
  }

export const signOffs = ofReview('signOff')
export const questions = ofReview('reviewQuestion')
export const secondLooks = ofReview('secondLook')
export const reviewConditions = ofReview('condition')

/** Conditions stand on the page of what they are about as well. */
export const solutionConditions = async ({ db, scope }: Asks, ids: Ids): Promise<Seen[]> =>
  (
    await db
      .selectFrom('condition')
      .innerJoin('solution', 'solution.id', 'condition.subject')
      .select(['condition.id', 'solution.number'])
      .where('condition.kind', '=', 'solution')
      .where('condition.id', 'in', ids)
      .where(solutionsWithin(scope))
      .execute()
  ).map(({ id, number }) => ({ subject: id, id: solutionKeyOf(number) }))

export const findings = async ({ db, scope }: Asks, ids: Ids): Promise<Seen[]> =>
  same((await db.selectFrom('finding').select('id').where('id', 'in', ids).where(findingsWithin(scope)).execute()).map(({ id }) => id))

export const proposals = async ({ db, actor, kinds }: Asks, ids: Ids): Promise<Seen[]> => {
  const rows = await db
    .selectFrom('proposal')
    .leftJoin('person', 'person.id', 'proposal.proposedBy')
    .select(['proposal.id', 'proposal.kind', 'proposal.proposedByHuman', 'person.human'])
    .where('proposal.id', 'in', ids)
    .execute()
  const readable = new Set(kinds.filter(kind => readsKind(actor, kind)).map(({ kind }) => kind))
  const own = (human: string | null) => human !== null && isHuman(actor, human)
  return same(
    rows.filter(({ kind, proposedByHuman, human }) => readable.has(kind) || own(proposedByHuman) || own(human)).map(({ id }) => id),
  )
}

export const toolRequests = async ({ db, actor }: Asks, ids: Ids): Promise<Seen[]> => {
  const rows = await db.selectFrom('toolRequest').select(['id', 'requestedByHuman']).where('id', 'in', ids).execute()
  return same(rows.filter(row => readsRequestOf(actor, row)).map(({ id }) => id))
}

export const charterVersions = async ({ db, actor }: Asks, ids: Ids): Promise<Seen[]> => {
  const rows = await db.selectFrom('charterVersion').select(['id', 'digest', 'state']).where('id', 'in', ids).execute()
  return rows.filter(row => seesCharterVersion(actor, row) === null).map(({ id, digest }) => ({ subject: id, id: digest }))
}

export const people = async ({ db, actor }: Asks, ids: Ids): Promise<Seen[]> => {
  const rows = await db.selectFrom('person').select(['id', 'human', 'state']).where('id', 'in', ids).execute()
  return same(rows.filter(row => mayKnowOf(actor, row)).map(({ id }) => id))
}

/** When somebody is away stands on their page. */
export const absences = async (asks: Asks, ids: Ids): Promise<Seen[]> => {
  const rows = await asks.db.selectFrom('absence').select(['id', 'personId']).where('id', 'in', ids).execute()
  if (rows.length === 0) return []
  const known = new Set((await people(asks, [...new Set(rows.map(({ personId }) => personId))])).map(({ id }) => id))
  return rows.filter(({ personId }) => known.has(personId)).map(({ id, personId }) => ({ subject: id, id: personId }))
}

export const stops = async ({ db, actor }: Asks, ids: Ids): Promise<Seen[]> =>
  readsStops(actor) === null
    ? (await db.selectFrom('stop').select(['id', 'number']).where('id', 'in', ids).execute()).map(({ id, number }) => ({
        subject: id,
        id: stopKeyOf(number),
      }))
    : []

/** What a stop did to a solution stands on the page of the stop. */
export const holds = async ({ db, actor }: Asks, ids: Ids): Promise<Seen[]> =>
  readsStops(actor) === null
    ? (
        await db
          .selectFrom('hold')
          .innerJoin('stop', 'stop.id', 'hold.stopId')
          .select(['hold.id', 'stop.number'])
          .where('hold.id', 'in', ids)
          .execute()
      ).map(({ id, number }) => ({ subject: id, id: stopKeyOf(number) }))
    : []

export const incidents = async ({ db, actor }: Asks, ids: Ids): Promise<Seen[]> =>
  readsIncidents(actor) === null
    ? (await db.selectFrom('incident').select(['id', 'number']).where('id', 'in', ids).execute()).map(({ id, number }) => ({
        subject: id,
        id: incidentKeyOf(number),
      }))
    : []

/** Rows that belong to an incident. */
const ofIncident =
  (table: 'incidentNote' | 'incidentAction') =>
  async ({ db, actor }: Asks, ids: Ids): Promise<Seen[]> =>
    readsIncidents(actor) === null
      ? (
          await db
            .selectFrom(table)
            .innerJoin('incident', 'incident.id', `${table}.incidentId`)
            .select([`${table}.id`, 'incident.number'])
            .where(`${table}.id`, 'in', ids)
            .execute()
        ).map(({ id, number }) => ({ subject: id, id: incidentKeyOf(number) }))
      : []

export const incidentNotes = ofIncident('incidentNote')
export const incidentActions = ofIncident('incidentAction')
