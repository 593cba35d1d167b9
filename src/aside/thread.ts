import { parentPort } from 'node:worker_threads'
import { Refusal } from '#src/kernel/refusal.ts'
import type { Answer } from './aside.ts'

/** In the thread: one task in, its result or a refusal out. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- what crosses is what the task's thread was begun for
export const answerTasks = <Task>(work: (task: Task) => unknown): void => {
  if (!parentPort) throw new Error('This file runs as a worker thread.')
  const port = parentPort
  const answer = (task: Task): Answer<unknown> => {
    try {
      return { result: work(task) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { refusal: { kind: error.kind, code: error.code, message: error.message, blockers: error.blockers } }
    }
  }
  port.on('message', (task: Task) => port.postMessage(answer(task)))
}
