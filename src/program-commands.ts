import type { Command, WithCaller } from '#src/doors/cli/index.ts'
import type { Shipped } from '#src/capabilities/charter/index.ts'
import { callHere, callServer, operationCommand } from '#src/doors/cli/index.ts'
import { keysCommand } from '#src/doors/cli/keys.ts'
import { ledgerCommand } from '#src/doors/cli/ledger.ts'
import { reachCommand } from '#src/doors/cli/reach.ts'
import { wayInCommands } from '#src/doors/cli/way-in.ts'
import { systemClock } from '#src/kernel/clock.ts'
import { holderOf, isAlive } from '#src/store/index.ts'
import type { Settings } from './config.ts'
import { configFor, meantConfig, readSettings } from './config.ts'
import { addressOf } from './door-settings.ts'
import { fillDemo } from './demo.ts'
import { loadDemo } from './demo-seed.ts'
import { doctorCommand } from './doctor.ts'
import { openInstallation } from './installation.ts'
import { moveCommand } from './move.ts'
import type { Program } from './program.ts'
import { programFor } from './program.ts'
import { proposeCharterCommand } from './propose-charter-command.ts'
import { serveCommand } from './serve.ts'
import { simulateCommand } from './simulate-command.ts'
import { shippedCharter } from './shipped-charter.ts'

/** Commands that work on this checkout's data: the server, its care, and every operation that HTTP mounts. */
export const programCommands = async ({ root, version }: { root: string; version: string }): Promise<readonly Command[]> => {
  const settings = readSettings(root, process.env)
  const shipped = await shippedCharter()
  // What there is to ask is the same everywhere; whose data it is asked of is settled when a command runs.
  const program = programFor(configFor(settings, settings.demo), shipped)
  const withCaller = callerFor(settings, shipped)
  return [
    serveCommand({ root, version }),
    doctorCommand({ root, version }),
    moveCommand({ root }),
    simulateCommand({ root, version }),
    ledgerCommand({ withLedger: use => withCaller(call => use(ledgerOver(call, program.ledger))) }),
    keysCommand({ withCaller, keys: program.keys }),
    ...wayInCommands({
      withCaller,
      setUp: program.setUp,
      recoverSignIn: program.recoverSignIn,
      address: addressOf(settings.door, settings.door.port),
    }),
    reachCommand({
      env: process.env,
      allowed: () => withCaller(async call => (await call(program.privateTargets, {})).output.targets),
    }),
    ...program.operations
      .filter(({ http }) => http)
      .map(operation => {
        const command = operationCommand(operation, withCaller, settings.token)
        return command.name === 'propose-charter' ? proposeCharterCommand(command) : command
      }),
  ]
}

type Call = Parameters<Parameters<WithCaller>[0]>[0]

/** The ledger's own command asks through operations like everybody else, page by page where there are many. */
const ledgerOver = (call: Call, { exportLedger, verifyLedger }: Program['ledger']) => ({
  async *exportLines(personal: 'disclosed' | 'withheld'): AsyncGenerator<string> {
    let where: { after: number; size?: number } | null = { after: -1 }
    while (where !== null) {
      const { output }: Awaited<ReturnType<typeof page>> = await page(where)
      yield* output.lines
      where = output.next === null ? null : { after: output.next, size: output.size }
    }
    function page(from: { after: number; size?: number }) {
      return call(exportLedger, { ...from, personal })
    }
  },
  verifyState: async () => (await call(verifyLedger, {})).output,
})

/**
 * Calls operations on this checkout's data: at the server that holds the embedded directory if there is one, else by
 * opening the data for the time of the command.
 */
const callerFor =
  (settings: Settings, shipped: Shipped): WithCaller =>
  async use => {
    const config = meantConfig(settings)
    const program = programFor(config, shipped)
    if (config.store.kind === 'embedded') {
      const holder = await holderOf(config.store.directory)
      if (holder?.address && (await isAlive(config.store.directory, holder))) return use(callServer(holder.address, holder.token))
    }
    const watch = { onAlarm: () => undefined, onLost: () => process.exit(3) }
    const seed = { seed: settings.demoSeed, governed: program.governed, wall: systemClock, onUnfit: () => undefined }
    const installation = await openInstallation(
      config,
      program,
      systemClock,
      watch,
      config.demo ? store => loadDemo(store, seed) : undefined,
    )
    try {
      if (config.demo) await fillDemo(installation)
      await installation.sequencer.settled()
      return await use(callHere(installation.run, program.signIn))
    } finally {
      await installation.close()
    }
  }
