import { matchesGlob } from 'node:path/posix'
import { unknown, type Import } from './imports.ts'
import { isTest } from './sources.ts'
import { capabilityUses, engineUses, table } from './table.ts'

/** The folder that speaks for a file: `src/engines/dlp`, `src/kernel`, `src`, `web`. Null outside of the table. */
export const homeOf = (path: string): string | null =>
  /^(src\/(?:engines|capabilities|doors)\/[^/]+)\//.exec(path)?.[1] ??
  /^(src\/[^/]+|web)\//.exec(path)?.[1] ??
  (/^src\/[^/]+$/.test(path) ? 'src' : null)

/** What the table lets a file import besides its own home; null where it lies in no home of the table. */
export const rowOf = (path: string): readonly string[] | null => {
  const home = homeOf(path)
  if (home === null) return null
  const row = table[home] ?? table[home.replace(/[^/]+$/, '*')]
  return row ? [...row, ...listed(home)] : null
}

const listed = (home: string): string[] => {
  const name = home.replace(/^.*\//, '')
  if (home.startsWith('src/capabilities/')) return (capabilityUses[name] ?? []).map(other => `src/capabilities/${other}/index.ts`)
  if (home.startsWith('src/engines/')) return (engineUses[name] ?? []).map(other => `src/engines/${other}/index.ts`)
  return []
}

/** What one home’s tests play against may serve another’s; the program itself imports neither. */
const isFixture = (path: string): boolean => path.endsWith('.fixture.ts')

const isOurs = (path: string): boolean => /^(?:src|web|test|bench|scripts)\//.test(path)

/** The imports that the table doesn't allow, each as a line for whoever wrote it. */
export const breaches = (imports: readonly Import[]): string[] =>
  imports.flatMap(({ from, to, kind, line }) => {
    const complain = (why: string) => [`${from}:${line} (${kind}) ${to}: ${why}`]
    const may = rowOf(from)
    if (may === null) return complain('the file lies in no home of the table')
    if (to === unknown) return complain('a computed import can lead anywhere; name the module')
    if (!isOurs(to) || homeOf(to) === homeOf(from) || (isTest(from) && isFixture(to))) return []
    return may.some(pattern => matchesGlob(to, pattern)) ? [] : complain(`this home may import ${may.join(', ') || 'nothing of ours'}`)
  })

/** A circle of homes that import each other, as a path that ends where it begins; null where there is none. */
export const circle = (imports: readonly Import[]): string[] | null => {
  const uses = new Map<string, Set<string>>()
  for (const { from, to } of imports) {
    const [user, used] = [homeOf(from), homeOf(to)]
    if (user === null || used === null || user === used) continue
    uses.set(user, (uses.get(user) ?? new Set()).add(used))
  }
  const done = new Set<string>()
  const walk = (home: string, path: string[]): string[] | null => {
    if (path.includes(home)) return [...path.slice(path.indexOf(home)), home]
    if (done.has(home)) return null
    for (const next of uses.get(home) ?? []) {
      const found = walk(next, [...path, home])
      if (found) return found
    }
    done.add(home)
    return null
  }
  for (const home of uses.keys()) {
    const found = walk(home, [])
    if (found) return found
  }
  return null
}
