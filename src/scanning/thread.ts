import { workerData } from 'node:worker_threads'
import { answerTasks } from '#src/aside/index.ts'
import { createScanner, type ScannerOptions } from '#src/engines/dlp/index.ts'

const options: ScannerOptions = workerData
let scanner: ReturnType<typeof createScanner> | undefined

// The scanner is built with the first text, so that its refusal has somebody to go to.
answerTasks((text: string) => {
  scanner ??= createScanner(options)
  return scanner.scan(text)
})
