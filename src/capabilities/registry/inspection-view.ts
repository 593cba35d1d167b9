import type { z } from 'zod'
import type { Seen } from '#src/store/tables.ts'
import { asSeen } from './as-seen.ts'
import type { inspectionOfDeclaration } from './contract.ts'
import type { inspectionView } from './inspection-contract.ts'
import type { InspectionRow } from './inspection-store.ts'
import type { DeclaredFacts } from './material.ts'
import { differingFacts } from './material.ts'
import { personIn } from './present.ts'
import { evidenceFor, seenBesides } from './seen.ts'

type Shown = Pick<
  InspectionRow,
  'fileName' | 'fileBytes' | 'fileDigest' | 'format' | 'artifactName' | 'evidence' | 'evidenceLeftOut' | 'asks' | 'questions' | 'warnings'
>

export const presentInspection = (row: Shown, seen: Seen, declared: DeclaredFacts): z.input<typeof inspectionView> => {
  const counted = asSeen(declared, seen)
  const differing = differingFacts(declared, counted)
  const facts = [...new Set([...Object.keys(seen.facts), ...Object.keys(seen.doubts), ...row.asks.map(({ fact }) => fact)])]
  return {
    file: { name: row.fileName, bytes: row.fileBytes, digest: row.fileDigest },
    format: row.format,
    artifact: row.artifactName,
    facts: facts.map(fact => ({
      fact,
      seen: seen.facts[fact]?.value ?? null,
      counts: counted[fact] ?? null,
      differs: differing.includes(fact),
      evidence: evidenceFor(fact, row.evidence),
    })),
    asks: row.asks,
    questions: row.questions,
    besides: seenBesides(row.evidence),
    warnings: row.warnings,
    evidenceLeftOut: row.evidenceLeftOut,
  }
}

/** What was read for a declaration, with who had it read. */
export const presentDeclaredInspection = (
  row: InspectionRow,
  { inspection, facts }: { inspection: Seen | null; facts: DeclaredFacts },
  names: ReadonlyMap<string, string>,
): z.input<typeof inspectionOfDeclaration> | null =>
  inspection && {
    ...presentInspection(row, inspection, facts),
    by: personIn(names, row.inspectedBy),
    at: row.inspectedAt.toString(),
  }
