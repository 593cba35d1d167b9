import type { ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Logger } from 'pino'
import type { Answering, Credential, Run } from '#src/kernel/operation.ts'
import { Refusal, refuse } from '#src/kernel/refusal.ts'
import { credentialOf } from './cookie.ts'

/** What changed for whoever asks, as the operation answers it. */
interface Changes {
  changes: readonly object[]
  next: number
  missed: boolean
  as: string
}

export interface EventParts {
  listChanges: Answering<Changes>
  /** How far the ledger is, as far as this process has seen; asked each second while somebody listens. */
  position(): number
}

/** Bounds of what listeners may hold, and the pace in milliseconds. */
export interface EventLimits {
  /** Streams of one person, through however many sign-ins and tabs. */
  ofOne: number
  ofAll: number
  /** Bytes that wait for a listener who does not read; whoever lets more wait is cut off, and comes back for what they missed. */
  waiting: number
  every: number
  heartbeat: number
}

const usual: EventLimits = { ofOne: 12, ofAll: 1_000, waiting: 64 * 1024, every: 1_000, heartbeat: 20_000 }

/** How many listeners are answered at a time: the rest of the house uses the same database. */
const AT_ONCE = 4

interface Listener {
  as: string
  credential: Credential
  stream: ServerResponse
  /** Everything before this place in the ledger was told. */
  next: number
}

/** The stream's address, for the matrix and the API document: it asks one operation, for each listener and each time. */
export const eventsRoute = (listChanges: EventParts['listChanges']) => ({ method: 'GET', path: '/api/events', calls: listChanges })

/**
 * Server-sent events (HTML Living Standard §9.2): that something changed, for as long as a page stands open. One look a second
 * for the whole process says whether anything was written; only then each listener's own rights are asked anew, so a sign-in
 * that ended hears nothing more. @returns ends every stream; nobody can listen afterwards.
 */
export const mountEvents = (
  app: FastifyInstance,
  { listChanges, position }: EventParts,
  run: Run,
  log: Logger,
  limits: EventLimits = usual,
): (() => void) => {
  const listeners = new Set<Listener>()
  let timer: NodeJS.Timeout | undefined
  let heartbeat: NodeJS.Timeout | undefined
  let telling = false
  let over = false

  const leave = (listener: Listener): void => {
    listener.stream.end()
    if (!listeners.delete(listener) || listeners.size > 0) return
    clearInterval(timer)
    clearInterval(heartbeat)
  }
  const join = (listener: Listener): void => {
    listener.stream.once('close', () => leave(listener))
    listeners.add(listener)
    if (listeners.size > 1) return
    timer = setInterval(() => void tellAll(), limits.every)
    heartbeat = setInterval(() => listeners.forEach(each => write(each, ':\n')), limits.heartbeat)
  }

  /** What comes with each message lets a browser that lost its connection go on where it was. */
  const write = (listener: Listener, lines: string): void => {
    if (listener.stream.writableLength > limits.waiting) {
      listener.stream.destroy()
      leave(listener)
    } else listener.stream.write(`${lines}id: ${listener.next}\n\n`)
  }
  const say = (listener: Listener, { changes, next, missed }: Changes): void => {
    listener.next = next
    if (changes.length > 0 || missed) write(listener, `data: ${JSON.stringify({ changes, missed })}\n`)
  }

  const tell = async (listener: Listener): Promise<void> => {
    try {
      say(listener, (await run(listChanges, { after: listener.next }, listener.credential)).output)
    } catch (error) {
      // What can't be had just now is told the next time; whoever may not ask any more hears nothing more.
      if (error instanceof Refusal && error.kind === 'unavailable') return
      if (!(error instanceof Refusal)) log.error({ err: error }, 'a listener could not be told what changed')
      leave(listener)
    }
  }

  const tellAll = async (): Promise<void> => {
    if (telling) return
    telling = true
    const at = position()
    const behind = [...listeners].filter(({ next }) => next < at).values()
    const tellOn = async () => {
      for (const listener of behind) if (listeners.has(listener)) await tell(listener)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, tellOn))
    telling = false
  }

  const expectRoom = (as: string | null): void => {
    if (over || listeners.size >= limits.ofAll) throw tooManyInAll()
    if ([...listeners].filter(each => each.as === as).length >= limits.ofOne) throw tooManyOfOne()
  }

  app.get('/api/events', { exposeHeadRoute: false }, async (request, reply) => {
    expectRoom(null)
    const shown = credentialOf(request)
    const credential: Credential = shown.kind === 'session' ? { ...shown, unattended: true } : shown
    // A browser that goes on by itself says where it was in a header, a page that begins anew in the address.
    const last = request.headers['last-event-id']
    const input = Object.assign({}, request.query, last === undefined || last === '' ? {} : { after: last })
    const { output } = await run(listChanges, input, credential)
    expectRoom(output.as)
    const listener: Listener = { as: output.as, credential, stream: open(reply), next: output.next }
    join(listener)
    listener.stream.write(`id: ${listener.next}\n\n`)
    say(listener, output)
  })

  const end = (): void => {
    over = true
    for (const listener of listeners) leave(listener)
  }
  app.addHook('preClose', async () => end())
  return end
}

/** Takes the answer out of the framework's hands, with the headers that every answer of ours has. */
const open = (reply: FastifyReply): ServerResponse => {
  reply.hijack()
  const headers = Object.entries(reply.getHeaders()).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  reply.raw.writeHead(200, {
    ...Object.fromEntries(headers),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    // Proxies that gather answers before they hand them on would hold this one back for ever.
    'x-accel-buffering': 'no',
  })
  return reply.raw
}

const tooManyOfOne = () =>
  refuse(
    'too-many',
    'too-many-listeners',
    'You have Guildhall open in very many places.',
    'Close some of its tabs; this page shows what is new when you come back to it.',
  )

const tooManyInAll = () =>
  refuse(
    'unavailable',
    'listeners-full',
    'Nobody else can be told of changes as they happen just now.',
    'Go on; pages show what is new when you come back to them, and try again by themselves.',
  )
