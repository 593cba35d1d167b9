import type { Edge } from '../../model.ts'
import { at, isRecord, list, record, text, type Json } from '../../source/values.ts'

/**
 * Control flow of a definition. Each action has three places: before it, the action, and after it succeeded. Whoever runs
 * after a failure comes from before it, because the action may never have finished; that is how an approval that timed
 * out is not a review.
 */
export const before = (id: string): string => `${id}\u0000before`
export const after = (id: string): string => `${id}\u0000after`

/** An action with its name, and where in the file it stands. */
export interface Placed {
  name: string
  action: Json
  path: string
}

/** Actions that run after several others wait for all of them. */
export const joinsOf = (placed: readonly Placed[], idOf: (name: string) => string): string[] =>
  placed.filter(({ action }) => Object.keys(record(action['runAfter'])).length > 1).map(({ name }) => before(idOf(name)))

/** All actions at every depth, containers included. */
export function* actionsIn(actions: unknown, path: string): Generator<Placed> {
  for (const [name, action] of Object.entries(record(actions))) {
    if (!isRecord(action)) continue
    yield { name, action, path: `${path}/${name}` }
    for (const branch of branchesOf(action)) yield* actionsIn(branch, `${path}/${name}`)
  }
}

/** The ways through a container as the file has them; a way without actions, or one left out, goes straight past. */
const waysThrough = (action: Json): unknown[] => {
  const type = text(action['type'])
  if (type === 'If') return [action['actions'], at(action, 'else', 'actions')]
  if (type === 'Switch')
    return [...Object.values(record(action['cases'])).map(branch => at(branch, 'actions')), at(action, 'default', 'actions')]
  return [action['actions']]
}

const isEmpty = (actions: unknown): boolean => Object.keys(record(actions)).length === 0
const branchesOf = (action: Json): unknown[] => waysThrough(action).filter(actions => !isEmpty(actions))

/** Edges of one level of actions and of all below; `entry` leads to its first ones, its last ones lead to `exit`. */
export const edgesOf = (actions: unknown, entry: string, exit: string, idOf: (name: string) => string): Edge[] => {
  const edges: Edge[] = []
  const level = Object.entries(record(actions)).filter((pair): pair is [string, Json] => isRecord(pair[1]))
  const followed = new Set<string>()
  for (const [name, action] of level) {
    const id = idOf(name)
    const previous = Object.entries(record(action['runAfter']))
    if (previous.length === 0) edges.push({ from: entry, to: before(id) })
    for (const [other, states] of previous) {
      const accepted = list(states).map(state => text(state).toLowerCase())
      const way = previous.length === 1 ? before(id) : `${before(id)}\u0000${other}`
      if (accepted.length === 0 || accepted.includes('succeeded')) {
        edges.push({ from: after(idOf(other)), to: way })
        followed.add(other) // a handler of failures follows nothing that succeeds
      }
      if (accepted.some(state => state !== 'succeeded')) edges.push({ from: before(idOf(other)), to: way })
      if (way !== before(id)) edges.push({ from: way, to: before(id) })
    }
    edges.push({ from: before(id), to: id }, ...inside(action, id, idOf))
  }
  for (const [name, action] of level)
    if (!followed.has(name) && action['type'] !== 'Terminate') edges.push({ from: after(idOf(name)), to: exit })
  return edges
}

/** From an action to its own end: straight, through its branches, or past them where it may run none. */
const inside = (action: Json, id: string, idOf: (name: string) => string): Edge[] => {
  const type = text(action['type'])
  if (type === 'Terminate') return []
  const branches = branchesOf(action)
  const skips = type === 'Foreach' || waysThrough(action).some(isEmpty) // a loop over nothing runs nothing
  return [...(skips ? [{ from: id, to: after(id) }] : []), ...branches.flatMap(branch => edgesOf(branch, id, after(id), idOf))]
}
