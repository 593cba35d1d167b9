import type { Edge } from './model.ts'

/** The questions asked of control flow. Node ids are any strings; an edge to a node that isn't there is harmless. */
export interface Graph {
  readonly next: (id: string) => readonly string[]
  readonly previous: (id: string) => readonly string[]
}

export const graphOf = (edges: readonly Edge[]): Graph => {
  const forward = new Map<string, string[]>()
  const back = new Map<string, string[]>()
  const push = (into: Map<string, string[]>, key: string, value: string): void => {
    const found = into.get(key)
    if (found) found.push(value)
    else into.set(key, [value])
  }
  for (const { from, to } of edges) { push(forward, from, to); push(back, to, from) }
  return { next: id => forward.get(id) ?? [], previous: id => back.get(id) ?? [] }
}

/** Everything that can be reached from `starts` (themselves included) without entering a node of `avoiding`. */
export const reachable = (next: (id: string) => readonly string[], starts: Iterable<string>, avoiding: ReadonlySet<string> = new Set()): Set<string> => {
  const seen = new Set<string>()
  const waiting = [...starts].filter(id => !avoiding.has(id))
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    for (const to of next(id)) if (!avoiding.has(to) && !seen.has(to)) waiting.push(to)
  }
  return seen
}

/**
 * Whether every path from `entries` to `target` passes a node of `gates`: the gates together dominate the target.
 * A set dominates exactly when the target can't be reached once the set is taken out (Lengauer and Tarjan 1979 define
 * it for one node; for a set this removal test is the definition, in time linear in the edges).
 */
export const guarded = (graph: Graph, entries: Iterable<string>, gates: ReadonlySet<string>, target: string): boolean =>
  !reachable(graph.next, entries, gates).has(target)
