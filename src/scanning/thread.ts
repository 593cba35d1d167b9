import { parentPort, workerData } from 'node:worker_threads'
import { createScanner, type ScannerOptions } from '#src/engines/dlp/index.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import type { Answer } from './aside.ts'

/** One text in, its findings or a refusal out. The scanner is built with the first text, so that its refusal has somebody to go to. */
if (!parentPort) throw new Error('This file runs as a worker thread.')
const port = parentPort
const options: ScannerOptions = workerData
let scanner: ReturnType<typeof createScanner> | undefined

const answer = (text: string): Answer => {
  try {
    scanner ??= createScanner(options)
    return { findings: scanner.scan(text) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // A structured clone keeps of an error its message only.
    return { refusal: { kind: error.kind, code: error.code, message: error.message, blockers: error.blockers } }
  }
}

port.on('message', (text: string) => port.postMessage(answer(text)))
