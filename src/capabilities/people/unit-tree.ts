import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'

/** What the shape of a tree needs to know of a unit. */
export interface UnitNode {
  id: string
  name: string
  parentId: string | null
}

export const maxUnits = 5_000
export const maxDepth = 20

/** The units from the top down to one, itself included; bounded, whatever the rows say. */
export const pathTo = <U extends UnitNode>(units: ReadonlyMap<string, U>, id: string): U[] => {
  const path: U[] = []
  for (let unit = units.get(id); unit && path.length <= maxDepth; unit = unit.parentId === null ? undefined : units.get(unit.parentId))
    path.unshift(unit)
  return path
}

/** How people write a unit’s place: `Aldermoor Foods / Operations / Supply planning`. */
export const pathText = (units: ReadonlyMap<string, UnitNode>, id: string): string =>
  pathTo(units, id)
    .map(({ name }) => name)
    .join(' / ')

export const childrenByParent = <U extends UnitNode>(units: Iterable<U>): ReadonlyMap<string | null, U[]> =>
  Map.groupBy(units, ({ parentId }) => parentId)

/** How many levels a unit and everything below it span. */
const heightOf = (children: ReadonlyMap<string | null, UnitNode[]>, id: string, bound = maxDepth): number =>
  bound === 0 ? 1 : 1 + Math.max(0, ...(children.get(id) ?? []).map(child => heightOf(children, child.id, bound - 1)))

/**
 * Whether a unit, with everything below it, may stand under a parent: no circles, at most 20 levels.
 * @param units the open units; the one in question may be among them or new.
 * @returns what stands against it; null where nothing does.
 */
export const placeUnder = (units: ReadonlyMap<string, UnitNode>, unit: string, parent: string | null): Refusal | null => {
  const above = parent === null ? [] : pathTo(units, parent)
  if (above.some(({ id }) => id === unit))
    return refuse(
      'conflict',
      'unit-in-circle',
      'A unit can’t be part of itself, nor of a unit below it.',
      'Choose a unit that is not below this one.',
      'parent',
    )
  if (above.length + heightOf(childrenByParent(units.values()), unit) > maxDepth)
    return refuse('conflict', 'tree-too-deep', `Units stand at most ${maxDepth} levels deep.`, 'Place it further up.', 'parent')
  return null
}

/** Units in the order of a tree: each directly before those below it, siblings by name. What hangs in the air comes last. */
export const inTreeOrder = <U extends UnitNode>(units: readonly U[]): U[] => {
  const known = new Set(units.map(({ id }) => id))
  const children = childrenByParent(units.toSorted((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1)))
  const ordered: U[] = []
  const walk = (parent: string | null, depth: number) => {
    if (depth > maxDepth) return
    for (const unit of children.get(parent) ?? []) {
      ordered.push(unit)
      walk(unit.id, depth + 1)
    }
  }
  walk(null, 1)
  for (const parent of children.keys()) if (parent !== null && !known.has(parent)) walk(parent, 1)
  return ordered
}
