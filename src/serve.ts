import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, RequestListener } from 'node:http'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { pino } from 'pino'
import type { Command, Terminal } from '#src/doors/cli/index.ts'
import { choosingServer, limits, listen, loopbackReach, openApi } from '#src/doors/http/index.ts'
import type { Choice, Listener } from '#src/doors/http/index.ts'
import { systemClock } from '#src/kernel/clock.ts'
import { errorCode } from '#src/kernel/error-code.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { createChoice } from './choice.ts'
import type { Settings } from './config.ts'
import { configFor, isBegun, readSettings } from './config.ts'
import type { DoorSettings } from './door-settings.ts'
import { addressOf, isPrivate } from './door-settings.ts'
import { programFor } from './program.ts'
import { chooseText, runningText, serveHelp } from './serve-text.ts'
import type { Service } from './service.ts'
import { openService } from './service.ts'
import { shippedCharter } from './shipped-charter.ts'
import { stopSignals } from './stop-signals.ts'
import { readTls, watchTls } from './tls-files.ts'

/**
 * By how much the heap may grow over what is in use before it is cleared. Left alone V8 waits for a multiple of it where the machine
 * has much memory, and a server that holds 120 MB takes 500. A limit would end the process in a large sweep; this only clears sooner.
 */
const GROWS_BY_PERCENT = 20

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
    setFlagsFromString(`--heap-growing-percent=${GROWS_BY_PERCENT}`)
    if (args.length > 0)
      throw refuse(
        'invalid',
        'bad-arguments',
        `There is nothing to say after serve, but “${String(args[0]).slice(0, 60)}” stands there.`,
        'Use environment variables; see `guildhall help serve`.',
      )
    const settings = readSettings(place.root, process.env)
    const stop = stopSignals()
    try {
      await serve(place, settings, terminal, stop.asked)
    } catch (error) {
      // Ctrl-C reaches everything we started as well; what breaks for that reason is no fault.
      if (!stop.isAsked()) throw error
    }
    return 0
  },
})

/** Serves until `stop`, and leaves nothing open however it ends. */
const serve = async ({ root, version }: Place, settings: Settings, terminal: Terminal, stop: Promise<void>): Promise<void> => {
  const { door } = settings
  const tls = door.tls && readTls(door.tls)
  const log = pino({ level: 'warn', base: null, redact: ['req.headers', 'res.headers'] }, process.stderr)
  const shipped = await shippedCharter()
  const pages = join(root, 'web', 'dist')

  // Where the public door can't be opened from a terminal here, operators' commands have a loopback one of their own.
  let operators: Listener | undefined
  const reachOf = ({ socket }: IncomingMessage) => (operators && socket.localPort === operators.port ? loopbackReach : door.reach)

  let service: Service | undefined
  const open = async (what: Choice): Promise<Service> => {
    const opened = await openService(configFor(settings, what === 'demo'), {
      root,
      version,
      shipped,
      log,
      terminal,
      reachOf,
      seed: settings.demoSeed,
    })
    service = opened
    return opened
  }
  /** Where an installation answers is told last: whoever reads it may ask at once. */
  const welcome = async (opened: Service, main: Listener): Promise<void> => {
    await opened.announce(operators ? `http://127.0.0.1:${operators.port}` : addressOf(door, main.port))
    terminal.out(runningText(addressOf(door, main.port), opened, await opened.setUpPath()))
  }

  const closers: (() => Promise<void> | void)[] = []
  try {
    const what = atStart(settings)
    if (what !== 'choose') await open(what)
    const choosing =
      what === 'choose'
        ? choosingServer({
            log,
            reachOf,
            readiness: () => Promise.resolve(null),
            pages,
            clock: systemClock,
            document: documentOf(settings, shipped, version),
            start: createChoice(async chosen => {
              const opened = await open(chosen)
              await welcome(opened, main)
              return opened.stage
            }),
          })
        : undefined
    await choosing?.ready()
    const handle: RequestListener = (request, response) => (service?.app ?? choosing)?.routing(request, response)

    const main: Listener = await listen({ ...door, tls, proxies: door.reach.proxies, limits, handle }).catch(explainPort(door))
    closers.unshift(() => main.drain())
    if (door.tls)
      closers.unshift(
        watchTls(door.tls, main.renew, error => log.error({ err: error }, 'the new certificate can’t be used; the one before stays')),
      )
    if (!isPrivate(door)) {
      operators = await listen({ host: '127.0.0.1', port: 0, tls: null, proxies: null, limits, handle })
      closers.unshift(() => operators?.drain())
    }
    closers.unshift(markServing(root))
    if (service) await welcome(service, main)
    else terminal.out(chooseText(addressOf(door, main.port)))
    await stop
    terminal.out('Guildhall is stopping.\n')
  } finally {
    // Streams have no end of their own, and a drain waits for what is under way.
    service?.endEvents()
    for (const close of closers) await close()
    await service?.close()
  }
}

/** What there is to serve at once; `choose` where nobody has begun anything and only this machine can say what. */
const atStart = (settings: Settings): Choice | 'choose' => {
  if (settings.demo) return 'demo'
  if (!isPrivate(settings.door) || isBegun(configFor(settings, false))) return 'ours'
  return 'choose'
}

const documentOf = (settings: Settings, shipped: Awaited<ReturnType<typeof shippedCharter>>, version: string) => {
  return openApi(programFor(configFor(settings, false), shipped), version)
}

const explainPort =
  ({ host, port }: DoorSettings) =>
  (error: unknown): never => {
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
      throw refuse(
        'conflict',
        'port-refused',
        `This account may not use port ${port}.`,
        'Use a port above 1023: PORT=4400 npm start',
        'PORT',
      )
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw refuse('conflict', 'no-such-address', 'This machine has no such address.', 'Set one of its own, or leave HOST out.', 'HOST')
    throw error
  }

/** Tells set-up that a server runs from this checkout, so that it replaces no packages under it. */
const markServing = (root: string): (() => void) => {
  const marker = join(root, '.guildhall', `serving-${process.pid}`)
  mkdirSync(join(root, '.guildhall'), { recursive: true })
  writeFileSync(marker, '')
  return () => rmSync(marker, { force: true })
}
