import type { Edge } from './model.ts'

/** The questions asked of control flow. Node ids are any strings; an edge to a node that isn't there is harmless. */
export interface Graph {
  readonly next: (id: string) => readonly string[]
  readonly previous: (id: string) => readonly string[]
  /** Nodes that wait until each of their predecessors is done; all others go on with the first. */
  readonly joins: ReadonlySet<string>
}

export const graphOf = (edges: readonly Edge[], joins: Iterable<string> = []): Graph => {
  const forward = new Map<string, string[]>()
  const back = new Map<string, string[]>()
  const push = (into: Map<string, string[]>, key: string, value: string): void => {
    const found = into.get(key)
    if (found) found.push(value)
    else into.set(key, [value])
  }
  for (const { from, to } of edges) {
    push(forward, from, to)
    push(back, to, from)
  }
  return { next: id => forward.get(id) ?? [], previous: id => back.get(id) ?? [], joins: new Set(joins) }
}

/** Everything that can be reached from `starts` (themselves included) without entering a node of `avoiding`. */
export const reachable = (
  next: (id: string) => readonly string[],
  starts: Iterable<string>,
  avoiding: ReadonlySet<string> = new Set(),
): Set<string> => {
  const seen = new Set<string>()
  const waiting = [...starts].filter(id => !avoiding.has(id))
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    for (const to of next(id)) if (!avoiding.has(to) && !seen.has(to)) waiting.push(to)
  }
  return seen
}

/** Beyond this many joins each one is taken as an ordinary node, which can only make the answer stricter. */
const MAX_JOINS = 200

/**
 * What a run can reach without passing one of `gates`: the gates together dominate everything else. (Lengauer and
 * Tarjan 1979 define dominance for one node; for a set it is this removal test, linear in the edges.) A join is passed
 * only when each way into it was: if a person stands on one of them, nothing behind it runs before that person answered.
 * Ways into a join that only lead out of it again are loops and do not hold it up.
 */
export const unguarded = (graph: Graph, entries: readonly string[], gates: ReadonlySet<string>): Set<string> => {
  const live = reachable(graph.next, entries)
  const joins = [...graph.joins].filter(id => live.has(id))
  const ways = new Map<string, readonly string[]>()
  if (joins.length <= MAX_JOINS) {
    for (const join of joins) {
      const without = reachable(graph.next, entries, new Set([join]))
      ways.set(
        join,
        graph.previous(join).filter(id => without.has(id)),
      )
    }
  }
  const passed = new Set<string>()
  const waiting = entries.filter(id => !gates.has(id))
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (passed.has(id)) continue
    passed.add(id)
    for (const to of graph.next(id)) {
      if (gates.has(to) || passed.has(to)) continue
      if (ways.get(to)?.every(way => passed.has(way)) ?? true) waiting.push(to)
    }
  }
  return passed
}
