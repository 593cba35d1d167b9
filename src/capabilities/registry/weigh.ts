import type { Charter } from '#src/engines/charter/index.ts'
import type { Seen } from '#src/store/tables.ts'
import type { Db } from '../operation.ts'
import type { Lane, Purpose } from '../review/index.ts'
import { laneOf } from '../review/index.ts'
import type { Cost } from './cost.ts'
import { costOf } from './cost.ts'
import { decideTold, declare } from './decide-facts.ts'
import { declarationsBeside } from './declaration-store.ts'
import type { DeclaredFacts } from './material.ts'
import { differingFacts } from './material.ts'
import { ruledFacts, rulingsOf } from './ruling-store.ts'
import type { SolutionRow } from './store.ts'

const purposes: Partial<Record<Cost, Purpose>> = { 'short-review': 'short', 'full-review': 'full', clarify: 'clarify' }

/** Why people look at something of that cost; null where nobody does. */
export const purposeOf = (cost: Cost): Purpose | null => purposes[cost] ?? null

/** The lane that a cost leads into, with its purpose; null where there is none. */
export const laneFor = (
  charter: Charter,
  cost: Cost,
  { tier, facts }: { tier: number; facts: DeclaredFacts },
): { purpose: Purpose; lane: Lane } | null => {
  const purpose = purposeOf(cost)
  const kind = typeof facts['kind'] === 'string' ? facts['kind'] : undefined
  return purpose === null ? null : { purpose, lane: laneOf(charter, { purpose, tier, kind }) }
}

/** What a solution is to say: what is left out stays as the newest declaration has it. */
export interface Content {
  facts?: DeclaredFacts
  inspection?: Read
}

/** What was read of an artifact, and where that is kept; both null where nothing was. */
export interface Read {
  seen: Seen | null
  id: string | null
}

/**
 * What declaring this of a solution would come to and cost. The previews show it and the changes do it, so all take it from here.
 */
export const weigh = async (db: Db, charter: Charter, row: SolutionRow, content: Content, now: Temporal.Instant) => {
  const { running, draft } = await declarationsBeside(db, row)
  const newest = draft ?? running
  const ruled = ruledFacts(await rulingsOf(db, row.id))
  const facts = content.facts ?? newest?.facts ?? row.facts
  const read = content.inspection ?? { seen: newest?.inspection ?? null, id: newest?.inspectionId ?? null }
  const inspection = read.seen
  const declared = declare(charter, { facts, inspection, ruled }, now)
  const { digest, decided } = declared
  const cost = costOf({
    digest,
    decided,
    draft: draft && { digest: draft.materialDigest, state: draft.state },
    approved: running && { digest: running.materialDigest, tier: running.tier },
  })
  return {
    running,
    draft,
    cost,
    digest,
    decided,
    read,
    /** The tier by what is declared and ruled alone. */
    tierDeclared: inspection === null ? decided.tier : decideTold(charter, { declared: declared.facts, inspection: null, ruled }, now).tier,
    /** What it read before. */
    readBefore: newest?.inspection ?? null,
    facts: declared.facts,
    /** Facts that say something else than the newest declaration. */
    changed: newest === null ? Object.keys(declared.facts) : differingFacts(newest.facts, declared.facts),
    way: laneFor(charter, cost, { tier: decided.tier, facts: declared.facts }),
  }
}

export type Weighed = Awaited<ReturnType<typeof weigh>>
