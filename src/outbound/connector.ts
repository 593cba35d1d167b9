import { isIP } from 'node:net'
import type { Socket } from 'node:net'
import { callbackify } from 'node:util'
import type { buildConnector } from 'undici'
import type { Admission } from './admit.ts'
import { dial, secure } from './dial.ts'
import type { Observe } from './events.ts'
import { explainFailure } from './failure.ts'
import type { Proxy } from './proxy.ts'
import { readLine, readTarget, targetName } from './target.ts'
import type { Line, Target } from './target.ts'
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

/** Where a connection leads, and what is spoken over it. */
interface Opening {
  readonly target: Target
  /** TLS comes first; else the protocol itself. */
  readonly encrypted: boolean
  /** What is spoken, as TLS names it; none where the port says it, and the server may be the first to speak. */
  readonly protocols: readonly string[]
}

/**
 * How undici opens connections here, all of them: it can reuse one, but never make one on its own. The target is judged
 * anew for each, in the same breath as it is dialled.
 */
export const createConnector =
  (parts: ConnectorParts): buildConnector.connector =>
  ({ protocol, host, hostname, port }, callback) => {
    const target = readTarget(`${protocol}//${host ?? `${hostname}:${port}`}`)
    callbackify(() => openInTime(parts, { target, encrypted: target.scheme === 'https', protocols: ['http/1.1'] }))((error, socket) =>
      error ? callback(error, null) : callback(null, socket),
    )
  }

/** Opens a connection for another protocol, judged and dialled like all others. */
export const openLine = async (parts: ConnectorParts, line: Line): Promise<Socket> =>
  openInTime(parts, { target: readLine(line), encrypted: line.tls === 'at-once', protocols: [] })

const openInTime = async (parts: ConnectorParts, opening: Opening): Promise<Socket> => {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), parts.connectMs)
  try {
    return await open(parts, opening, patience.signal)
  } catch (error) {
    throw explainFailure(error, targetName(opening.target))
  } finally {
    clearTimeout(timer)
  }
}

const open = async (parts: ConnectorParts, opening: Opening, signal: AbortSignal): Promise<Socket> => {
  const { admit, observe, trust, onPermitted } = parts
  const { target, encrypted, protocols } = opening
  const name = targetName(target)
  const { proxy, addresses, permitted } = await admit(target)
  observe({ step: 'route', target: name, proxy: proxy ? targetName(proxy) : null })
  const raw = proxy ? await throughProxy(parts, proxy, { ...opening, addresses }, signal) : await dial(addresses, target.port, signal)
  if (permitted) onPermitted(target, raw)
  observe({ step: 'connected', target: name, address: proxy ? (addresses[0] ?? target.host) : (raw.remoteAddress ?? '') })
  if (!encrypted) return raw
  const trusted = await secure(raw, target.host, { context: trust(), protocols }, signal)
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
  { target, encrypted, protocols, addresses }: Opening & { addresses: readonly string[] },
  signal: AbortSignal,
): Promise<Socket> => {
  try {
    const plain = await dial(isIP(proxy.host) === 0 ? await resolve(proxy.host) : [proxy.host], proxy.port, signal)
    const toProxy =
      proxy.scheme === 'https' ? await secure(plain, proxy.host, { context: trust(), protocols: ['http/1.1'] }, signal) : plain
    const to = { host: addresses[0] ?? target.host, port: target.port, speaksFirst: !encrypted && protocols.length === 0 }
    return await tunnel(toProxy, proxy, to, signal)
  } catch (error) {
    throw explainFailure(error, `the proxy ${targetName(proxy)}`)
  }
}

/** What a certificate says of itself, written by who knows whom and shown at a terminal. */
const printable = (text: string | string[] | undefined): string =>
  String(text ?? '')
    .replace(/\p{C}/gu, '')
    .slice(0, 120)
