import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openStore } from '../../src/store/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A directory with an embedded database that is up to date and empty, to be copied; ring `pglite` and `faults` only. */
    embeddedTemplate: string
  }
}

/** vitest's global set-up: makes one embedded database (a second of work), so that each test file only copies it. */
const forTests = async (project: TestProject): Promise<() => Promise<void>> => {
  const directory = await mkdtemp(join(tmpdir(), 'guildhall-embedded-'))
  const store = await openStore({ kind: 'embedded', directory }, { onLost: () => undefined })
  await store.close()
  project.provide('embeddedTemplate', join(directory, 'db'))
  return () => rm(directory, { recursive: true, force: true })
}

export default forTests
