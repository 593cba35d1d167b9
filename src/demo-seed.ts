import { open } from 'node:fs/promises'
import { beginDemoClock, demoClocks, demoLoaded, installationRow, lockInstallation } from '#src/capabilities/people/index.ts'
import type { Clock } from '#src/kernel/clock.ts'
import { errorCode } from '#src/kernel/error-code.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import type { Governed } from '#src/ledger/index.ts'
import { insertEntries, verifySnapshot } from '#src/ledger/index.ts'
import type { Db, Store } from '#src/store/index.ts'
import { MAX_SEED_FILE, plantSeed, readSeedFile, unfit } from '#src/store/index.ts'

export interface SeedParts {
  /** The file; null for a demo that is not to be loaded. */
  seed: string | null
  governed: readonly Governed[]
  wall: Clock
  /** Told why the file can't be used. Then the demo begins small. */
  onUnfit(refusal: Refusal): void
}

/**
 * Loads the shipped company into a demo that nobody began, in one transaction: it is there whole, with rows that its ledger
 * proves, or not at all. Of several replicas that start at once, one does. Where the file is missing or can't be used,
 * nothing happens: then the demo is filled instead (`fillDemo`).
 */
export const loadDemo = async ({ db }: Store, { seed: path, governed, wall, onUnfit }: SeedParts): Promise<void> => {
  if (path === null || (await installationRow(db))) return
  try {
    const file = await readBounded(path)
    if (file === null) return
    const { seed, digest } = await readSeedFile(file)
    await db.transaction().execute(async transaction => {
      await lockInstallation(transaction)
      if (await installationRow(transaction)) return
      await plantSeed(transaction, seed)
      await recordLoad(transaction, digest, wall.now())
      const { ok, faults } = await verifySnapshot(transaction, governed, {})
      if (!ok) throw unfit(`its rows are not those of its ledger: ${faults[0]?.says ?? ''}`)
    })
  } catch (error) {
    // SQLSTATE classes 22 and 23: values that their columns don't take, and rows that don't go together.
    const refusal = /^2[23]/.test(errorCode(error)) ? unfit('the database does not take its rows') : error
    if (!(refusal instanceof Refusal) || refusal.code !== 'seed-unfit') throw error
    onUnfit(refusal)
  }
}

/** The time there goes on from its newest entry. */
const recordLoad = async (db: Db, seed: string, realTime: Temporal.Instant): Promise<void> => {
  const installation = await installationRow(db)
  const { count, until } = await db
    .selectFrom('ledgerEntry')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('at').as('until')])
    .executeTakeFirstOrThrow()
  if (!installation?.demo || until === null) throw unfit('it holds no demo')
  const aheadMs = until.epochMilliseconds - realTime.epochMilliseconds + 1
  const row = await beginDemoClock(db, { id: installation.id, seed, aheadMs })
  const at = realTime.add({ milliseconds: aheadMs })
  await insertEntries(db, [demoLoaded({ subject: demoClocks.subject(row), data: { seed, entries: count, aheadMs }, personal: {} })], {
    actor: 'system:load-demo',
    at,
    operation: 'load-demo',
  })
}

/** @returns null where there is none. */
const readBounded = async (path: string): Promise<Buffer | null> => {
  const file = await open(path).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null
    throw unfit(`it can’t be read (${errorCode(error)})`)
  })
  if (file === null) return null
  try {
    const { size } = await file.stat()
    if (size > MAX_SEED_FILE) throw unfit(`it has ${size} bytes, and ${MAX_SEED_FILE} are allowed`)
    return await file.readFile()
  } finally {
    await file.close()
  }
}
