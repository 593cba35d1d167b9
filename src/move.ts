import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from '#src/doors/cli/index.ts'
import { systemClock } from '#src/kernel/clock.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { newestCheckpoint } from '#src/ledger/index.ts'
import { copyStore, openStore } from '#src/store/index.ts'
import { meantConfig, readSettings } from './config.ts'
import { openInstallation } from './installation.ts'
import { programFor } from './program.ts'
import { shippedCharter } from './shipped-charter.ts'

/** `guildhall move-to-postgres`: everything from the embedded database to an empty PostgreSQL, with the same ledger head. */
export const moveCommand = ({ root }: { root: string }): Command => ({
  name: 'move-to-postgres',
  summary: 'Move the embedded database to PostgreSQL, ledger included.',
  help: `Copies everything from the embedded database to an empty PostgreSQL database, in one transaction, checks that the
ledger ends with the same checkpoint, and sets the embedded database aside.

  guildhall move-to-postgres postgres://user:password@host/database

Stop the server first. Afterwards start it with DATABASE_URL set to that address and GUILDHALL_DATA as before: the
ledger's key stays there.
`,
  async run([url, ...more], terminal) {
    if (url === undefined || more.length > 0 || !/^postgres(?:ql)?:\/\//.test(url))
      throw refuse(
        'invalid',
        'bad-arguments',
        'The address of one PostgreSQL database is needed.',
        'guildhall move-to-postgres postgres://user:password@host/database',
      )
    const config = meantConfig(readSettings(root, { ...process.env, DATABASE_URL: '' }))
    if (config.store.kind !== 'embedded') throw new Error('Without DATABASE_URL the store is embedded.')
    const { directory } = config.store

    const source = await openInstallation(config, programFor(config, await shippedCharter()), systemClock, {
      onAlarm: () => undefined,
      onLost: () => process.exit(3),
    })
    try {
      await source.sequencer.settled()
      await source.sequencer.stop()
      const target = await openStore({ kind: 'postgres', url }, { onLost: () => undefined }).catch((error: unknown) => {
        throw refuse(
          'invalid',
          'target-unreachable',
          `The target database can’t be opened: ${error instanceof Error ? error.message : 'no answer'}.`,
          'Check address, password and that the database exists.',
          'DATABASE_URL',
        )
      })
      try {
        await copyStore(source.store, target, (table, rows) => terminal.out(`  ${table.padEnd(20)} ${rows} rows\n`))
        const [before, after] = [await newestCheckpoint(source.store.db), await newestCheckpoint(target.db)]
        if (before?.note !== after?.note) throw new Error('The ledger of the copy ends with another checkpoint.')
        terminal.out(`  ledger               same head: ${before?.size ?? 0} entries\n`)
      } finally {
        await target.close()
      }
    } finally {
      await source.close()
    }
    await rename(
      join(directory, 'db'),
      join(directory, `db.moved-${systemClock.now().toString({ smallestUnit: 'second' }).replaceAll(':', '')}`),
    )
    terminal.out(`Moved. The old database stands beside, as ${directory}/db.moved-…; start with DATABASE_URL from now on.\n`)
    return 0
  },
})
