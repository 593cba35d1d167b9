import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Command, Terminal } from '#src/doors/cli/index.ts'
import { httpServer } from '#src/doors/http/index.ts'
import { errorCode } from '#src/kernel/error-code.ts'
import { systemClock } from '#src/kernel/clock.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { limits, keepHouse } from '#src/store/index.ts'
import type { Config } from './config.ts'
import { readConfig } from './config.ts'
import { fillDemo } from './demo.ts'
import { openInstallation } from './installation.ts'
import { programFor } from './program.ts'
import { shippedCharter } from './shipped-charter.ts'

interface Place {
  root: string
  version: string
}

/** `guildhall serve`: what `npm start` runs. Answers with an exit code once it has been told to stop, and has. */
export const serveCommand = (place: Place): Command => ({
  name: 'serve',
  summary: 'Start the server (what `npm start` does).',
  help: serveHelp,
  async run(args, terminal) {
    if (args.length > 0)
      throw refuse(
        'invalid',
        'bad-arguments',
        `There is nothing to say after serve, but “${String(args[0]).slice(0, 60)}” stands there.`,
        'Use environment variables; see `guildhall help serve`.',
      )
    const config = readConfig(place.root, process.env)
    const stop = stopSignals()
    try {
      await serve(place, config, terminal, stop.asked)
    } catch (error) {
      // Ctrl-C reaches everything we started as well; what breaks for that reason is no fault.
      if (!stop.isAsked()) throw error
    }
    return 0
  },
})

/** Serves until `stop`, and leaves nothing open however it ends. */
const serve = async ({ root, version }: Place, config: Config, terminal: Terminal, stop: Promise<void>): Promise<void> => {
  const log = pino({ level: 'warn', base: null, redact: ['req.headers', 'res.headers'] }, process.stderr)
  const installation = await openInstallation(config, programFor(config, await shippedCharter()), systemClock, {
    onAlarm: alarm => log.error({ code: alarm.code, remedy: alarm.remedy }, alarm.message),
    onLost: () => {
      terminal.err('guildhall: another process took the data directory. Stopping at once; nothing more is written.\n')
      process.exit(3)
    },
  })
  const { program, run, store, sequencer } = installation
  const { app } = httpServer({
    operations: program.operations,
    signIn: program.signIn,
    run,
    log,
    pages: join(root, 'web', 'dist'),
    version,
    readiness: async () => (await store.isUp()) ?? sequencer.state().alarm?.message ?? null,
  })
  const stopHousekeeping = keepHouse(store, systemClock)
  try {
    if (config.demo) await fillDemo(installation)
    await app.listen({ host: config.host, port: config.port }).catch(explainPort(config.host, config.port))
    const bound = app.server.address()
    const port = typeof bound === 'object' && bound !== null ? bound.port : config.port
    const address = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
    await store.announce(address)
    const unmark = markServing(root)
    terminal.out(welcome(address, store.kind))
    await stop
    terminal.out('Guildhall is stopping.\n')
    unmark()
  } finally {
    stopHousekeeping()
    await app.close()
    await installation.close()
  }
}

/** The first signal to stop, or the end of the launcher; later ones change nothing. */
const stopSignals = (): { asked: Promise<void>; isAsked(): boolean } => {
  let told = false
  const asked = new Promise<void>(resolve => {
    const tell = () => {
      told = true
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, tell)
    process.on('disconnect', tell)
  })
  return { asked, isAsked: () => told }
}

const explainPort = (host: string, port: number) => (error: unknown) => {
  const code = errorCode(error)
  if (code === 'EADDRINUSE')
    throw refuse(
      'conflict',
      'port-in-use',
      `Another program answers at ${host}:${port}.`,
      'Stop it, or start with another port: PORT=4401 npm start',
      'PORT',
    )
  if (code === 'EACCES')
    throw refuse('conflict', 'port-refused', `This account may not use port ${port}.`, 'Use a port above 1023: PORT=4400 npm start', 'PORT')
  throw error
}

/** Tells set-up that a server runs from this checkout, so that it replaces no packages under it. */
const markServing = (root: string): (() => void) => {
  const marker = join(root, '.guildhall', `serving-${process.pid}`)
  mkdirSync(join(root, '.guildhall'), { recursive: true })
  writeFileSync(marker, '')
  return () => rmSync(marker, { force: true })
}

const welcome = (address: string, kind: 'postgres' | 'embedded'): string =>
  [
    '',
    `  Guildhall is running: ${address}`,
    '',
    `  First: open that address and check an idea, or look around Aldermoor Foods,`,
    '  a made-up company whose data is marked as such everywhere.',
    '',
    ...(kind === 'embedded' ? limits.map(line => `  ${line}`) : ['  Data: PostgreSQL, as DATABASE_URL says.']),
    '',
    '  Stop with Ctrl-C. Help: npx guildhall help',
    '',
    '',
  ].join('\n')

const serveHelp = `Starts the server and stays until it is told to stop.

  guildhall serve

Environment:
  PORT             Port to answer at (4400); 0 takes a free one
  HOST             127.0.0.1 (default), localhost or ::1
  DATABASE_URL     postgres://… to keep the data on PostgreSQL
  GUILDHALL_DATA   Directory for data and keys (./data/demo)
`
