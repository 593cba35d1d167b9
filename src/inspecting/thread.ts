import { parentPort, workerData } from 'node:worker_threads'
import { inspect } from '#src/engines/inspect/index.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import type { Answer, File } from './aside.ts'

/** One file in, what it shows or a refusal out. */
if (!parentPort) throw new Error('This file runs as a worker thread.')
const file: File = workerData

const answer = (): Answer => {
  try {
    return { inspection: inspect(file) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // A structured clone keeps of an error its message only.
    return { refusal: { kind: error.kind, code: error.code, message: error.message, blockers: error.blockers } }
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort.postMessage(answer())
