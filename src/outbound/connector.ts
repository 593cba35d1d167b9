import { isIP } from 'node:net'
import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { callbackify } from 'node:util'
import type { buildConnector } from 'undici'
import type { Admission } from './admit.ts'
import { dial, secure } from './dial.ts'
import type { Observe } from './events.ts'
import { explainFailure } from './failure.ts'
import type { Proxy } from './proxy.ts'
import { readTarget, targetName } from './target.ts'
import type { Target } from './target.ts'
import type { createTrust } from './trust.ts'
import { tunnel } from './tunnel.ts'

export interface ConnectorParts {
  readonly admit: (target: Target) => Promise<Admission>
  readonly resolve: (host: string) => Promise<readonly string[]>
  readonly trust: ReturnType<typeof createTrust>
  readonly observe: Observe
  /** Called with each connection that only its permission as a private target allows. */
  readonly onPermitted: (target: Target, socket: Socket) => void
  /** Milliseconds for everything until the connection can be used: name, TCP, proxy, TLS. */
  readonly connectMs: number
}

/**
 * How undici opens connections here, all of them: it can reuse one, but never make one on its own. The target is judged
 * anew for each, in the same breath as it is dialled.
 */
export const createConnector =
  (parts: ConnectorParts): buildConnector.connector =>
  ({ protocol, host, hostname, port }, callback) => {
    const target = readTarget(`${protocol}//${host ?? `${hostname}:${port}`}`)
    const patience = new AbortController()
    const timer = setTimeout(() => patience.abort(), parts.connectMs)
    callbackify(() => open(parts, target, patience.signal).finally(() => clearTimeout(timer)))((error, socket) =>
      error ? callback(explainFailure(error, targetName(target)), null) : callback(null, socket),
    )
  }

const open = async (parts: ConnectorParts, target: Target, signal: AbortSignal): Promise<Socket | TLSSocket> => {
  const { admit, observe, trust, onPermitted } = parts
  const name = targetName(target)
  const { proxy, addresses, permitted } = await admit(target)
  observe({ step: 'route', target: name, proxy: proxy ? targetName(proxy) : null })
  const raw = proxy ? await throughProxy(parts, proxy, { target, addresses }, signal) : await dial(addresses, target.port, signal)
  if (permitted) onPermitted(target, raw)
  observe({ step: 'connected', target: name, address: proxy ? (addresses[0] ?? target.host) : (raw.remoteAddress ?? '') })
  if (target.scheme === 'http') return raw
  const trusted = await secure(raw, target.host, trust(), signal)
  const { issuer, valid_to: until } = trusted.getPeerCertificate()
  observe({
    step: 'trusted',
    target: name,
    protocol: trusted.getProtocol() ?? '',
    issuer: printable(issuer.CN ?? issuer.O),
    until: printable(until),
  })
  return trusted
}

/** The proxy is asked for a judged address; only where it resolves names itself, for the name. */
const throughProxy = async (
  { resolve, trust }: ConnectorParts,
  proxy: Proxy,
  { target, addresses }: { target: Target; addresses: readonly string[] },
  signal: AbortSignal,
): Promise<Socket> => {
  try {
    const plain = await dial(isIP(proxy.host) === 0 ? await resolve(proxy.host) : [proxy.host], proxy.port, signal)
    const toProxy = proxy.scheme === 'https' ? await secure(plain, proxy.host, trust(), signal) : plain
    return await tunnel(toProxy, proxy, { host: addresses[0] ?? target.host, port: target.port }, signal)
  } catch (error) {
    throw explainFailure(error, `the proxy ${targetName(proxy)}`)
  }
}

/** What a certificate says of itself, written by who knows whom and shown at a terminal. */
const printable = (text: string | string[] | undefined): string =>
  String(text ?? '')
    .replace(/\p{C}/gu, '')
    .slice(0, 120)
