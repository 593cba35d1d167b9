import { lookup } from 'node:dns/promises'
import type { Socket } from 'node:net'
import type { SecureContext } from 'node:tls'
import { Agent, errors } from 'undici'
import { createAdmission } from './admit.ts'
import type { Allowed, Resolve } from './admit.ts'
import { acceptedEncodings, readBody } from './answer.ts'
import { createConnector, openLine } from './connector.ts'
import type { ConnectorParts } from './connector.ts'
import type { Observe } from './events.ts'
import { explainFailure } from './failure.ts'
import { nextHop, refuseInward } from './redirect.ts'
import { readRequest } from './request.ts'
import type { ExitRequest, Hop, Limits } from './request.ts'
import type { ExitSettings } from './settings.ts'
import { originOf, targetName } from './target.ts'
import type { Line } from './target.ts'
import { createTrust } from './trust.ts'
import { createTurnstile } from './turnstile.ts'

export interface ExitParts extends ExitSettings {
  /** Asked whenever it matters, so a target that is taken away is gone for the next call. */
  readonly allowed: Allowed
  /** This machine's own way of finding addresses where left out. */
  readonly resolve?: Resolve
  /** Hears what happens on the way, for people who look for a fault. */
  readonly observe?: Observe
}

interface ExitAnswer {
  readonly status: number
  /** Names in lower case; repeated ones joined by commas (RFC 9110 §5.3). Cookies are left out: nobody keeps them. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  /** The origin that answered, after all redirects. */
  readonly origin: string
}

export interface Exit {
  /**
   * Calls out and reads the whole answer, whatever its status.
   * @throws Refusal of kind `invalid`: `bad-target`, `bad-header`; `forbidden`: `target-refused`, `redirect-refused`;
   *   `unavailable`: `target-unknown`, `target-silent`, `target-busy`, `targets-unreadable`, `tls-not-trusted`,
   *   `proxy-refused`, `answer-too-large`, `answer-broken`. None repeats a path, a header or anything that was sent back.
   */
  request(request: ExitRequest): Promise<ExitAnswer>
  /**
   * Opens a connection for another protocol; whoever asked ends it. What it is allowed by may be withdrawn: the exit ends
   * it with the next call, so a long talk begins anew now and then.
   * @throws Refusal as above, as far as it is about the connection
   */
  connect(line: Line): Promise<Socket>
  /** Whom a caller believes that begins TLS itself, later. */
  readonly trust: () => SecureContext
  /** Ends all connections; calls that still run are refused. */
  close(): Promise<void>
}

const CONNECT_MS = 10_000
const MAX_HEADER_BYTES = 16_384
const perOrigin = { running: 8, waiting: 64 }

/** The one way out of this program. Everything that leaves the machine passes here and is judged here. */
export const createExit = ({ proxy, ca, allowed, resolve = systemResolve, observe = () => undefined }: ExitParts): Exit => {
  const { admit, isPermitted } = createAdmission({ allowed, resolve, proxy, observe })
  const permittedSockets = new Map<Socket, Hop['target']>()
  const lines = new Set<Socket>()
  const connecting: ConnectorParts = {
    admit,
    resolve,
    trust: createTrust(ca),
    observe,
    connectMs: CONNECT_MS,
    onPermitted(target, socket) {
      permittedSockets.set(socket, target)
      socket.once('close', () => permittedSockets.delete(socket))
    },
  }
  const agent = new Agent({
    connect: createConnector(connecting),
    connections: perOrigin.running,
    pipelining: 1,
    allowH2: false,
    maxHeaderSize: MAX_HEADER_BYTES,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 30_000,
  })
  const turnstile = createTurnstile(perOrigin)

  /** A connection outlives the judgement that opened it; not so the permission behind it. */
  const dropWithdrawn = async (): Promise<void> => {
    for (const [socket, target] of permittedSockets) if (!(await isPermitted(target))) socket.destroy()
  }

  const send = async (
    { target, method, headers, body }: Hop,
    { maxBytes, silenceMs }: Limits,
    signal: AbortSignal,
  ): Promise<ExitAnswer> => {
    const whom = targetName(target)
    try {
      await dropWithdrawn()
      const response = await agent.request({
        origin: originOf(target),
        path: target.path,
        method,
        headers: { 'user-agent': 'Guildhall', ...headers, 'accept-encoding': acceptedEncodings },
        body: body ?? null,
        headersTimeout: silenceMs,
        bodyTimeout: silenceMs,
        signal,
      })
      const answered = readableHeaders(response.headers)
      observe({ step: 'answered', target: whom, status: response.statusCode })
      const empty = method === 'HEAD' || response.statusCode === 204 || response.statusCode === 304
      if (empty) await response.body.dump()
      const content = empty ? Buffer.alloc(0) : await readBody(response.body, answered, maxBytes, whom)
      return { status: response.statusCode, headers: answered, body: content, origin: originOf(target) }
    } catch (error) {
      throw explainFailure(error, whom)
    }
  }

  return {
    async request(given) {
      const { first, limits } = readRequest(given)
      const signal = AbortSignal.timeout(limits.timeoutMs)
      let hop = first
      for (let followed = 0; ; followed += 1) {
        const { target } = hop
        const answer = await turnstile
          .pass(originOf(target), signal, () => send(hop, limits, signal))
          .catch((error: unknown) => {
            throw explainFailure(error, targetName(target))
          })
        const next = given.follow === true ? nextHop(hop, answer.status, answer.headers['location'], followed) : null
        if (!next) return answer
        if ((await isPermitted(next.target)) && !(await isPermitted(target))) throw refuseInward(hop)
        hop = next
      }
    },
    async connect(line) {
      await dropWithdrawn()
      const socket = await openLine(connecting, line)
      if (agent.destroyed) {
        socket.destroy()
        throw explainFailure(new errors.ClientDestroyedError(), targetName(line))
      }
      lines.add(socket)
      socket.once('close', () => lines.delete(socket))
      return socket
    },
    trust: connecting.trust,
    async close() {
      for (const socket of lines) socket.destroy()
      await agent.destroy()
    },
  }
}

const systemResolve: Resolve = async host => (await lookup(host, { all: true, order: 'verbatim' })).map(({ address }) => address)

const readableHeaders = (headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || name === 'set-cookie' ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  )
