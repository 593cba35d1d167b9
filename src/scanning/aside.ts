import { Worker } from 'node:worker_threads'
import { createScanner, type Finding, type ScannerOptions } from '#src/engines/dlp/index.ts'
import { Refusal, refuse } from '#src/kernel/refusal.ts'

export interface AsideOptions extends ScannerOptions {
  /** Milliseconds for one text, building the scanner included; 10,000 when left out. */
  timeLimit?: number
}

export interface Aside {
  /**
   * The findings of `scanner.scan(text)`; the caller's thread goes on meanwhile.
   * @throws Refusal where a detector can't be used, a text is too long or takes too long, or too many wait
   */
  scan(text: string): Promise<Finding[]>
  close(): Promise<void>
}

/** What crosses back from the thread. */
export type Answer = { findings: Finding[] } | { refusal: Pick<Refusal, 'kind' | 'code' | 'message' | 'blockers'> }

/** Texts up to here are scanned where they are, in a few milliseconds, unless patterns of a company run. */
export const SHORT = 10_000
const MOST_WAITING = 100
/** Tables and the largest lists take about 200 MB. */
const MEGABYTES = 512

interface Job {
  text: string
  resolve(findings: Finding[]): void
  reject(error: unknown): void
}

/**
 * A scanner that stalls nobody. RE2 is linear in the text, but a pattern may make each character a thousand times as
 * dear, and so patterns that somebody else wrote never run on the caller's thread. When its time is over the thread is
 * ended, whatever it does; the next text gets a new one.
 */
export const createAside = ({ timeLimit = 10_000, ...options }: AsideOptions = {}): Aside => {
  const foreign = (options.company ?? []).some(({ kind }) => kind === 'pattern')
  const here = foreign ? undefined : createScanner(options)
  const waiting: Job[] = []
  let worker: Worker | undefined
  let current: Job | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const settle = (use: (job: Job) => void): void => {
    clearTimeout(timer)
    const job = current
    current = undefined
    if (job) use(job)
    next()
  }
  const drop = (why: unknown): void => {
    const gone = worker
    worker = undefined
    gone?.removeAllListeners()
    // Ending a thread emits errors that are nobody's any more.
    gone?.on('error', () => undefined)
    void gone?.terminate()
    settle(job => job.reject(why))
  }
  const start = (): Worker => {
    const thread = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: options,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    })
    thread.on('message', (answer: Answer) =>
      settle(job => ('findings' in answer ? job.resolve(answer.findings) : job.reject(refusalOf(answer.refusal)))),
    )
    thread.on('error', (error: unknown) =>
      drop(error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : error),
    )
    // A program may end while a scanner idles.
    thread.unref()
    return thread
  }
  const next = (): void => {
    if (current || closed) return
    current = waiting.shift()
    if (!current) {
      worker?.unref()
      return
    }
    worker ??= start()
    worker.ref()
    timer = setTimeout(() => drop(tooSlow(timeLimit)), timeLimit)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(current.text)
  }

  return {
    scan(text) {
      if (here && text.length <= SHORT) return Promise.resolve(here.scan(text))
      return new Promise((resolve, reject) => {
        if (closed) return reject(refuse('unavailable', 'scanner-closed', 'The scanner is closed.', 'Create a new one.'))
        if (waiting.length >= MOST_WAITING)
          return reject(refuse('too-many', 'scanner-busy', `${MOST_WAITING} texts are waiting already.`, 'Send it again in a moment.'))
        waiting.push({ text, resolve, reject })
        next()
      })
    },
    async close() {
      closed = true
      clearTimeout(timer)
      const why = refuse('unavailable', 'scanner-closed', 'The scanner was closed.', 'Create a new one.')
      for (const job of [...(current ? [current] : []), ...waiting.splice(0)]) job.reject(why)
      current = undefined
      await worker?.terminate()
    },
  }
}

const refusalOf = ({ kind, code, message, blockers }: Pick<Refusal, 'kind' | 'code' | 'message' | 'blockers'>): Refusal =>
  new Refusal(kind, code, message, blockers)

const tooSlow = (limit: number): Refusal =>
  refuse(
    'too-large',
    'scan-too-slow',
    `The scan was ended after ${limit / 1000} seconds.`,
    'Send the text in smaller parts, or write the patterns of your detectors more plainly: repetitions inside repetitions cost most.',
    'text',
  )

const tooMuch = (): Refusal =>
  refuse(
    'too-large',
    'scan-too-large',
    `The scan needed more than ${MEGABYTES} MB of memory and was ended.`,
    'Send the text in smaller parts, or repeat less in the patterns of your detectors.',
    'text',
  )
