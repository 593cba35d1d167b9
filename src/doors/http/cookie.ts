import { randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Credential } from '#src/kernel/operation.ts'
import type { Arrival } from './arrival.ts'

/**
 * The sign-in cookies. Their names begin with `__Host-` where the connection is encrypted: browsers then take them from this
 * very host only, for all of its paths, and never from a plain connection (RFC 6265bis §4.1.3.2). A loopback address has
 * no TLS; there the plain name with HttpOnly and SameSite=Strict stands, and is read nowhere else.
 *
 * Each sign-in has a name of its own behind that. A browser is told to drop a cookie by its name alone, so what is said to a
 * request that is late, about a sign-in that ended, can’t hit the one that has begun in this browser since.
 */
const nameFor = ({ secure }: Arrival): string => (secure ? '__Host-guildhall' : 'guildhall-session')

const attributes = ({ secure }: Arrival): string => `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`

/** For so many seconds, and not until a moment: the browser's clock may be another than ours, as it is in a loaded demo. */
export const setCookie = (arrival: Arrival, secret: string, seconds: number): string =>
  `${nameFor(arrival)}-${randomBytes(6).toString('hex')}=${secret}; ${attributes(arrival)}; Max-Age=${seconds}`

/** Drops whatever sign-ins this very request showed, and no other. */
export const clearCookies = (request: FastifyRequest): string[] =>
  shownCookies(request).map(({ name }) => `${name}=; ${attributes(request.arrival)}; Max-Age=0`)

/** The sign-ins that a request shows, the newest last: browsers send what they were given first at the front (RFC 6265 §5.4). */
const shownCookies = ({ headers, arrival }: FastifyRequest): { name: string; secret: string }[] =>
  (headers.cookie ?? '').split(';').flatMap(part => {
    const [name = '', secret = ''] = part.trim().split(/=(.*)/s)
    const ours = name === nameFor(arrival) || name.startsWith(`${nameFor(arrival)}-`)
    return ours && /^[\w-]{1,80}$/.test(name) && secret !== '' ? [{ name, secret: secret.slice(0, 200) }] : []
  })

const kinds: Readonly<Record<string, 'operator' | 'answer'>> = { operator: 'operator', answer: 'answer' }

/** What a request shows of its caller: an operator's secret, a token (RFC 6750 §2.1), that of an opened answer link, a sign-in's, or nothing. */
export const credentialOf = (request: FastifyRequest): Credential => {
  const [, scheme, shown] = /^(operator|bearer|answer) (\S{1,200})$/i.exec(request.headers.authorization ?? '') ?? []
  if (scheme !== undefined && shown !== undefined) return { kind: kinds[scheme.toLowerCase()] ?? 'token', secret: shown }
  const newest = shownCookies(request).at(-1)
  return newest ? { kind: 'session', secret: newest.secret } : { kind: 'none' }
}
