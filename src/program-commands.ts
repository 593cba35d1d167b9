import type { Caller, Command } from '#src/doors/cli/index.ts'
import { callHere, callServer, operationCommand } from '#src/doors/cli/index.ts'
import { systemClock } from '#src/kernel/clock.ts'
import { holderOf, isAlive } from '#src/store/index.ts'
import { shippedCharter } from './charter-files.ts'
import { readConfig } from './config.ts'
import { fillDemo } from './demo.ts'
import { doctorCommand } from './doctor.ts'
import { openInstallation } from './installation.ts'
import { moveCommand } from './move.ts'
import { createProgram } from './program.ts'
import { serveCommand } from './serve.ts'

/** Commands that work on this checkout's data: the server, its care, and every operation that HTTP mounts. */
export const programCommands = ({ root, version }: { root: string; version: string }): readonly Command[] => {
  const { company, demo } = readConfig(root, {})
  const { operations } = createProgram({ charter: shippedCharter(), installation: { company, demo } })
  return [
    serveCommand({ root, version }),
    doctorCommand({ root, version }),
    moveCommand({ root }),
    ...operations.filter(({ http }) => http).map(operation => operationCommand(operation, call(root))),
  ]
}

/**
 * Calls an operation on this checkout's data: at the server that holds the embedded directory if there is one, else by
 * opening the data for this one call.
 */
const call =
  (root: string): Caller =>
  async (operation, input, as) => {
    const config = readConfig(root, process.env)
    if (config.store.kind === 'embedded') {
      const holder = await holderOf(config.store.directory)
      if (holder?.address && (await isAlive(config.store.directory, holder))) return callServer(holder.address)(operation, input, as)
    }
    const installation = await openInstallation(config, shippedCharter(), systemClock, { onAlarm: () => undefined, onLost: () => process.exit(3) })
    try {
      if (config.demo) await fillDemo(installation)
      return await callHere(installation.run, installation.program.signIn)(operation, input, as)
    } finally {
      await installation.close()
    }
  }
