import { request } from 'node:http'
import type { ClientRequest } from 'node:http'
import type { Socket } from 'node:net'
import { refuse } from '#src/kernel/refusal.ts'
import type { Proxy } from './proxy.ts'
import { targetName } from './target.ts'
import type { HostAndPort } from './target.ts'

const MAX_HEADER_BYTES = 16_384

/** What is at a tunnel's end. */
interface End extends HostAndPort {
  /** It greets whoever comes, as mail servers do. */
  readonly speaksFirst: boolean
}

/**
 * Asks a proxy for a tunnel (CONNECT, RFC 9110 §9.3.6) over a connection to it.
 * @throws Refusal `proxy-refused` with the proxy's status, whatever else it said.
 */
export const tunnel = async (toProxy: Socket, { authorization }: Proxy, to: End, signal: AbortSignal): Promise<Socket> => {
  const name = targetName(to)
  const asking = request({
    method: 'CONNECT',
    path: name,
    headers: { host: name, ...(authorization === undefined ? {} : { 'proxy-authorization': authorization }) },
    createConnection: () => toProxy,
    maxHeaderSize: MAX_HEADER_BYTES,
    signal,
  })
  asking.end()
  const { status, through, early } = await opened(asking)
  // Where the client speaks first, bytes that are here already come from nobody we asked.
  if (status === 200 && (early.length === 0 || to.speaksFirst)) {
    through.unshift(early)
    return through
  }
  through.destroy()
  throw refuse(
    'unavailable',
    'proxy-refused',
    status === 407
      ? 'The proxy asks who we are, and does not accept what it was told.'
      : `The proxy refused the way to ${name} (it answered ${status}).`,
    status === 407
      ? 'Put user:password@ before the host in GUILDHALL_PROXY or HTTPS_PROXY.'
      : 'Have the proxy allow this target, or put its host into NO_PROXY. Where the proxy allows names only, set GUILDHALL_PROXY_RESOLVES=yes.',
    'url',
  )
}

interface Opened {
  readonly status: number
  readonly through: Socket
  readonly early: Buffer
}

const opened = (asking: ClientRequest): Promise<Opened> =>
  new Promise((resolve, reject) => {
    asking.once('error', reject)
    asking.once('connect', ({ statusCode }, through, early) => resolve({ status: statusCode ?? 0, through, early }))
    // An answer that is no answer to CONNECT would end as a response with a body that nobody wants.
    asking.once('response', response => {
      response.destroy()
      resolve({ status: response.statusCode ?? 0, through: response.socket, early: Buffer.alloc(0) })
    })
  })
