import { stateReport } from '#src/capabilities/audit/index.ts'
import type { Command, WithCaller } from '#src/doors/cli/index.ts'
import { callHere, callServer, operationCommand } from '#src/doors/cli/index.ts'
import { ledgerCommand } from '#src/doors/cli/ledger.ts'
import { systemClock } from '#src/kernel/clock.ts'
import { holderOf, isAlive } from '#src/store/index.ts'
import { shippedCharter } from './charter-files.ts'
import { readConfig } from './config.ts'
import { fillDemo } from './demo.ts'
import { doctorCommand } from './doctor.ts'
import { openInstallation } from './installation.ts'
import { moveCommand } from './move.ts'
import type { Program } from './program.ts'
import { createProgram } from './program.ts'
import { serveCommand } from './serve.ts'

/** Commands that work on this checkout's data: the server, its care, and every operation that HTTP mounts. */
export const programCommands = ({ root, version }: { root: string; version: string }): readonly Command[] => {
  const { company, demo } = readConfig(root, {})
  // Only the shape of the operations matters here; the call itself goes to the program that has the data open.
  const program = createProgram({ charter: shippedCharter(), installation: { company, demo }, trust: () => ({ vkey: '', known: [] }) })
  const withCaller = callerFor(root)
  return [
    serveCommand({ root, version }),
    doctorCommand({ root, version }),
    moveCommand({ root }),
    ledgerCommand({ withLedger: use => withCaller(call => use(ledgerOver(call, program))) }),
    ...program.operations.filter(({ http }) => http).map(operation => operationCommand(operation, withCaller)),
  ]
}

type Call = Parameters<Parameters<WithCaller>[0]>[0]

/** The ledger's own command asks through operations like everybody else, page by page where there are many. */
const ledgerOver = (call: Call, { named }: Program) => ({
  async *exportLines(personal: 'disclosed' | 'withheld'): AsyncGenerator<string> {
    let page = { next: -1 as number | null, size: undefined as number | undefined, lines: [] as string[] }
    while (page.next !== null) {
      const { output } = await call(named('export-ledger'), { after: page.next, personal, ...(page.size === undefined ? {} : { size: page.size }) }, undefined)
      page = output as typeof page
      yield* page.lines
    }
  },
  verifyState: async () => stateReport.parse((await call(named('verify-ledger'), {}, undefined)).output),
})

/**
 * Calls operations on this checkout's data: at the server that holds the embedded directory if there is one, else by
 * opening the data for the time of the command.
 */
const callerFor =
  (root: string): WithCaller =>
  async use => {
    const config = readConfig(root, process.env)
    if (config.store.kind === 'embedded') {
      const holder = await holderOf(config.store.directory)
      if (holder?.address && (await isAlive(config.store.directory, holder))) return use(callServer(holder.address, holder.token))
    }
    const installation = await openInstallation(config, shippedCharter(), systemClock, { onAlarm: () => undefined, onLost: () => process.exit(3) })
    try {
      if (config.demo) await fillDemo(installation)
      await installation.sequencer.settled()
      const { program, run } = installation
      const call = callHere(run, program.signIn)
      return await use((operation, input, as) => call(program.named(operation.name), input, as))
    } finally {
      await installation.close()
    }
  }
