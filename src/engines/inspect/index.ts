import { evidenceOf, factsOf } from './facts/index.ts'
import { aiLeaves } from './facts/review.ts'
import { reachesOf } from './facts/reaches.ts'
import { questionsOf } from './facts/questions.ts'
import type { Inspection } from './inspection.ts'
import { digestOf, outlineOf } from './outline.ts'
import { resolve } from './resolve.ts'
import { readArtifact, type Source } from './source/read.ts'
import { shippedTables, type Tables } from './tables/index.ts'

export type { Member, Source } from './source/read.ts'
export type { DetectedFacts, DetectedQuestion, Evidence, FactName, Inspection } from './inspection.ts'
export { limits as artifactLimits, tooLarge as artifactTooLarge } from './limits.ts'
export { difference, type Difference } from './difference.ts'
export { shippedTables, type Tables } from './tables/index.ts'
export { extendTables } from './tables/extend.ts'
export { declaredFrom, shownBy, type CharterQuestion, type DeclaredFrom } from './declared.ts'

/**
 * Reads what an automation's own file says about it. Pure: nothing in the file is run and nothing it names is fetched.
 * Throws a `Refusal` for what is too large, broken, contradictory or of no format we know; it never answers in part.
 *
 *   inspect({ name: 'reply.json', bytes }).facts.sendsExternally // true
 *
 * @param tables what is known of products, hosts and drivers; the shipped ones, or those with a company's own added.
 */
export const inspect = (source: Source, tables: Tables = shippedTables): Inspection => {
  const artifact = readArtifact(source, tables)
  const resolved = resolve(artifact, tables)
  const evidence = evidenceOf(resolved)
  const facts = factsOf(resolved, evidence)
  const outline = outlineOf(resolved)
  return {
    format: artifact.format,
    name: artifact.name,
    shape: artifact.shape,
    facts,
    evidence,
    questions: questionsOf(facts, evidence),
    warnings: resolved.warnings,
    aiLeaves: aiLeaves(resolved),
    reaches: reachesOf(resolved),
    outline,
    digest: digestOf(outline, facts),
  }
}
