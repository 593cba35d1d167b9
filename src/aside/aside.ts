import { Worker } from 'node:worker_threads'
import { Refusal, refuse } from '#src/kernel/refusal.ts'

/** What crosses back from a thread: a structured clone keeps of an error its message only. */
export type Answer<Result> = { result: Result } | { refusal: Pick<Refusal, 'kind' | 'code' | 'message' | 'blockers'> }

export interface AsideParts {
  /** The file that runs in the thread; it answers by `answerTasks`. */
  thread: URL
  /** What a thread is begun with. */
  data?: unknown
  /** Whether each task gets a thread of its own, so that nothing of one is left for the next. */
  threadEach: boolean
  /** Milliseconds for one task, its turn in the queue left out, and the beginning of its thread included. */
  timeLimit: number
  megabytes: number
  /** How many tasks may wait for the one at work. */
  mostWaiting: number
  tooSlow(milliseconds: number): Refusal
  tooMuch(megabytes: number): Refusal
  busy(waiting: number): Refusal
}

/** Work that stalls nobody: one task at a time in a thread that is ended when its time or its memory is over, whatever it does. */
export interface Aside<Task, Result> {
  /** @throws Refusal the task’s own; too slow, too much or too many; `thread-closed` */
  work(task: Task): Promise<Result>
  close(): Promise<void>
}

interface Job<Task, Result> {
  task: Task
  resolve(result: Result): void
  reject(error: unknown): void
}

export const createAside = <Task, Result>(parts: AsideParts): Aside<Task, Result> => {
  const { timeLimit, megabytes, mostWaiting } = parts
  const waiting: Job<Task, Result>[] = []
  let worker: Worker | undefined
  let current: Job<Task, Result> | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const settle = (use: (job: Job<Task, Result>) => void): void => {
    clearTimeout(timer)
    const job = current
    current = undefined
    if (job) use(job)
    next()
  }
  const endThread = (): void => {
    const gone = worker
    worker = undefined
    gone?.removeAllListeners()
    // Ending a thread emits errors that are nobody's any more.
    gone?.on('error', () => undefined)
    void gone?.terminate()
  }
  const drop = (why: unknown): void => {
    endThread()
    settle(job => job.reject(why))
  }
  const start = (): Worker => {
    const thread = new Worker(parts.thread, { workerData: parts.data, resourceLimits: { maxOldGenerationSizeMb: megabytes } })
    thread.on('message', (answer: Answer<Result>) => {
      if (parts.threadEach) endThread()
      settle(job => ('result' in answer ? job.resolve(answer.result) : job.reject(refusalOf(answer.refusal))))
    })
    thread.on('error', (error: unknown) =>
      drop(error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? parts.tooMuch(megabytes) : error),
    )
    // A program may end while a thread idles.
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
    timer = setTimeout(() => drop(parts.tooSlow(timeLimit)), timeLimit)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(current.task)
  }

  return {
    work: task =>
      new Promise((resolve, reject) => {
        if (closed) return reject(ended('is'))
        if (waiting.length >= mostWaiting) return reject(parts.busy(mostWaiting))
        waiting.push({ task, resolve, reject })
        next()
      }),
    async close() {
      closed = true
      clearTimeout(timer)
      for (const job of [...(current ? [current] : []), ...waiting.splice(0)]) job.reject(ended('was'))
      current = undefined
      await worker?.terminate()
    },
  }
}

const refusalOf = ({ kind, code, message, blockers }: Pick<Refusal, 'kind' | 'code' | 'message' | 'blockers'>): Refusal =>
  new Refusal(kind, code, message, blockers)

const ended = (verb: 'is' | 'was'): Refusal => refuse('unavailable', 'thread-closed', `The thread ${verb} closed.`, 'Begin a new one.')
