import type { FastifyRequest } from 'fastify'
import type { Credential } from '#src/kernel/operation.ts'
import type { Arrival } from './arrival.ts'

/**
 * The sign-in cookie. Its name begins with `__Host-` where the connection is encrypted: browsers then take it from this
 * very host only, for all of its paths, and never from a plain connection (RFC 6265bis §4.1.3.2). A loopback address has
 * no TLS; there the plain name with HttpOnly and SameSite=Strict stands, and is read nowhere else.
 */
const nameFor = ({ secure }: Arrival): string => (secure ? '__Host-guildhall' : 'guildhall-session')

const attributes = ({ secure }: Arrival): string => `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`

/** For so many seconds, and not until a moment: the browser's clock may be another than ours, as it is in a loaded demo. */
export const setCookie = (arrival: Arrival, secret: string, seconds: number): string =>
  `${nameFor(arrival)}=${secret}; ${attributes(arrival)}; Max-Age=${seconds}`

export const clearCookie = (arrival: Arrival): string => `${nameFor(arrival)}=; ${attributes(arrival)}; Max-Age=0`

/** What a request shows of its caller: an operator's secret, a token (RFC 6750 §2.1), a sign-in's, or nothing. */
export const credentialOf = ({ headers, arrival }: FastifyRequest): Credential => {
  const [, scheme, shown] = /^(operator|bearer) (\S{1,200})$/i.exec(headers.authorization ?? '') ?? []
  if (scheme !== undefined && shown !== undefined)
    return { kind: scheme.toLowerCase() === 'operator' ? 'operator' : 'token', secret: shown }
  const name = nameFor(arrival)
  const secret = (headers.cookie ?? '')
    .split(';')
    .map(part => part.trim())
    .find(part => part.startsWith(`${name}=`))
    ?.slice(name.length + 1)
  return secret ? { kind: 'session', secret: secret.slice(0, 200) } : { kind: 'none' }
}
