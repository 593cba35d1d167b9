import { sql } from 'kysely'
import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import { factsTogether } from '../registry/index.ts'
import { standardsOf } from '../standards/index.ts'
import { allTools } from '../tools/index.ts'
import type { SolutionCase, Standing } from './solution-case.ts'

/** A page of all solutions by id. */
export const pageOfSolutions = async (db: Db, after: string | null, limit: number): Promise<string[]> => {
  const page = db.selectFrom('solution').select('id').orderBy('id').limit(limit)
  return (await (after === null ? page : page.where('id', '>', after)).execute()).map(({ id }) => id)
}

export type GatheredSolution = SolutionCase & { ownerId: string }

/** Case files of solutions: six queries, however many they are. */
export const gatherSolutions = async (charters: Charters, db: Db, ids: readonly string[]): Promise<GatheredSolution[]> => {
  if (ids.length === 0) return []
  const { digest } = standardsOf(await charters.inForce(db))
  const rows = await db
    .selectFrom('solution')
    .innerJoin('person as owner', 'owner.id', 'solution.ownerId')
    .leftJoin('person as backup', 'backup.id', 'solution.backupOwnerId')
    .leftJoin('declaration as running', 'running.id', 'solution.runningId')
    .leftJoin('declaration as draft', 'draft.id', 'solution.draftId')
    .select(['solution.id', 'solution.state', 'solution.tier', 'solution.expiresAt', 'solution.facts', 'solution.benefit'])
    .select(['owner.id as ownerId', 'owner.state as ownerState', 'owner.stateSince as ownerSince'])
    .select(['backup.id as backupId', 'backup.state as backupState', 'backup.stateSince as backupSince'])
    .select(['running.id as runningId', 'running.approvedAt', 'running.inspection', 'draft.inspection as draftInspection'])
    .select(
      sql<boolean>`exists (select from standards_acceptance accepted where accepted.human = owner.human and accepted.standards_digest = ${digest})`.as(
        'standardsAccepted',
      ),
    )
    .select(
      sql<Temporal.Instant | null>`(select min(offered_at) from handover
        where handover.solution_id = solution.id and role = 'owner' and handover.state = 'offered')`.as('offeredAt'),
    )
    .where('solution.id', 'in', ids)
    .execute()
  const rulings = Map.groupBy(await rulingsOf(db, ids), ({ solutionId }) => solutionId)
  const conditions = Map.groupBy(await conditionsOf(db, ids), ({ subject }) => subject)
  const waivers = Map.groupBy(await waiversOf(db, ids), ({ solutionId }) => solutionId)
  const verdicts = new Map((await contentVerdictsOf(db, ids)).map(({ solutionId, ...last }) => [solutionId, last]))
  const tools = new Map((await allTools(charters, db)).tools.map(({ id, status }) => [id, status]))
  return rows.map(row => {
    const ruled = Object.fromEntries((rulings.get(row.id) ?? []).map(({ fact, value }) => [fact, value]))
    const inspection = row.runningId === null ? row.draftInspection : row.inspection
    const facts = factsTogether({ declared: row.facts, inspection, ruled })
    const read = inspection && {
      declared: { ...row.facts, ...ruled },
      shown: factsTogether({ declared: row.facts, inspection: { ...inspection, doubts: {} }, ruled }),
    }
    const certain = surely(facts['tools'])
    return {
      id: row.id,
      state: row.state,
      tier: row.tier,
      expiresAt: row.expiresAt,
      ownerId: row.ownerId,
      owner: { id: row.ownerId, state: row.ownerState, stateSince: row.ownerSince },
      backup: standing(row.backupId, row.backupState, row.backupSince),
      facts,
      read,
      standardsAccepted: row.standardsAccepted,
      approvedAt: row.approvedAt,
      // Nothing records an audit yet: the first is due so long after the approval.
      auditedAt: null,
      baselineKnown: (row.benefit?.baseline ?? null) !== null,
      conditions: conditions.get(row.id) ?? [],
      tools: named(facts['tools']).flatMap(id => {
        const status = tools.get(id)
        return status === undefined ? [] : [{ id, status, certain: certain.includes(id) }]
      }),
      offeredAt: row.offeredAt,
      waivers: waivers.get(row.id) ?? [],
      contentVerdicts: verdicts.get(row.id) ?? { tooQuick: null, byMachine: null },
    }
  })
}

const standing = (id: string | null, state: Standing['state'] | null, since: Temporal.Instant | null): Standing | null =>
  id === null || state === null || since === null ? null : { id, state, stateSince: since }

/** Answers are a list, one word, or `{ among: [...] }`. */
const surely = (answer: unknown): string[] => {
  if (typeof answer === 'string') return [answer]
  return Array.isArray(answer) ? [...new Set(answer.filter(tool => typeof tool === 'string'))] : []
}

const named = (answer: unknown): string[] =>
  typeof answer === 'object' && answer !== null && 'among' in answer ? surely(answer.among) : surely(answer)

const rulingsOf = (db: Db, ids: readonly string[]) =>
  db.selectFrom('ruling').select(['solutionId', 'fact', 'value']).where('solutionId', 'in', ids).where('endedAt', 'is', null).execute()

const conditionsOf = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('condition')
    .select(['subject', 'state', 'dueOn'])
    .where('kind', '=', 'solution')
    .where('subject', 'in', ids)
    .where('state', 'in', ['open', 'met'])
    .execute()

const waiversOf = (db: Db, ids: readonly string[]) =>
  db.selectFrom('waiver').select(['solutionId', 'what', 'endsOn']).where('solutionId', 'in', ids).where('state', '=', 'granted').execute()

const contentVerdictsOf = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('contentReview')
    .select('solutionId')
    .select([
      sql<Temporal.Instant | null>`max(decided_at) filter (where attended and quick)`.as('tooQuick'),
      sql<Temporal.Instant | null>`max(decided_at) filter (where not attended and state <> 'withdrawn')`.as('byMachine'),
    ])
    .where('solutionId', 'in', ids)
    .where('declarationId', 'is not', null)
    .groupBy('solutionId')
    .execute()
