import { useSyncExternalStore } from 'react'
import type { Facts } from '../../data/charter-guide.ts'
import { kept } from '../../data/kept.ts'
import { timeThere } from '../../data/server-time.ts'

/** An idea being checked. It lives in this browser only, until it is registered. */
export interface Draft {
  facts: Facts
  /** The pages asked so far, in order. */
  path: readonly string[]
  /** By page of several questions: the lines that are ticked. */
  lines: Readonly<Record<string, readonly string[]>>
  name: string
  purpose: string
  /** What its kind is asked besides, by the question. */
  answers?: Readonly<Record<string, string>>
  /** What it should bring, as typed. */
  benefit?: Readonly<Record<string, string>>
  /** Names the registration, so that sending it twice registers once. */
  requestId: string
  /** When it was last kept, as ISO 8601; null where this browser keeps nothing. */
  savedAt: string | null
}

const place = kept('guildhall.draft')
const watchers = new Set<() => void>()

const blank = (): Draft => ({ facts: {}, path: [], lines: {}, name: '', purpose: '', requestId: crypto.randomUUID(), savedAt: null })

/** What an older or a damaged page left behind counts as nothing. */
const restore = (text: string | null): Draft => {
  try {
    const found: unknown = JSON.parse(text ?? 'null')
    return isDraft(found) ? found : blank()
  } catch {
    return blank()
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isWords = (value: unknown): boolean => Array.isArray(value) && value.every(word => typeof word === 'string')

const isSaid = (value: unknown): boolean => value === undefined || (isRecord(value) && isWords(Object.values(value)))

const isDraft = (value: unknown): value is Draft =>
  isRecord(value) &&
  isRecord(value['facts']) &&
  isWords(value['path']) &&
  isRecord(value['lines']) &&
  Object.values(value['lines']).every(isWords) &&
  typeof value['name'] === 'string' &&
  typeof value['purpose'] === 'string' &&
  isSaid(value['answers']) &&
  isSaid(value['benefit']) &&
  typeof value['requestId'] === 'string' &&
  (value['savedAt'] === null || typeof value['savedAt'] === 'string')

let current: Draft | null = null
const draft = (): Draft => (current ??= restore(place.read()))

const show = (next: Draft): void => {
  current = next
  for (const watcher of watchers) watcher()
}

export const changeDraft = (change: Partial<Omit<Draft, 'savedAt'>>): void => {
  const next = { ...draft(), ...change, savedAt: timeThere() }
  show(place.write(JSON.stringify(next)) ? next : { ...next, savedAt: null })
}

export const forgetDraft = (): void => {
  place.forget()
  show(blank())
}

const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher)
  // Another tab of this browser may go on with the same idea.
  const fromElsewhere = (event: StorageEvent): void => {
    if (event.key === 'guildhall.draft') show(restore(event.newValue))
  }
  addEventListener('storage', fromElsewhere)
  return () => {
    watchers.delete(watcher)
    removeEventListener('storage', fromElsewhere)
  }
}

export const useDraft = (): Draft => useSyncExternalStore(watch, draft)
