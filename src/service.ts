import { join } from 'node:path'
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Shipped } from '#src/capabilities/charter/index.ts'
import type { WorkParts } from '#src/capabilities/jobs/index.ts'
import { startWork } from '#src/capabilities/jobs/index.ts'
import { installationRow } from '#src/capabilities/people/index.ts'
import { keepResealing } from '#src/capabilities/vault/index.ts'
import type { Terminal } from '#src/doors/cli/index.ts'
import type { Reach, Stage } from '#src/doors/http/index.ts'
import { httpServer } from '#src/doors/http/index.ts'
import type { Clock } from '#src/kernel/clock.ts'
import { systemClock } from '#src/kernel/clock.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import type { Store } from '#src/store/index.ts'
import { keepHouse } from '#src/store/index.ts'
import type { Config } from './config.ts'
import { tellContent } from './demo-content.ts'
import { fillDemo } from './demo.ts'
import { loadDemo } from './demo-seed.ts'
import type { Installation } from './installation.ts'
import { openInstallation } from './installation.ts'
import { programFor } from './program.ts'
import { openOrSetAside } from './set-aside.ts'

export interface ServiceParts {
  root: string
  version: string
  shipped: Shipped
  log: Logger
  terminal: Terminal
  reachOf(message: IncomingMessage): Reach
  /** The file from which a new demo is loaded. */
  seed: string | null
}

/** An installation that answers: what a listener hands requests to. */
export interface Service {
  config: Config
  app: FastifyInstance
  stage: Stage
  /** Makes the link with which somebody sets the installation up, once; null where somebody has. */
  setUpPath(): Promise<string | null>
  /** Ends the streams of whoever listens for changes. */
  endEvents(): void
  /** Tells other processes on this machine where to ask. */
  announce(address: string): Promise<void>
  close(): Promise<void>
}

/** Opens an installation and puts the HTTP door before it; fills it where it is the demo. Nothing listens yet. */
export const openService = async (
  config: Config,
  { root, version, shipped, log, terminal, reachOf, seed }: ServiceParts,
): Promise<Service> => {
  const watch = {
    onAlarm: (alarm: { code: string; message: string; remedy: string }) =>
      log.error({ code: alarm.code, remedy: alarm.remedy }, alarm.message),
    onLost: () => {
      terminal.err('guildhall: another process took the data directory. Stopping at once; nothing more is written.\n')
      process.exit(3)
    },
  }
  const onUnfit = ({ message }: Refusal) => terminal.out(`  ${message} The demo begins with a few people instead.\n`)
  const open = () => {
    const program = programFor(config, shipped)
    const prepare = (store: Store) => loadDemo(store, { seed, governed: program.governed, wall: systemClock, onUnfit })
    return openInstallation(config, program, systemClock, watch, config.demo ? prepare : undefined)
  }
  const installation = await openOrSetAside(config, systemClock, open, aside =>
    terminal.out(`  The demo was written by an earlier version. It stands aside as ${aside}; a new one begins.\n`),
  )
  const { program, run, store, clock } = installation
  const stopHousekeeping = keepHouse(store, clock)
  const stopResealing = keepResealing(run, program.keys, error => log.error({ err: error }, 'secrets could not be sealed anew'))
  const stopWork = startWork(workIn(installation, clock, log))
  const close = async () => {
    stopHousekeeping()
    await stopWork()
    await stopResealing()
    await installation.close()
  }
  try {
    if (config.demo) {
      await fillDemo(installation)
      await tellContent(installation)
    }
    const stage = (await installationRow(store.db)) ? 'ready' : 'set-up'
    const { app, endEvents } = await doorOf(installation, { root, version, log, reachOf })
    return {
      config,
      app,
      stage,
      setUpPath: async () => (stage === 'ready' ? null : (await run(program.setUp, {}, { kind: 'system', job: 'start' })).output.path),
      endEvents,
      announce: address => store.announce(address),
      async close() {
        await app.close()
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** What the jobs of an installation need, by whichever clock they are done. */
export const workIn = ({ store, run, program }: Installation, clock: Clock, log: Logger): WorkParts => ({
  db: store.db,
  clock,
  run,
  kinds: program.jobs,
  calendar: program.calendar,
  onTrouble: (job, error) => log.error({ job, err: error }, 'a job could not be done'),
})

/** The HTTP door of an installation, ready to be asked. */
export const doorOf = async (
  { program, run, store, sequencer }: Installation,
  { root, version, log, reachOf }: Pick<ServiceParts, 'root' | 'version' | 'log' | 'reachOf'>,
): Promise<{ app: FastifyInstance; endEvents(): void }> => {
  const { app, endEvents } = httpServer({
    operations: program.operations,
    signIn: program.signIn,
    run,
    events: { listChanges: program.listChanges, position: () => sequencer.state().size ?? 0 },
    log,
    reachOf,
    pages: join(root, 'web', 'dist'),
    version,
    readiness: async () => (await store.isUp()) ?? sequencer.state().alarm?.message ?? null,
  })
  await app.ready()
  return { app, endEvents }
}
