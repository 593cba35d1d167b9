/** What changed between two charters, part by part, in words a program lead can put to a vote. */
import type { Charter } from './charter.ts'
import type { Language } from './documents.ts'

export interface Change {
  /** From the document down to the part, entries of a list by their id: `['tiers.yaml', 'rules', 'moves-money', 'tier']`. */
  path: readonly string[]
  /** Undefined where the part is new. */
  before: unknown
  /** Undefined where the part is gone. */
  after: unknown
}

/** @param before null: everything is new. */
export const difference = (before: Charter | null, after: Charter): readonly Change[] =>
  compare([], before?.documents ?? {}, after.documents)

/** Three ways: what we changed since `base`, what the newer default changed, and where both did. */
export interface ThreeWayChange extends Change {
  /** As it stood in the default that ours was made from. */
  base: unknown
  /** `ours` keeps as it is, `theirs` is on offer, `same` was changed alike, `conflict` needs a decision. */
  state: 'ours' | 'theirs' | 'same' | 'conflict'
}

/** `before` is ours and `after` theirs in each change. */
export const threeWayDifference = (base: Charter, ours: Charter, theirs: Charter): readonly ThreeWayChange[] => {
  const mine = new Map(difference(base, ours).map(change => [change.path.join(SEPARATOR), change]))
  const newer = new Map(difference(base, theirs).map(change => [change.path.join(SEPARATOR), change]))
  const related = (key: string, other: ReadonlyMap<string, Change>): readonly Change[] =>
    [...other]
      .filter(([path]) => path === key || path.startsWith(key + SEPARATOR) || key.startsWith(path + SEPARATOR))
      .map(([, change]) => change)
  const changes: ThreeWayChange[] = []
  for (const [key, change] of mine) {
    const counterparts = related(key, newer)
    const [same] = counterparts
    if (same === undefined)
      changes.push({ path: change.path, base: change.before, before: change.after, after: change.before, state: 'ours' })
    else if (counterparts.length === 1 && same.path.length === change.path.length)
      changes.push({
        path: change.path,
        base: change.before,
        before: change.after,
        after: same.after,
        state: compare([], change.after, same.after).length === 0 ? 'same' : 'conflict',
      })
    else
      changes.push({
        path: change.path,
        base: change.before,
        before: change.after,
        after: partAt(theirs.documents, change.path),
        state: 'conflict',
      })
  }
  for (const [key, change] of newer)
    if (related(key, mine).length === 0)
      changes.push({ path: change.path, base: change.before, before: change.before, after: change.after, state: 'theirs' })
  return changes
}

const SEPARATOR = '\u0000'

const compare = (path: readonly string[], before: unknown, after: unknown): readonly Change[] => {
  const was = parts(before)
  const is = parts(after)
  if (was === null || is === null) return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap(key => {
    if (!was.has(key) || !is.has(key)) return [{ path: [...path, key], before: was.get(key), after: is.get(key) }]
    return compare([...path, key], was.get(key), is.get(key))
  })
}

/** The named parts of a block or of a list whose entries have ids; null for anything that is compared as a whole. */
export const parts = (value: unknown): ReadonlyMap<string, unknown> | null => {
  if (Array.isArray(value)) {
    const named = value.map((entry: unknown) => [nameOf(entry), entry] as const)
    const names = named.map(([name]) => name).filter(name => name !== null)
    return names.length === value.length && value.length > 0 && new Set(names).size === names.length
      ? new Map(named.map(([name, entry]) => [name ?? '', entry]))
      : null
  }
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null
}

const nameOf = (entry: unknown): string | null => {
  if (typeof entry !== 'object' || entry === null) return null
  if ('id' in entry && typeof entry.id === 'string') return entry.id
  if ('role' in entry && typeof entry.role === 'string') return entry.role
  return 'tier' in entry && typeof entry.tier === 'number' ? `tier ${entry.tier}` : null
}

const partAt = (value: unknown, path: readonly string[]): unknown => path.reduce<unknown>((part, key) => parts(part)?.get(key), value)

/** One change as a sentence. Texts are shown in the language asked for. */
export const changeText = ({ path, before, after }: Change, language: Language): string => {
  const words = WORDS[language]
  const what = path
    .filter(part => !LISTS.has(part))
    .map(part => part.replace(/\.yaml$/, ''))
    .join(' › ')
  if (before === undefined) return words.added(what, shown(after, language))
  if (after === undefined) return words.removed(what, shown(before, language))
  if (Array.isArray(before) && Array.isArray(after)) {
    const gained = after.filter(one => !before.includes(one)).map(one => entry(one, language))
    const lost = before.filter(one => !after.includes(one)).map(one => entry(one, language))
    if (gained.length + lost.length > 0) return words.members(what, gained, lost)
  }
  return words.changed(what, shown(before, language), shown(after, language))
}

/** Names of lists say nothing that the entry's id does not say better. */
const LISTS: ReadonlySet<string> = new Set([
  'rules',
  'questions',
  'tools',
  'prohibited',
  'guardrails',
  'obligations',
  'kinds',
  'dataClasses',
  'contacts',
  'examples',
  'values',
  'en',
  'de',
])

const shown = (value: unknown, language: Language): string => {
  if (typeof value === 'string') return `“${value}”`
  if (Array.isArray(value)) return value.map(one => entry(one, language)).join(', ')
  if (typeof value !== 'object' || value === null) return String(value)
  const told = 'title' in value ? value.title : 'name' in value ? value.name : 'text' in value ? value.text : value
  if (typeof told === 'object' && told !== null && language in told) return shown(Reflect.get(told, language), language)
  return JSON.stringify(told)
}

/** An entry of a list; ids and numbers stand without quotes. */
const entry = (value: unknown, language: Language): string => (typeof value === 'string' ? value : shown(value, language))

interface ChangeWords {
  added: (what: string, is: string) => string
  removed: (what: string, was: string) => string
  changed: (what: string, was: string, is: string) => string
  members: (what: string, gained: readonly string[], lost: readonly string[]) => string
}
const WORDS: Readonly<Record<Language, ChangeWords>> = {
  en: {
    added: (what, is) => `${what} is new: ${is}.`,
    removed: (what, was) => `${what} is gone: ${was}.`,
    changed: (what, was, is) => `${what} was ${was} and is now ${is}.`,
    members: (what, gained, lost) =>
      `${what}: ${[gained.length > 0 ? `now with ${gained.join(', ')}` : '', lost.length > 0 ? `no longer with ${lost.join(', ')}` : ''].filter(Boolean).join('; ')}.`,
  },
  de: {
    added: (what, is) => `${what} ist neu: ${is}.`,
    removed: (what, was) => `${what} entfällt: ${was}.`,
    changed: (what, was, is) => `${what} war ${was} und ist jetzt ${is}.`,
    members: (what, gained, lost) =>
      `${what}: ${[gained.length > 0 ? `jetzt mit ${gained.join(', ')}` : '', lost.length > 0 ? `nicht mehr mit ${lost.join(', ')}` : ''].filter(Boolean).join('; ')}.`,
  },
}
