/** What differs between two charters, entry by entry, as somebody reads it who decides about it. */
import type { Charter } from './charter.ts'
import { difference, parts } from './difference.ts'
import type { Change } from './difference.ts'
import { LANGUAGES } from './documents.ts'
import type { Language } from './documents.ts'

/** An entry of a document that is new, gone or otherwise, or what a document says beside its entries. */
export interface ChangedPart {
  document: string
  /** Null for what the document says beside its entries. */
  id: string | null
  /** What the entry calls itself; null where it says nothing of the kind. */
  title: string | null
  does: 'added' | 'removed' | 'changed'
  /** What differs within it, down to single values in words; null where a value is not there. */
  fields: { name: readonly string[]; before: string | null; after: string | null }[]
}

/** @param before null: everything that `after` says, each entry as if it were new. */
export const changedParts = (before: Charter | null, after: Charter, language: Language): readonly ChangedPart[] => {
  const found = new Map<string, ChangedPart>()
  for (const change of difference(before, after)) {
    for (const leaf of leaves(change, language)) {
      const [was, is] = [entryOf(before?.documents, leaf.path), entryOf(after.documents, leaf.path)]
      const entry = is ?? was
      const [document = '', ...name] = leaf.path
      const key = entry?.path.join(SEPARATOR) ?? document
      const part = found.get(key) ?? {
        document,
        id: entry?.path.at(-1) ?? null,
        title: entry ? titleOf(entry.value, language) : null,
        does: entry === null ? 'changed' : was === null ? 'added' : is === null ? 'removed' : 'changed',
        fields: [],
      }
      part.fields.push({ name: entry ? leaf.path.slice(entry.path.length) : name, before: leaf.before, after: leaf.after })
      found.set(key, part)
    }
  }
  return [...found.values()]
}

const SEPARATOR = '\u0000'

/** The first entry of a list on the way to a value: what the value belongs to. */
const entryOf = (documents: unknown, path: readonly string[]): { path: readonly string[]; value: unknown } | null => {
  let value = documents
  for (const [depth, key] of path.entries()) {
    const isEntry = Array.isArray(value)
    value = parts(value)?.get(key)
    if (value === undefined) return null
    if (isEntry) return { path: path.slice(0, depth + 1), value }
  }
  return null
}

/** Single values of a change: a whole entry comes apart into what it says. Sentences stand in the reader's language. */
const leaves = (
  { path, before, after }: Change,
  language: Language,
): { path: readonly string[]; before: string | null; after: string | null }[] => {
  const [was, is] = [spread(path, before, language), spread(path, after, language)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap(key => {
    const [one, other] = [was.get(key), is.get(key)]
    const at = (one ?? other)?.path ?? path
    // Its id is in the place of its name already.
    return at.at(-1) === 'id' ? [] : [{ path: spoken(at, language), before: one?.text ?? null, after: other?.text ?? null }]
  })
}

/** Of a sentence that both charters have, each language is a value of its own; the reader's needs no naming. */
const spoken = (path: readonly string[], language: Language): readonly string[] => (path.at(-1) === language ? path.slice(0, -1) : path)

const spread = (path: readonly string[], value: unknown, language: Language): Map<string, { path: readonly string[]; text: string }> => {
  if (value === undefined) return new Map()
  const within = isSentence(value) ? null : parts(value)
  if (within === null) return new Map([[path.join(SEPARATOR), { path, text: inWords(value, language) }]])
  return new Map([...within].flatMap(([key, part]) => [...spread([...path, key], part, language)]))
}

/** The same words in every language. */
const isSentence = (value: unknown): value is Record<Language, string> =>
  typeof value === 'object' && value !== null && LANGUAGES.every(language => typeof Reflect.get(value, language) === 'string')

const inWords = (value: unknown, language: Language): string => {
  const words = WORDS[language]
  if (isSentence(value)) return value[language]
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Array.isArray(value)) return value.length === 0 ? words.none : value.map(each => inWords(each, language)).join(', ')
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (value === null || value === undefined) return words.none
  return Object.entries(value)
    .map(([key, each]) => `${key} ${inWords(each, language)}`)
    .join(' · ')
}

const titleOf = (entry: unknown, language: Language): string | null => {
  const within = parts(entry)
  const told = within?.get('title') ?? within?.get('name') ?? within?.get('text')
  return isSentence(told) ? told[language] : null
}

const WORDS: Readonly<Record<Language, { yes: string; no: string; none: string }>> = {
  en: { yes: 'yes', no: 'no', none: 'none' },
  de: { yes: 'ja', no: 'nein', none: 'keine' },
}
