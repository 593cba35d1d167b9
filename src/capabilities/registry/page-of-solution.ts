import type { z } from 'zod'
import type { Charter } from '#src/engines/charter/index.ts'
import { historyOf } from '#src/ledger/index.ts'
import type { Db } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { conditionsAbout, openReviewOf, reviewKeyOf } from '../review/index.ts'
import type { solutionView } from './contract.ts'
import type { DeclarationRow } from './declaration-store.ts'
import { declarationsBeside } from './declaration-store.ts'
import { openOffers } from './handover-store.ts'
import { stateOf, stepsFrom } from './lifecycle.ts'
import { goneSince } from './owner-store.ts'
import { personIn, summaryOf } from './present.ts'
import { standsBeforeLive } from './ready-to-go-live.ts'
import { rulingsOf } from './ruling-store.ts'
import { standing } from './standing.ts'
import type { SolutionRow } from './store.ts'

type Names = ReadonlyMap<string, string>

/** A solution as its page shows it, with its history from the ledger; a fixed number of queries, however long the history. */
export const solutionPage = async (
  db: Db,
  charter: Charter,
  row: SolutionRow,
  now: Temporal.Instant,
): Promise<z.input<typeof solutionView>> => {
  const { running, draft } = await declarationsBeside(db, row)
  const rulings = await rulingsOf(db, row.id)
  const review = await openReviewOf(db, 'solution', row.id)
  const conditions = await conditionsAbout(db, 'solution', row.id)
  const offers = await openOffers(db, row.id)
  const history = await historyOf(db, { kind: 'solution', id: row.id }, 100)
  const names = await namesOf(
    db,
    [
      row.ownerId,
      row.makerId,
      ...row.coMakers,
      row.backupOwnerId,
      row.stopped?.by,
      row.retired?.by,
      ...[running, draft].map(declaration => declaration?.declaredBy),
      ...rulings.map(({ ruledBy }) => ruledBy),
      ...offers.flatMap(({ offeredBy, offeredTo }) => [offeredBy, offeredTo]),
      ...history.map(({ actor }) => actor),
    ].filter(id => typeof id === 'string'),
  )
  const person = (id: string) => personIn(names, id)
  const waiting = draft?.state === 'approved' ? draft : row.state === 'approved' ? running : null
  const { timeZone } = charter.documents['calendar.yaml'].business
  const casefile = { solution: row, conditions, handoverOpen: offers.length > 0, ownerGoneSince: await goneSince(db, row.ownerId) }
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
    approved: running && presentDeclaration(running, names),
    draft: draft && presentDeclaration(draft, names),
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
    conditions: conditions.map(({ id, version, text, needed, dueOn, state }) => ({ id, version, text, needed, dueOn, state })),
    offers: offers.map(({ id, version, role, offeredTo, offeredBy, offeredAt }) => ({
      id,
      version,
      role,
      to: person(offeredTo),
      by: person(offeredBy),
      at: offeredAt.toString(),
    })),
    standing: standing(casefile, now, timeZone),
    sandboxUntil: row.sandboxUntil?.toString() ?? null,
    recertifiedAt: row.recertifiedAt?.toString() ?? null,
    stopped: row.stopped && { by: person(row.stopped.by), at: row.stopped.at, because: row.stopped.because },
    retired: row.retired && { ...row.retired, by: person(row.retired.by) },
    reusable: row.reusable,
    steps: stepsFrom(stateOf(row)),
    standsInTheWay: waiting ? await standsBeforeLive(db, charter, row, waiting, now) : [],
    createdAt: row.createdAt.toString(),
    history: history.map(({ id, type, at, actor, leafIndex }) => ({
      entry: id,
      type,
      at: at.toString(),
      actor: actor.startsWith('system:') ? null : person(actor),
      leafIndex,
    })),
  }
}

const presentDeclaration = (row: DeclarationRow, names: Names) => ({
  number: row.number,
  state: row.state,
  facts: row.facts,
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
