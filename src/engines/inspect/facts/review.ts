import { BELIEVED, CERTAIN, type DetectedFacts } from '../inspection.ts'
import { reachable, unguarded } from '../graph.ts'
import type { Resolved } from '../resolve.ts'
import { outside } from './messages.ts'

/**
 * Does a person stand on every path to what leaves? A review step that is itself a message (send and wait for the answer)
 * asks the reviewer and needs no reviewer of its own. A review that is merely offered to an agent guards nothing: the
 * agent may not call it. What leaves where no trigger leads is as good as unreviewed, since nobody can say how it runs;
 * where that is all there is, nothing can be said.
 */
export const externalSendsReviewed = (artifact: Resolved): DetectedFacts['externalSendsReviewed'] => {
  const gates = gatesOf(artifact)
  const entries = entriesOf(artifact)
  const live = reachable(artifact.graph.next, entries)
  const open = unguarded(artifact.graph, entries, gates)
  const sends = artifact.steps.filter(({ step, uses }) => !gates.has(step.id) && uses.some(use => outside(use, artifact) >= BELIEVED))
  if (!sends.some(({ step }) => live.has(step.id))) return 'unknown'
  const around = sends.filter(({ step }) => !step.human?.itself && (open.has(step.id) || !live.has(step.id))).length
  return around === 0 ? 'all' : around < sends.length ? 'some' : 'none'
}

/** Steps at which a model runs, as far as that is believed. */
export const thinkingIn = ({ steps }: Resolved): string[] =>
  steps
    .filter(({ step, uses }) => (step.model && (step.model.confidence ?? 1) >= BELIEVED) || uses.some(use => use.effect === 'computes'))
    .map(({ step }) => step.id)

/** Does a model run in, or on a path to, a step that sends or publishes outside? */
export const aiLeaves = (artifact: Resolved): boolean => {
  const fed = reachable(artifact.graph.next, thinkingIn(artifact))
  return artifact.steps.some(({ step, uses }) => fed.has(step.id) && uses.some(use => outside(use, artifact) >= BELIEVED))
}

/** Steps at which a run certainly stops until a person answers. Two steps under one id can't be told apart: neither counts. */
export const gatesOf = ({ steps }: Resolved): Set<string> => {
  const seen = new Map<string, number>()
  for (const { step } of steps) seen.set(step.id, (seen.get(step.id) ?? 0) + 1)
  const asks = steps.filter(
    ({ step }) =>
      step.human &&
      (!step.tool || step.human.forced) &&
      !step.human.itself &&
      (step.human.confidence ?? 1) >= CERTAIN &&
      seen.get(step.id) === 1,
  )
  return new Set(asks.map(({ step }) => step.id))
}

/** Where a run begins: the triggers, or, in an artifact without any, what nothing leads to. */
export const entriesOf = ({ artifact, graph }: Resolved): string[] => {
  const triggers = artifact.steps.filter(step => step.entry || (step.starts && step.starts.length > 0)).map(step => step.id)
  return triggers.length > 0 ? triggers : artifact.steps.filter(step => graph.previous(step.id).length === 0).map(step => step.id)
}
