import type { Charter, Loaded } from '#src/engines/charter/index.ts'
import { loadCharter } from '#src/engines/charter/index.ts'
import { Refusal } from '#src/kernel/refusal.ts'

/** A charter's documents as written: file name to text. */
export type CharterDocuments = Readonly<Record<string, string>>

/** The charter that this release ships, as written and as read. */
export interface Shipped {
  charter: Charter
  documents: CharterDocuments
}

/** How many faults one answer lists; whoever mends them sees the rest next time. */
export const MOST_FAULTS = 50

export const loadDocuments = (documents: CharterDocuments): Loaded =>
  loadCharter(Object.entries(documents).map(([path, text]) => ({ path, text })))

/**
 * Reads documents, checks them and runs their examples.
 * @throws Refusal `charter-broken`, one blocker for each fault, with file, line and what to write instead.
 */
export const readCharter = (documents: CharterDocuments): Charter => {
  const loaded = loadDocuments(documents)
  if (loaded.ok) return loaded.charter
  const faults = loaded.problems.map(({ file, line, column, wrong, instead }) => ({
    field: `documents.${file}`,
    reason: `${file}:${line}:${column} ${wrong}`,
    remedy: instead,
  }))
  const counted = faults.length === 1 ? 'one thing in its documents needs' : `${faults.length} things in its documents need`
  throw new Refusal('invalid', 'charter-broken', `This charter can’t be used yet: ${counted} a change.`, faults.slice(0, MOST_FAULTS))
}
