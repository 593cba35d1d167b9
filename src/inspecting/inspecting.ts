import { createAside } from '#src/aside/index.ts'
import type { Inspection } from '#src/engines/inspect/index.ts'
import { refuse } from '#src/kernel/refusal.ts'

interface File {
  name: string
  bytes: Uint8Array
}

/**
 * What a file shows.
 * @throws Refusal what the readers refuse; `inspection-too-slow`, `inspection-too-large`, `inspection-busy`
 */
type InspectFile = (file: File) => Promise<Inspection>

interface InspectingOptions {
  /** Milliseconds that one file may take, its turn in the queue left out. */
  timeLimit?: number
}

const smaller = 'Export the one automation you mean, not a backup of everything, and try again.'

/** The readers are bounded, and still the worst file within their bounds takes seconds. */
export const createInspecting = ({ timeLimit = 10_000 }: InspectingOptions = {}): InspectFile =>
  createAside<File, Inspection>({
    thread: new URL('./thread.ts', import.meta.url),
    threadEach: true,
    timeLimit,
    megabytes: 512,
    mostWaiting: 9,
    tooSlow: limit => refuse('too-large', 'inspection-too-slow', `Reading it was ended after ${limit / 1000} seconds.`, smaller, 'file'),
    tooMuch: megabytes =>
      refuse('too-large', 'inspection-too-large', `Reading it needed more than ${megabytes} MB of memory and was ended.`, smaller, 'file'),
    busy: waiting =>
      refuse('too-many', 'inspection-busy', `${waiting} files are waiting to be read already.`, 'Send it again in a moment.', 'file'),
  }).work
