import type { Charter, Decision, Language } from '#src/engines/charter/index.ts'
import type { Actor } from '#src/kernel/actor.ts'
import type { Blocker } from '#src/kernel/refusal.ts'
import type { Db } from '../operation.ts'
import { hasAcceptedStandards } from '../standards/index.ts'
import { beforeSubmission } from './before-submission.ts'
import { wayOf } from './cost.ts'
import { decideTold, decidedInFull } from './decide-facts.ts'
import type { DeclarationRow } from './declaration-store.ts'
import { standsBeforeLive } from './ready-to-go-live.ts'
import type { RulingRow } from './ruling-store.ts'
import { ruledFacts } from './ruling-store.ts'
import { whyStopped } from './stop-rules.ts'
import { stopsOver } from './stop-store.ts'
import type { SolutionRow } from './store.ts'

interface Beside {
  running: DeclarationRow | null
  draft: DeclarationRow | null
  rulings: readonly RulingRow[]
}

/** Its newest version, where that still waits to be submitted. */
export const unsentOf = (draft: DeclarationRow | null): DeclarationRow | null =>
  draft?.state === 'draft' || draft?.state === 'changes-requested' ? draft : null

/**
 * Where it goes next on its way into use, and what stands before that for whoever asks; null where it waits or runs.
 * @param decision what is declared in the version that waits to be submitted, decided in full.
 */
export const wayAhead = async (
  db: Db,
  charter: Charter,
  row: SolutionRow,
  { running, draft, rulings }: Beside,
  decision: Decision | null,
  { actor, now, language }: { actor: Actor; now: Temporal.Instant; language: Language },
): Promise<{ ahead: 'submit' | 'go-live' | null; standsInTheWay: Blocker[] }> => {
  const approved = draft?.state === 'approved' ? draft : row.state === 'approved' ? running : null
  const unsent = unsentOf(draft)
  if (unsent) {
    const decided =
      decision && unsent.inspection === null && rulings.length === 0
        ? decidedInFull(charter, decision)
        : decideTold(charter, { declared: unsent.facts, inspection: unsent.inspection, ruled: ruledFacts(rulings) }, now, language)
    const way = wayOf(decided, running && { digest: running.materialDigest, tier: running.tier })
    const standards = actor.kind === 'person' && way === 'at-once' && !(await hasAcceptedStandards(db, charter, actor.human))
    return {
      ahead: 'submit',
      standsInTheWay: [
        ...(way === 'at-once' ? whyStopped(await stopsOver(db, row, unsent.facts)) : []),
        ...beforeSubmission(charter, way, decided, { facts: unsent.facts, answers: row.answers }),
        ...(standards ? [standardsFirst] : []),
      ],
    }
  }
  return approved
    ? { ahead: 'go-live', standsInTheWay: await standsBeforeLive(db, charter, row, approved, now) }
    : { ahead: null, standsInTheWay: [] }
}

const standardsFirst: Blocker = {
  field: 'standards',
  reason: 'You have not put your name under the standards for your own work.',
  remedy: 'Read and accept them as you submit.',
}
