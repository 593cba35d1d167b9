import type { IncomingMessage } from 'node:http'
import { refuse } from '#src/kernel/refusal.ts'
import type { Credential } from '#src/kernel/operation.ts'

/**
 * The sign-in cookie. `__Host-` and Secure need TLS, which a loopback address has not; there the plain name and
 * HttpOnly with SameSite=Strict stand.
 */
const name = 'guildhall-session'

export const setCookie = (secret: string, expiresAt: string): string =>
  `${name}=${secret}; Path=/; HttpOnly; SameSite=Strict; Expires=${new Date(Temporal.Instant.from(expiresAt).epochMilliseconds).toUTCString()}`

export const clearCookie = `${name}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`

/** What a request shows of its caller: a session's secret, an operator's, or nothing. */
export const credentialOf = (headers: IncomingMessage['headers']): Credential => {
  const operator = /^Operator (\S{1,200})$/.exec(headers.authorization ?? '')?.[1]
  if (operator !== undefined) return { kind: 'operator', secret: operator }
  const secret = (headers.cookie ?? '')
    .split(';')
    .map(part => part.trim())
    .find(part => part.startsWith(`${name}=`))
    ?.slice(name.length + 1)
  return secret ? { kind: 'session', secret: secret.slice(0, 200) } : { kind: 'none' }
}

/**
 * A change must come from a page of ours: browsers say where a request started (Fetch Metadata, else Origin), and a
 * page of another site cannot forge either. A program without a browser sends `Origin` itself.
 * @throws Refusal `other-site`
 */
export const expectSameOrigin = (headers: IncomingMessage['headers']): void => {
  const host = headers.host ?? ''
  const { origin } = headers
  const site = headers['sec-fetch-site']
  const same = origin === `http://${host}` || origin === `https://${host}`
  if (origin === undefined ? site === 'same-origin' : same && (site === undefined || site === 'same-origin')) return
  throw refuse(
    'forbidden',
    'other-site',
    'The request did not start on a page of this Guildhall.',
    `Use the pages here, or send the header Origin: http://${host.slice(0, 80)} with it.`,
  )
}

/**
 * On a loopback address only these names may be used, so that a name on the internet that points to 127.0.0.1 (DNS
 * rebinding) reaches nothing.
 * @throws Refusal `unknown-host`
 */
export const expectKnownHost = (headers: IncomingMessage['headers']): void => {
  const hostname = (headers.host ?? '').replace(/:\d+$/, '')
  if (['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return
  throw refuse('forbidden', 'unknown-host', 'This server does not answer under that name.', 'Open it as http://localhost with its port.')
}
