import type { Edge } from '../../model.ts'
import { at, list, record, text, type Json } from '../../source/values.ts'

/** A connection with the port it uses: `kind` of a serving one, `input` of an ordinary one. */
export interface PortEdge extends Edge {
  kind?: string
  input?: number
}

/** `main` runs from source to target; with every `ai_…` port the source serves the target, which calls it. */
export const edgesOf = (connections: Json, path: string): PortEdge[] => {
  const edges: PortEdge[] = []
  for (const [source, ports] of Object.entries(connections)) {
    for (const [kind, outputs] of Object.entries(record(ports))) {
      for (const target of list(outputs).flatMap(output => list(output))) {
        const name = text(at(target, 'node'))
        if (name === '') continue
        edges.push(
          kind === 'main'
            ? { from: path + source, to: path + name, input: Number(at(target, 'index')) || 0 }
            : { from: path + name, to: path + source, kind },
        )
      }
    }
  }
  return edges
}

const push = (into: Map<string, string[]>, key: string, value: string): void => {
  const found = into.get(key)
  if (found) found.push(value)
  else into.set(key, [value])
}

/**
 * A disabled node hands on what it gets, so it stays in the paths as a place without a step; what served it or was served
 * by it is gone, and a disabled start leads nowhere.
 */
export const through = (edges: readonly PortEdge[], passing: ReadonlySet<string>): PortEdge[] => {
  const kept = edges.filter(edge => edge.kind === undefined || !(passing.has(edge.from) || passing.has(edge.to)))
  const arrivals = new Map<string, number>()
  for (const { to } of kept) if (passing.has(to)) arrivals.set(to, (arrivals.get(to) ?? 0) + 1)
  const out = new Map<string, string[]>()
  for (const { from, to } of kept) if (passing.has(from)) push(out, from, to)
  const dead = new Set<string>()
  const waiting = [...passing].filter(id => !arrivals.has(id))
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    dead.add(id)
    for (const to of out.get(id) ?? []) {
      const left = (arrivals.get(to) ?? 0) - 1
      arrivals.set(to, left)
      if (left === 0 && passing.has(to)) waiting.push(to)
    }
  }
  return kept.filter(edge => !dead.has(edge.from))
}
