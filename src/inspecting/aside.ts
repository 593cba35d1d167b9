import { Worker } from 'node:worker_threads'
import type { Inspection } from '#src/engines/inspect/index.ts'
import { refuse, Refusal } from '#src/kernel/refusal.ts'

export interface File {
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

/** What crosses back from the thread. */
export type Answer = { inspection: Inspection } | { refusal: Pick<Refusal, 'kind' | 'code' | 'message' | 'blockers'> }

const MOST_WAITING = 10
const MEGABYTES = 512

/**
 * The readers are bounded, and still the worst file within their bounds takes seconds. So each file gets a thread of its own, one
 * at a time, that is ended when its time or its memory is over; nothing of one file is left for the next.
 */
export const createInspecting = ({ timeLimit = 10_000 }: InspectingOptions = {}): InspectFile => {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  return async file => {
    if (waiting >= MOST_WAITING) throw busy()
    waiting += 1
    const turn = last.then(() => inThread(file, timeLimit))
    last = turn.catch(() => undefined)
    try {
      return await turn
    } finally {
      waiting -= 1
    }
  }
}

const inThread = (file: File, timeLimit: number): Promise<Inspection> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: file,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    })
    const end = (settle: () => void): void => {
      clearTimeout(timer)
      thread.removeAllListeners()
      // Ending a thread emits errors that are nobody's any more.
      thread.on('error', () => undefined)
      void thread.terminate()
      settle()
    }
    const timer = setTimeout(() => end(() => reject(tooSlow(timeLimit))), timeLimit)
    thread.on('message', (answer: Answer) =>
      end(() => ('inspection' in answer ? resolve(answer.inspection) : reject(refusalOf(answer.refusal)))),
    )
    thread.on('error', (error: unknown) =>
      end(() => reject(error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : error)),
    )
  })

const refusalOf = ({ kind, code, message, blockers }: Pick<Refusal, 'kind' | 'code' | 'message' | 'blockers'>): Refusal =>
  new Refusal(kind, code, message, blockers)

const smaller = 'Export the one automation you mean, not a backup of everything, and try again.'

const tooSlow = (limit: number): Refusal =>
  refuse('too-large', 'inspection-too-slow', `Reading it was ended after ${limit / 1000} seconds.`, smaller, 'file')

const tooMuch = (): Refusal =>
  refuse('too-large', 'inspection-too-large', `Reading it needed more than ${MEGABYTES} MB of memory and was ended.`, smaller, 'file')

const busy = (): Refusal =>
  refuse('too-many', 'inspection-busy', `${MOST_WAITING} files are waiting to be read already.`, 'Send it again in a moment.', 'file')
