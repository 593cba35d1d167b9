import type { IncomingMessage } from 'node:http'
import type { BlockList } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { refuse } from '#src/kernel/refusal.ts'
import { isIn, normalAddress, sourceFrom } from './addresses.ts'

/** Where the server answers, and so which requests are meant for it. */
export interface Reach {
  /** The origin that people open, `https://guildhall.example.com`; null where only this machine reaches the server. */
  origin: string | null
  /** Whether it also answers under this machine's own names, to those who call it directly. */
  loopback: boolean
  /** Whose X-Forwarded headers are believed; null where nobody stands in front. */
  proxies: BlockList | null
}

/** Reached by nobody but this machine. */
export const loopbackReach: Reach = { origin: null, loopback: true, proxies: null }

/** How a request came in, once it is known to be meant for this server. */
export interface Arrival {
  /** The origin that its sender opened: what a page of ours has as its own. */
  origin: string
  /** Whether nobody on the way could read it. */
  secure: boolean
  /** The network address that it came from, where several share one the whole of it; for counting, not for trusting. */
  source: string
}

declare module 'fastify' {
  interface FastifyRequest {
    arrival: Arrival
  }
}

/** Where a request came from, for whoever counts attempts: an IPv4 address, or an IPv6 network of /64. */
export const sourceOf = ({ arrival }: FastifyRequest): string => arrival.source

const loopbackNames = ['localhost', '127.0.0.1', '[::1]']

/**
 * Which of our origins a request is for. Only exact names count, so that a name that was pointed at this address (DNS
 * rebinding) reaches nothing; of X-Forwarded-* counts what a proxy that we know has added last.
 * @throws Refusal `unknown-host`, `not-encrypted`, `bad-request`
 */
export const arrivalOf = ({ headers, rawHeaders, socket, url }: IncomingMessage, { origin, loopback, proxies }: Reach): Arrival => {
  // RFC 9112 §3.2: one Host and no more. We are nobody's proxy, so a request names a path, not a whole address.
  if (rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host').length > 1 || !url?.startsWith('/')) throw twoHosts()
  const peer = normalAddress(socket.remoteAddress ?? '')
  const proxied = proxies !== null && isIn(proxies, peer)
  const forwarded = (name: string) => (proxied ? lastOf(headers[name]) : undefined)
  const host = (forwarded('x-forwarded-host') ?? headers.host ?? '').toLowerCase()
  const encrypted = 'encrypted' in socket && socket.encrypted === true
  const source = sourceFrom(peer, forwarded('x-forwarded-for') === undefined ? undefined : headers['x-forwarded-for'], proxies)

  if (origin !== null && isOrigin(host, origin)) {
    const unread = encrypted || (proxied && (forwarded('x-forwarded-proto') ?? 'https') === 'https')
    if (origin.startsWith('https:') && !unread) throw notEncrypted(origin)
    return { origin, secure: origin.startsWith('https:'), source }
  }
  // What a proxy hands on was opened under the public name, so this machine's names are for direct callers alone.
  if (loopback && forwarded('x-forwarded-for') === undefined && loopbackNames.includes(host.replace(/:\d{1,5}$/, '')))
    return { origin: `${encrypted ? 'https' : 'http'}://${host}`, secure: encrypted, source }
  throw unknownHost(origin)
}

const lastOf = (value: string | string[] | undefined): string | undefined => [value].flat().join(',').split(',').at(-1)?.trim() || undefined

/** Browsers leave the scheme's own port out of Host, other programs may write it. */
const isOrigin = (host: string, origin: string): boolean => {
  const { host: ours, protocol } = new URL(origin)
  return host === ours || host === `${ours}:${protocol === 'https:' ? 443 : 80}`
}

const twoHosts = () =>
  refuse('invalid', 'bad-request', 'The request names no single host.', 'Send one Host header, and an address that begins with /.')

const notEncrypted = (origin: string) =>
  refuse('forbidden', 'not-encrypted', 'This request came over a connection that others can read.', `Open ${origin} instead.`)

const unknownHost = (origin: string | null) =>
  refuse(
    'forbidden',
    'unknown-host',
    'This server does not answer under that name.',
    origin === null
      ? 'Open it as http://localhost with its port.'
      : `Open it as ${origin}; a proxy in front must hand on the name that was opened, as Host or X-Forwarded-Host.`,
  )
