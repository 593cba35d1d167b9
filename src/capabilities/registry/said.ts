import { canonical } from '#src/kernel/canonical.ts'
import type { Entry } from '#src/ledger/index.ts'
import type { DeclarationRow } from './declaration-store.ts'
import type { Cost } from './cost.ts'
import type { Decided } from './decide-facts.ts'
import * as entries from './entries.ts'
import { declarations, inspections, rulings, solutions } from './governed.ts'
import type { InspectionRow } from './inspection-store.ts'
import type { RulingRow } from './ruling-store.ts'
import type { SolutionRow } from './store.ts'
import type { Weighed } from './weigh.ts'

/*
 * What happened, as the ledger keeps it. Rows go in as they stand after the change, so that each entry settles the content of
 * exactly one of them.
 */
const decidedNow = (row: SolutionRow, { reasons }: Pick<Decided, 'reasons'>) => ({
  charter: row.charterVersion,
  charterDigest: row.charterDigest,
  tier: row.tier,
  verdict: row.verdict,
  rules: reasons.map(({ rule }) => rule),
  state: row.state,
  owner: row.ownerId,
  unit: row.unitId,
})

/** What people wrote; the rarer parts together, since each value costs the ledger a row. */
const wordsOf = ({ name, purpose, platform, platformIds, environment, benefit, answers }: SolutionRow) => ({
  name,
  purpose,
  words: {
    platform,
    platformIds: [...platformIds],
    environment,
    benefit: benefit === null ? null : { ...benefit },
    answers: { ...answers },
  },
})

export const registered = (row: SolutionRow, decided: Decided): Entry =>
  entries.solutionRegistered({
    subject: solutions.subject(row),
    data: { ...decidedNow(row, decided), declaration: row.draftId ?? '' },
    personal: wordsOf(row),
  })

export const edited = (
  row: SolutionRow,
  decided: Decided,
  { cost, declaration, changed, note }: { cost: Cost; declaration: string | null; changed: readonly string[]; note: string | null },
): Entry =>
  entries.solutionEdited({
    subject: solutions.subject(row),
    data: { ...decidedNow(row, decided), declaration, cost, changed: [...changed] },
    personal: { ...wordsOf(row), note },
  })

export const inspected = (row: InspectionRow): Entry =>
  entries.artifactInspected({
    subject: inspections.subject(row),
    data: { solution: row.solutionId, format: row.format, bytes: row.fileBytes, file: row.fileDigest, artifact: row.artifactDigest },
    personal: { fileName: row.fileName, artifactName: row.artifactName },
  })

export const counted = (row: SolutionRow, { cost, decided, changed, read }: Weighed): Entry =>
  entries.solutionInspected({
    subject: solutions.subject(row),
    data: { ...decidedNow(row, decided), declaration: row.draftId, cost, changed: [...changed], inspection: read.id },
    personal: {},
  })

/** What a step of the lifecycle says of a solution. */
export const stepOf = (row: SolutionRow, from: string, declaration: string | null) => ({
  subject: solutions.subject(row),
  data: { from, to: row.state, declaration, tier: row.tier, expires: row.expiresAt?.toString() ?? null },
})

export const declared = (row: DeclarationRow): Entry =>
  entries.declarationMade({
    subject: declarations.subject(row),
    data: {
      solution: row.solutionId,
      number: row.number,
      charter: row.charterVersion,
      charterDigest: row.charterDigest,
      tier: row.tier,
      verdict: row.verdict,
      state: row.state,
      material: row.materialDigest,
    },
    personal: { facts: canonical(row.facts) },
  })

export const declarationNow = (row: DeclarationRow): Entry =>
  entries.declarationMoved({
    subject: declarations.subject(row),
    data: {
      solution: row.solutionId,
      number: row.number,
      state: row.state,
      tier: row.tier,
      verdict: row.verdict,
      material: row.materialDigest,
      review: row.reviewId,
    },
    personal: {},
  })

export const ruled = (row: RulingRow): Entry =>
  entries.factRuled({
    subject: rulings.subject(row),
    data: { solution: row.solutionId, fact: row.fact, review: row.reviewId, by: row.ruledBy, ended: row.endedAt !== null },
    personal: { value: canonical(row.value), reason: row.reason },
  })
