import { createHash } from 'node:crypto'
import type { DetectedFacts } from './inspection.ts'
import type { Resolved } from './resolve.ts'

/**
 * What an approval covers: the facts, and for each step what it is and what it reaches, without names, layout, order
 * and wording. Two files with equal digests do the same as far as we can see; sorted, so order never counts.
 */
export const digestOf = (artifact: Resolved, facts: DetectedFacts): string => {
  const steps = artifact.steps.map(({ step, uses, hosts }) => JSON.stringify([
    step.type, step.starts ?? [], step.tool ?? false, hosts, Boolean(step.code), Boolean(step.human), Boolean(step.subflow),
    uses.map(use => [use.system, use.effect, use.recipients?.kind ?? null]), step.model ? [step.model.vendor, step.model.name ?? null] : null,
  ]))
  return createHash('sha256').update(JSON.stringify([artifact.artifact.format, facts, steps.toSorted()])).digest('hex')
}
