import { once } from 'node:events'
import { createServer as createHttp } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { connect, createServer as createTcp } from 'node:net'
import type { Socket } from 'node:net'
import type { TlsOptions } from 'node:tls'

/** A listener on loopback that counts who comes. */
export interface Listening {
  readonly port: number
  /** TCP connections so far. */
  connections(): number
  close(): Promise<void>
}

const listen = async (server: ReturnType<typeof createTcp>): Promise<Listening> => {
  let count = 0
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    count += 1
    open.add(socket)
    socket.on('error', () => undefined)
    socket.once('close', () => open.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A TCP server listens at an address and a port.')
  return {
    port: address.port,
    connections: () => count,
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

export const listenHttp = (answer: RequestListener): Promise<Listening> => listen(createHttp(answer))

export const listenHttps = (tls: TlsOptions, answer: RequestListener): Promise<Listening> => {
  const server: Server = createHttps(tls, answer)
  server.on('tlsClientError', () => undefined)
  return listen(server)
}

/** Says whatever bytes it likes to whoever connects. */
export const listenRaw = (speak: (socket: Socket) => void): Promise<Listening> => listen(createTcp(speak))

export interface ProxyListening extends Listening {
  /** What was asked for by CONNECT, in order. */
  readonly asked: string[]
  /** The Proxy-Authorization of each. */
  readonly credentials: (string | undefined)[]
}

/**
 * A forward proxy that makes real tunnels, but to the loopback ports that `routes` names only. So a test can have a
 * server at a public address without a packet leaving the machine.
 */
export const listenProxy = async (routes: Readonly<Record<string, number>>, refusal = 502, tls?: TlsOptions): Promise<ProxyListening> => {
  const asked: string[] = []
  const credentials: (string | undefined)[] = []
  const answer: RequestListener = (_, response) => void response.writeHead(405).end()
  const server = tls ? createHttps(tls, answer) : createHttp(answer)
  server.on('connect', (request, socket, head) => {
    asked.push(request.url ?? '')
    credentials.push(request.headers['proxy-authorization'])
    const port = routes[request.url ?? '']
    if (port === undefined) {
      socket.end(`HTTP/1.1 ${refusal} No\r\n\r\n`)
      return
    }
    const upstream = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      upstream.write(head)
      upstream.pipe(socket)
      socket.pipe(upstream)
    })
    upstream.on('error', () => socket.destroy())
    socket.on('error', () => upstream.destroy())
    socket.once('close', () => upstream.destroy())
  })
  return { ...(await listen(server)), asked, credentials }
}
