import { mkdir } from 'node:fs/promises'
import { createIdentify, createUses, startUpkeep } from '#src/capabilities/access/index.ts'
import { demoClockRow, installationRow } from '#src/capabilities/people/index.ts'
import type { Clock } from '#src/kernel/clock.ts'
import { aheadOf } from '#src/kernel/clock.ts'
import type { Run } from '#src/kernel/operation.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { LedgerAlarm, LedgerSigner, Sequencer } from '#src/ledger/index.ts'
import { openSigner, startSequencer } from '#src/ledger/index.ts'
import type { Store } from '#src/store/index.ts'
import { openStore } from '#src/store/index.ts'
import type { Config } from './config.ts'
import type { Program } from './program.ts'
import { createRunner } from './runner.ts'

/** Guildhall with its data open: what doors are hung on. */
export interface Installation {
  config: Config
  program: Program
  /** The time here: the real one, but in a demo that was loaded. */
  clock: Clock
  store: Store
  signer: LedgerSigner
  sequencer: Sequencer
  run: Run
  /** Seals what waits, and gives the data free. */
  close(): Promise<void>
}

export interface Watch {
  onAlarm(alarm: LedgerAlarm): void
  /** The embedded directory was taken by another process: stop at once, write nothing more. */
  onLost(): void
}

/**
 * config → store → ledger → runner. Nothing listens yet.
 * @param wall the real time.
 * @param prepare done with the store before anything else reads it.
 * @throws Refusal `directory-in-use` when another process holds the embedded directory; `other-version`; `is-demo` and
 *   `is-no-demo` where the data is not what it was opened as.
 */
export const openInstallation = async (
  config: Config,
  program: Program,
  wall: Clock,
  watch: Watch,
  prepare?: (store: Store) => Promise<void>,
): Promise<Installation> => {
  const store = await openStore(config.store, watch)
  try {
    await expectKind(config, store)
    await prepare?.(store)
    const clock = aheadOf(wall, (await demoClockRow(store.db))?.aheadMs ?? 0)
    await mkdir(config.keys, { recursive: true, mode: 0o700 })
    const signer = await openSigner(config.keys)
    const sequencer = startSequencer({ store, signer, clock, onAlarm: watch.onAlarm })
    const uses = createUses()
    const stopUpkeep = startUpkeep(uses, store, clock)
    const run = createRunner({
      store,
      clock,
      identify: createIdentify({ operatorSecret: store.operatorSecret, needsSecondFactor: config.needsSecondFactor, uses }),
      onEntries: sequencer.poke,
    })
    return {
      config,
      program,
      clock,
      store,
      signer,
      sequencer,
      run,
      async close() {
        await sequencer.stop()
        await stopUpkeep()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Made-up data and a company's own never mix: in the demo anybody may be anyone. */
const expectKind = async ({ demo }: Config, { db }: Store): Promise<void> => {
  const founded = await installationRow(db)
  if (!founded || founded.demo === demo) return
  throw founded.demo
    ? refuse(
        'conflict',
        'is-demo',
        'The data is that of the demo company.',
        'Start with GUILDHALL_DEMO=1 to look around in it, or name an empty database for your own.',
        'GUILDHALL_DEMO',
      )
    : refuse(
        'conflict',
        'is-no-demo',
        'The data is that of a real company.',
        'Start without GUILDHALL_DEMO, or name an empty database for the demo.',
        'GUILDHALL_DEMO',
      )
}
