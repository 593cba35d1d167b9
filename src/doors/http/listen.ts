import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, BlockList, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { SecureContextOptions } from 'node:tls'
import { errorCode } from '#src/kernel/error-code.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { RefusalKind } from '#src/kernel/refusal.ts'
import { isIn, normalAddress } from './addresses.ts'
import { securityHeaders } from './headers.ts'
import type { Limits } from './limits.ts'
import { problemOf } from './problem.ts'

export interface ListenParts {
  host: string
  port: number
  /** Certificate and key; null where the connection is not encrypted by us. */
  tls: SecureContextOptions | null
  /** Proxies open connections for many, so they are not counted one by one. */
  proxies: BlockList | null
  limits: Limits
  handle: RequestListener
}

export interface Listener {
  port: number
  /** Uses another certificate for connections from now on. */
  renew(tls: SecureContextOptions): void
  /** Takes no new connections, lets answers that are under way finish, and ends what is left when their time is over. */
  drain(): Promise<void>
}

/**
 * Listens, and keeps whoever is slow or many from holding the server. Knows nothing of what is asked: `handle` does.
 * @throws what the system says where the port can't be had (EADDRINUSE, EACCES, EADDRNOTAVAIL).
 */
export const listen = async ({ host, port, tls, proxies, limits, handle }: ListenParts): Promise<Listener> => {
  let draining = false
  const listener: RequestListener = (request, response) => {
    response.shouldKeepAlive = response.shouldKeepAlive && !draining
    handle(request, response)
  }
  const options = {
    headersTimeout: limits.headersTime,
    requestTimeout: limits.requestTime,
    keepAliveTimeout: limits.keepAlive,
    maxHeaderSize: limits.headerBytes,
    // How often the two times above are looked at: they are kept to within this.
    connectionsCheckingInterval: Math.min(1_000, limits.headersTime / 2),
    // Requests without Host get our own answer instead of a bare one.
    requireHostHeader: false,
  }
  const secured = tls && createTlsServer({ ...tls, ...options, minVersion: 'TLSv1.2', handshakeTimeout: limits.headersTime }, listener)
  const server: Server = secured ?? createServer(options, listener)
  server.maxConnections = limits.connections
  server.setTimeout(limits.silence)
  server.on('checkExpectation', listener)
  server.on('clientError', (error, socket) => answerUnreadable(error, socket, tls !== null))
  countConnections(server, proxies, limits.connectionsFromOne)

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, resolve)
  })
  return {
    port: portOf(server.address()),
    renew: context => secured?.setSecureContext({ ...context, minVersion: 'TLSv1.2' }),
    async drain() {
      draining = true
      const closed = new Promise(resolve => server.close(resolve))
      // A kept-alive connection without a request would hold the close back until it times out.
      const sweep = setInterval(() => server.closeIdleConnections(), 50)
      const end = setTimeout(() => server.closeAllConnections(), limits.drain)
      await closed
      clearInterval(sweep)
      clearTimeout(end)
    },
  }
}

const portOf = (address: AddressInfo | string | null): number => (typeof address === 'object' && address !== null ? address.port : 0)

const countConnections = (server: Server, proxies: BlockList | null, most: number): void => {
  const open = new Map<string, number>()
  server.on('connection', (socket: Socket) => {
    const peer = normalAddress(socket.remoteAddress ?? '')
    if (proxies !== null && isIn(proxies, peer)) return
    const count = (open.get(peer) ?? 0) + 1
    if (count > most) {
      socket.destroy()
      return
    }
    open.set(peer, count)
    socket.once('close', () => {
      const left = (open.get(peer) ?? 1) - 1
      if (left === 0) open.delete(peer)
      else open.set(peer, left)
    })
  })
}

/** A request that never became one: too slow, too long, or no HTTP. It gets a refusal like every other, then the end. */
const answerUnreadable = (error: Error, socket: Duplex, secure: boolean): void => {
  if (!socket.writable || errorCode(error) === 'ECONNRESET') return void socket.destroy()
  const [status, kind, code, reason, remedy] = unreadable[errorCode(error)] ?? noHttp
  const body = JSON.stringify({ ...problemOf(refuse(kind, code, reason, remedy)), status: Number(status.slice(0, 3)) })
  const headers = {
    ...securityHeaders({ secure }),
    'cache-control': 'no-store',
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n${body}`)
}

type Answer = readonly [status: string, kind: RefusalKind, code: string, reason: string, remedy: string]

const noHttp: Answer = ['400 Bad Request', 'invalid', 'bad-request', 'The request can’t be read.', 'Check its address, headers and length.']

const unreadable: Readonly<Record<string, Answer>> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'too-large',
    'headers-too-large',
    'The request’s headers are too large.',
    'Send fewer or shorter ones.',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [
    '408 Request Timeout',
    'too-large',
    'too-slow',
    'The request took too long to arrive.',
    'Send it again, whole.',
  ],
}
