import { isIP } from 'node:net'
import { plainAddress } from './address.ts'
import { normalHost } from './target.ts'
import type { Target } from './target.ts'

/** A forward proxy as the administrator set it. Its own address may be private: that is their choice to make. */
export interface Proxy {
  readonly scheme: 'http' | 'https'
  readonly host: string
  readonly port: number
  /** The value of Proxy-Authorization, a secret; undefined where the proxy asks for none. */
  readonly authorization: string | undefined
}

export interface ProxySettings {
  readonly https: Proxy | undefined
  readonly http: Proxy | undefined
  /** Hosts that are called directly. */
  readonly except: readonly Exception[]
  /**
   * Who finds out the address behind a name. `here`: we do, judge it, and ask the proxy for exactly that address.
   * `proxy`: the network knows no outside names, so the proxy gets the name.
   */
  readonly resolves: 'here' | 'proxy'
}

/** One entry of NO_PROXY. */
export type Exception = { readonly kind: 'all' } | { readonly kind: 'host'; readonly host: string; readonly port: number | undefined }

export const noProxy: ProxySettings = { https: undefined, http: undefined, except: [], resolves: 'here' }

/** The proxy that a call takes, or undefined for the direct way. */
export const proxyFor = ({ https, http, except }: ProxySettings, target: Target): Proxy | undefined => {
  const proxy = target.scheme === 'https' ? https : http
  return proxy && !except.some(exception => excepts(exception, target)) ? proxy : undefined
}

/** An address matches itself; a name matches itself and everything below it, as curl reads NO_PROXY. */
const excepts = (exception: Exception, { host, port }: Target): boolean =>
  exception.kind === 'all' ||
  ((exception.port === undefined || exception.port === port) &&
    (host === exception.host || (isIP(exception.host) === 0 && host.endsWith(`.${exception.host}`))))

/** Reads one entry of NO_PROXY; undefined for one that can't be understood, such as a range of addresses. */
export const readException = (entry: string): Exception | undefined => {
  if (entry === '*') return { kind: 'all' }
  const address = plainAddress(entry)
  if (address !== undefined) return { kind: 'host', host: address, port: undefined }
  const [, name = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(entry) ?? []
  const host = normalHost(name.replace(/^\*?\./, ''))
  return host === undefined || name === '' ? undefined : { kind: 'host', host, port: port === undefined ? undefined : Number(port) }
}
