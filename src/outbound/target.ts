import { isIP } from 'node:net'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { plainAddress } from './address.ts'

/** Where a call goes, in one spelling. */
export interface Target {
  readonly scheme: 'https' | 'http'
  /** A name in lower case and ASCII without a last dot, or a plain IP address without brackets. */
  readonly host: string
  readonly port: number
  /** Whether `host` is an address rather than a name. */
  readonly literal: boolean
  /** Path and query. */
  readonly path: string
}

/** A host and a port by which a private target is named; compare targets by `targetName` only. */
export interface HostAndPort {
  readonly host: string
  readonly port: number
}

/** `erp.example:8443`, `10.0.0.7:8443`, `[fd00::7]:8443`: the same for all spellings of a target. */
export const targetName = ({ host, port }: HostAndPort): string => `${bracketed(host)}:${port}`

export const originOf = ({ scheme, host, port }: Target): string => `${scheme}://${bracketed(host)}:${port}`

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host)

const MAX_CHARACTERS = 8_192

/**
 * Reads an address of the web. The URL standard's parser turns octal, hexadecimal, short, percent-encoded and full-width
 * spellings into the address they mean; its result is the only thing that is ever judged or connected to, so that no
 * two readers can understand one text differently.
 * @throws Refusal `bad-target` for what is no such address, or carries a name and password, or an unusable host or port.
 */
export const readTarget = (text: string): Target => {
  if (text.length > MAX_CHARACTERS) throw bad(`It is longer than ${MAX_CHARACTERS} characters.`)
  // The parser would drop tabs and line feeds and take backslashes for slashes; nobody writes these in good faith.
  if (/[\p{Cc}\p{Zs}\\]/u.test(text)) throw bad('It contains spaces, control characters or backslashes.')
  const authority = /^https?:\/\/([^/?#]+)/i.exec(text)?.[1]
  if (authority === undefined) throw bad('It begins neither with https:// nor with http://.')
  if (authority.includes('@'))
    throw bad('It carries a name or a password.', 'Give credentials where they are asked for, never in an address.')
  if (!URL.canParse(text)) throw bad('Its host or port can’t be understood.')
  const { protocol, hostname, port: written, pathname, search } = new URL(text)
  const scheme = protocol === 'https:' ? 'https' : 'http'
  const host = normalHost(hostname)
  if (host === undefined) throw bad('Its host is neither a name nor an address as the internet has them.')
  const port = written === '' ? (scheme === 'https' ? 443 : 80) : Number(written)
  if (!isUsablePort(port)) throw bad(`Port ${port} is not for the web.`, 'Use the port of the web service, for https usually 443.')
  return { scheme, host, port, literal: isIP(host) !== 0, path: `${pathname}${search}` }
}

const bad = (reason: string, remedy = 'Give a full address such as https://api.example.com/path.'): Refusal =>
  refuse('invalid', 'bad-target', `This address can’t be called. ${reason}`, remedy, 'url')

/** Host and port of an https address as somebody gave it to be kept, where it is one; whether it may be called is for the exit to judge. */
export const readHttps = (address: string): HostAndPort | undefined => {
  const url = /^https:\/\/[^\s\\@]+$/i.test(address) ? URL.parse(address) : null
  const host = url ? normalHost(url.hostname) : undefined
  return url && host !== undefined ? { host, port: url.port === '' ? 443 : Number(url.port) } : undefined
}

/** A connection for another protocol than HTTP. */
export interface Line extends HostAndPort {
  /**
   * When it is encrypted: from its first byte; later, by the caller, before it says anything that matters (STARTTLS); or
   * never, as only a private target may be.
   */
  readonly tls: 'at-once' | 'later' | 'never'
}

/** @throws Refusal `bad-target` for an unusable host or port. */
export const readLine = ({ host: written, port, tls }: Line): Target => {
  const host = normalHost(written)
  if (host === undefined) throw badLine('Its host is neither a name nor an address as the internet has them.')
  if (!isLinePort(port)) throw badLine(`Port ${port} belongs to something else.`)
  return { scheme: tls === 'never' ? 'http' : 'https', host, port, literal: isIP(host) !== 0, path: '' }
}

const badLine = (reason: string): Refusal => bad(reason, 'Give the host as its operator names it, and the port of the service.')

/**
 * One spelling of a host as a URL's `hostname` has it or a person types it; undefined where it is none. A name has labels
 * of letters, digits, hyphens and underscores, at most 63 long and 253 together (RFC 1035 §2.3.4).
 */
export const normalHost = (written: string): string | undefined => {
  const address = plainAddress(written.replace(/^\[(.*)\]$/, '$1'))
  if (address !== undefined) return address
  if (/[/?#@:\\[\]\s]/.test(written) || !URL.canParse(`https://${written}/`)) return undefined
  const host = new URL(`https://${written}/`).hostname.replace(/\.$/, '')
  if (isIP(host) !== 0) return host
  const labels = host.split('.')
  return host.length <= 253 && labels.every(label => /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/.test(label)) ? host : undefined
}

/**
 * Ports where no web service listens but something else does that could misread a request: below 1024 all but the web's
 * own, above it those that the Fetch standard blocks (§2.9 "port blocking").
 */
export const isUsablePort = (port: number): boolean =>
  Number.isInteger(port) && port <= 65_535 && (port >= 1_024 ? !blockedPorts.has(port) : webPorts.has(port))

/** As above, and where mail servers take letters (RFC 5321 §4.5.4.2, RFC 8314 §3.3, RFC 6409 §3.1): never called by HTTP. */
export const isLinePort = (port: number): boolean => isUsablePort(port) || mailPorts.has(port)

const mailPorts = new Set([25, 465, 587])
const webPorts = new Set([80, 443])
const blockedPorts = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
])
