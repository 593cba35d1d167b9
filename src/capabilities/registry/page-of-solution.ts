import type { z } from 'zod'
import type { Charter, Language } from '#src/engines/charter/index.ts'
import type { Actor, Scope } from '#src/kernel/actor.ts'
import type { BusinessCalendar } from '#src/kernel/business-calendar.ts'
import { historyOf, newestCheckpoint } from '#src/ledger/index.ts'
import type { CalendarDate } from '#src/sending/index.ts'
import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import type { ConditionRow, ReviewRow } from '../review/index.ts'
import { conditionsAbout, newestReviews, openReviewOf, reviewKeyOf, reviewsOf, signOffsOf } from '../review/index.ts'
import { actsOf, holdsBack, nextAct } from './acts.ts'
import type { solutionView } from './contract.ts'
import { decideDeclared } from './decide-facts.ts'
import type { DeclarationRow } from './declaration-store.ts'
import { declarationsBeside } from './declaration-store.ts'
import { openOffers } from './handover-store.ts'
import type { InspectionRow } from './inspection-store.ts'
import { inspectionsOf } from './inspection-store.ts'
import { presentDeclaredInspection } from './inspection-view.ts'
import { stateOf, stepsFrom } from './lifecycle.ts'
import { personIn, summaryOf } from './present.ts'
import { rulingsOf } from './ruling-store.ts'
import { standing } from './standing.ts'
import { stopKeyOf } from './stop-rules.ts'
import { stopsOver } from './stop-store.ts'
import type { About, SolutionRow } from './store.ts'
import { unsentOf, wayAhead } from './way-ahead.ts'

type Names = ReadonlyMap<string, string>
type View = z.input<typeof solutionView>

/** For whom a page is made, and when. */
export interface Looking {
  actor: Actor
  scope: Scope
  language: Language
  now: Temporal.Instant
}

/** What is kept about solutions by capabilities that stand above this one, of the solution with a number and within a scope. */
export interface KeptBeside {
  findings(db: Db, number: number, looking: Looking): Promise<View['findings']>
  waivers(db: Db, charter: Charter, number: number, looking: Looking): Promise<View['waivers']>
  incidents(db: Db, solution: string): Promise<View['incidents']>
  /** By when what was found about it has to be settled, where the solution itself does not say. */
  dates(
    db: Db,
    solution: Pick<SolutionRow, 'number' | 'name'>,
    looking: Pick<Looking, 'scope' | 'language'> & { calendar: BusinessCalendar },
  ): Promise<Omit<CalendarDate, 'url'>[]>
}

/** A solution as its page shows it, with its history from the ledger; a fixed number of queries, however long the history, and none for what there is not. */
export const solutionPage = async (
  db: Db,
  { charters, beside }: { charters: Charters; beside: KeptBeside },
  row: SolutionRow & About,
  looking: Looking,
): Promise<View> => {
  const { actor, now } = looking
  const [charter, { running, draft }, rulings, review, conditions, reviews, offers, history, checkpoint] = await Promise.all([
    charters.inForce(db),
    declarationsBeside(db, row),
    row.ruled ? rulingsOf(db, row.id) : [],
    row.underReview ? openReviewOf(db, 'solution', row.id) : undefined,
    row.conditioned ? conditionsAbout(db, 'solution', row.id) : [],
    row.conditioned ? reviewsOf(db, 'solution', row.id) : [],
    row.offered ? openOffers(db, row.id) : [],
    historyOf(db, { kind: 'solution', id: row.id }, 100),
    newestCheckpoint(db),
  ])
  const [inspections, no, findings, waivers, stops, incidents] = await Promise.all([
    inspectionsOf(db, [running, draft]),
    turnedDownBy(db, row, review),
    row.found ? beside.findings(db, row.number, looking) : [],
    row.waived ? beside.waivers(db, charter, row.number, looking) : [],
    row.stopsRun ? stopsOver(db, row, row.facts) : [],
    row.inIncident ? beside.incidents(db, row.id) : [],
  ])
  const people = [
    row.ownerId,
    row.makerId,
    ...row.coMakers,
    row.backupOwnerId,
    row.stopped?.by,
    row.retired?.by,
    no?.by,
    ...[running, draft].map(declaration => declaration?.declaredBy),
    ...[...inspections.values()].map(({ inspectedBy }) => inspectedBy),
    ...rulings.map(({ ruledBy }) => ruledBy),
    ...offers.flatMap(({ offeredBy, offeredTo }) => [offeredBy, offeredTo]),
    ...history.map(({ actor }) => actor),
  ].filter(id => typeof id === 'string')
  const decision = decideDeclared(charter, (unsentOf(draft) ?? row).facts, now, looking.language)
  const [names, way] = await Promise.all([namesOf(db, people), wayAhead(db, charter, row, { running, draft, rulings }, decision, looking)])
  const person = (id: string) => personIn(names, id)
  const { business, entry } = charter.documents['calendar.yaml']
  const casefile = { solution: row, conditions, handoverOpen: offers.length > 0, ownerGoneSince: row.ownerGoneSince }
  const stands = standing(casefile, now, business.timeZone)
  const conditionsOpen = conditions.filter(({ state }) => state === 'open')
  const may = actsOf(
    actor,
    row,
    {
      state: stateOf(row),
      draft,
      running: running !== null,
      underReview: review !== undefined,
      conditionsOpen: conditionsOpen.length > 0,
      sandboxUntil: row.sandboxUntil,
      undoUntil: row.retired && Temporal.Instant.from(row.retired.undoUntil),
    },
    now,
  )
  const asked = (id: string) => actor.kind === 'person' && actor.id === id
  return {
    ...summaryOf(row, names),
    id: row.id,
    purpose: row.purpose,
    facts: row.facts,
    charter: row.charterVersion,
    charterDigest: row.charterDigest,
    maker: person(row.makerId),
    backupOwner: row.backupOwnerId === null ? null : person(row.backupOwnerId),
    coMakers: row.coMakers.map(person),
    unit: row.unitId,
    platform: row.platform,
    platformIds: row.platformIds,
    environment: row.environment,
    benefit: row.benefit,
    answers: row.answers,
    approved: running && presentDeclaration(running, inspections, names),
    draft: draft && presentDeclaration(draft, inspections, names),
    rulings: rulings.map(({ fact, value, reason, ruledBy, ruledAt }) => ({
      fact,
      value,
      reason,
      by: person(ruledBy),
      at: ruledAt.toString(),
    })),
    review: review
      ? { key: reviewKeyOf(review.number), purpose: review.purpose, state: review.state, dueAt: review.dueAt.toString() }
      : null,
    turnedDown: no && { ...no, by: person(no.by) },
    conditions: conditions.map(condition => presentCondition(condition, reviews)),
    offers: offers.map(({ id, version, role, offeredTo, offeredBy, offeredAt }) => ({
      id,
      version,
      role,
      to: person(offeredTo),
      by: person(offeredBy),
      at: offeredAt.toString(),
      you: { mayAnswer: asked(offeredTo), mayWithdraw: asked(offeredBy) || may.includes('hand-over') },
    })),
    standing: stands,
    sandboxUntil: row.sandboxUntil?.toString() ?? null,
    recertifiedAt: row.recertifiedAt?.toString() ?? null,
    stopped: row.stopped && {
      by: person(row.stopped.by),
      at: row.stopped.at,
      because: row.stopped.because,
      rule: row.stopped.rule ?? null,
      stop: row.stopped.stop ?? null,
    },
    stops: stops.map(({ number, kind, because, startedAt }) => ({
      key: stopKeyOf(number),
      kind,
      because,
      startedAt: startedAt.toString(),
    })),
    incidents,
    retired: row.retired && { ...row.retired, by: person(row.retired.by) },
    reusable: row.reusable,
    steps: stepsFrom(stateOf(row)),
    ...way,
    decision,
    findings,
    waivers,
    reviewsContent: row.reviewsContent,
    you: {
      may,
      next: nextAct({
        may,
        draft,
        standing: stands,
        conditionsBefore: conditions.filter(holdsBack).length,
        noticeDays: Math.max(...entry.noticeDays),
      }),
    },
    createdAt: row.createdAt.toString(),
    history: history.map(({ id, type, at, actor, leafIndex }) => ({
      entry: id,
      type,
      at: at.toString(),
      actor: actor.startsWith('system:') ? null : person(actor),
      leafIndex,
    })),
    sealedUpTo: checkpoint?.size ?? 0,
  }
}

const answeredBy = { 'changes-requested': 'returned', refused: 'rejected' } as const

/** Who sent its newest version back or said no to it, and why; null where a rule did, or nobody. */
const turnedDownBy = async (db: Db, row: SolutionRow, open: ReviewRow | undefined) => {
  const state = stateOf(row)
  if (open !== undefined || (state !== 'changes-requested' && state !== 'refused')) return null
  const decision = answeredBy[state]
  const newest = (await newestReviews(db, 'solution', [row.id])).get(row.id)
  if (newest === undefined) return null
  const given = (await signOffsOf(db, [newest.id])).find(signOff => signOff.state === decision)
  if (!given || given.decidedBy === null || given.decidedAt === null) return null
  return { review: reviewKeyOf(newest.number), decision, reason: given.reason ?? '', by: given.decidedBy, at: given.decidedAt.toString() }
}

const presentCondition = ({ id, version, text, needed, dueOn, state, reviewId }: ConditionRow, reviews: readonly ReviewRow[]) => ({
  id,
  version,
  text,
  needed,
  dueOn,
  state,
  review: reviews.flatMap(({ id, number }) => (id === reviewId ? [reviewKeyOf(number)] : []))[0] ?? '',
})

const presentDeclaration = (row: DeclarationRow, inspections: ReadonlyMap<string, InspectionRow>, names: Names) => ({
  number: row.number,
  state: row.state,
  facts: row.facts,
  inspection: inspectedFor(row, inspections, names),
  tier: row.tier,
  verdict: row.verdict,
  charter: row.charterVersion,
  digest: row.materialDigest,
  declaredBy: personIn(names, row.declaredBy),
  declaredAt: row.declaredAt.toString(),
  submittedAt: row.submittedAt?.toString() ?? null,
  approvedAt: row.approvedAt?.toString() ?? null,
  approvedHow: row.approvedHow,
  appealedAt: row.appealedAt?.toString() ?? null,
})

const inspectedFor = (row: DeclarationRow, inspections: ReadonlyMap<string, InspectionRow>, names: Names) => {
  const inspection = row.inspectionId === null ? undefined : inspections.get(row.inspectionId)
  return inspection ? presentDeclaredInspection(inspection, row, names) : null
}
