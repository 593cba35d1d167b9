import type { ListUnitsOutput } from '../../client.generated.ts'

export type Unit = ListUnitsOutput['units'][number]

export interface Branch extends Unit {
  below: readonly Branch[]
}

/** The units as a tree, each level by name; a unit whose parent is not shown stands at the top. */
export const treeOf = (units: readonly Unit[]): readonly Branch[] => {
  const known = new Set(units.map(({ id }) => id))
  const byParent = Map.groupBy(units, ({ parent }) => (parent !== null && known.has(parent) ? parent : ''))
  const under = (parent: string): readonly Branch[] =>
    (byParent.get(parent) ?? []).toSorted((a, b) => a.name.localeCompare(b.name)).map(unit => ({ ...unit, below: under(unit.id) }))
  return under('')
}

/** Every open unit with its way down from the top, in the order of the tree. */
export const pathsOf = (units: readonly Unit[]): readonly { id: string; path: string }[] => {
  const walk = (branches: readonly Branch[], above: string): readonly { id: string; path: string }[] =>
    branches.flatMap(({ id, name, below }) => [{ id, path: `${above}${name}` }, ...walk(below, `${above}${name} / `)])
  return walk(treeOf(units), '')
}
