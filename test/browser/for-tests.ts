import type { TestProject } from 'vitest/node'
import { scratch, startServer } from '../harness.ts'
import { launchChromium } from './chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The data of a small demo that began and was stopped, to be copied; ring `browser` only. */
    demoBegun: string
  }
}

/** vitest's global set-up: has the browser unpacked, and lets one demo begin (ten seconds of work), so that each site only copies it. */
const forTests = async (project: TestProject): Promise<() => Promise<void>> => {
  await (await launchChromium()).close()
  const data = await scratch()
  await (await startServer({ data: data.path })).stop()
  project.provide('demoBegun', data.path)
  return data.remove
}

export default forTests
