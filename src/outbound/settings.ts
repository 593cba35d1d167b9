import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { Exception, Proxy, ProxySettings } from './proxy.ts'
import { readException } from './proxy.ts'
import { normalHost } from './target.ts'

/** What a machine's settings say about calling out. */
export interface ExitSettings {
  readonly proxy: ProxySettings
  /** Certificates (PEM) of authorities that are trusted besides the usual ones. */
  readonly ca: readonly string[]
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads GUILDHALL_PROXY, or HTTPS_PROXY and HTTP_PROXY; NO_PROXY; GUILDHALL_PROXY_RESOLVES; GUILDHALL_CA_FILE. The names
 * without GUILDHALL also count in lower case, and then first, as curl has it. An empty variable is none.
 * @throws Refusal `bad-setting` naming the variable, never its value: it may hold a password.
 */
export const readExitSettings = (env: Environment): ExitSettings => {
  const first = (...names: string[]) => names.find(name => env[name]?.trim())
  const proxy = (...names: string[]) => {
    const name = first(...names)
    return name === undefined ? undefined : readProxy(name, env[name]?.trim() ?? '')
  }
  const except = first('no_proxy', 'NO_PROXY')
  const ca = first('GUILDHALL_CA_FILE')
  return {
    proxy: {
      https: proxy('GUILDHALL_PROXY', 'https_proxy', 'HTTPS_PROXY'),
      http: proxy('GUILDHALL_PROXY', 'http_proxy', 'HTTP_PROXY'),
      except: except === undefined ? [] : readExceptions(except, env[except] ?? ''),
      resolves: readResolves(env['GUILDHALL_PROXY_RESOLVES']?.trim() ?? ''),
    },
    ca: ca === undefined ? [] : readAuthorities(ca, env[ca]?.trim() ?? ''),
  }
}

const bad = (name: string, reason: string, remedy: string): Refusal => refuse('invalid', 'bad-setting', reason, remedy, name)

const readProxy = (name: string, value: string): Proxy => {
  const remedy = 'Set an address such as http://proxy.example:3128, with user:password@ before the host where the proxy asks for it.'
  // curl takes an address without a scheme for http.
  const written = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`
  if (value.length > 1_000 || !URL.canParse(written)) throw bad(name, 'This is no address of a proxy.', remedy)
  const url = new URL(written)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw bad(name, 'Only proxies that speak HTTP or HTTPS can be used.', remedy)
  const host = normalHost(url.hostname)
  if (host === undefined) throw bad(name, 'The proxy’s host is neither a name nor an address.', remedy)
  const scheme = url.protocol === 'https:' ? 'https' : 'http'
  const port = Number(url.port || (scheme === 'https' ? 443 : 80))
  if (port === 0) throw bad(name, 'The proxy’s port can’t be 0.', remedy)
  return { scheme, host, port, authorization: readAuthorization(name, url) }
}

/** Basic credentials (RFC 7617) in UTF-8. */
const readAuthorization = (name: string, { username, password }: URL): string | undefined => {
  if (username === '' && password === '') return undefined
  try {
    const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
    return `Basic ${Buffer.from(pair).toString('base64')}`
  } catch {
    throw bad(name, 'The proxy’s user name or password is not percent-encoded correctly.', 'Write % as %25, @ as %40 and : as %3A.')
  }
}

const MOST_EXCEPTIONS = 500

const readExceptions = (name: string, value: string): Exception[] => {
  const entries = value
    .split(/[\s,]+/)
    .filter(entry => entry !== '')
    .slice(0, MOST_EXCEPTIONS + 1)
  if (entries.length > MOST_EXCEPTIONS)
    throw bad(name, `It has more than ${MOST_EXCEPTIONS} entries.`, 'Name domains instead of single hosts.')
  // Other programs read the same variable, some with ranges such as 10.0.0.0/8: what we can't read goes through the proxy.
  return entries.map(readException).filter(exception => exception !== undefined)
}

const readResolves = (value: string): ProxySettings['resolves'] => {
  if (value === '' || value === 'no') return 'here'
  if (value === 'yes') return 'proxy'
  throw bad(
    'GUILDHALL_PROXY_RESOLVES',
    'This setting is neither yes nor no.',
    'Set yes where this network can’t resolve outside names, or the proxy wants names; else leave it out.',
  )
}

const MAX_CA_BYTES = 1024 * 1024
const certificate = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g

const readAuthorities = (name: string, path: string): string[] => {
  const remedy = 'Set the path of a file with one or more certificates in PEM form, readable by the server.'
  let text: string
  try {
    text = readFileSync(path, 'latin1')
  } catch {
    throw bad(name, 'The file can’t be read.', remedy)
  }
  if (text.length > MAX_CA_BYTES) throw bad(name, 'The file is larger than 1 MB.', remedy)
  const found = text.match(certificate) ?? []
  if (found.length === 0) throw bad(name, 'The file holds no certificate in PEM form.', remedy)
  for (const pem of found)
    if (!isAuthority(pem))
      throw bad(
        name,
        'The file holds a certificate that is damaged or belongs to no authority.',
        'Put the certificate of the authority itself there, not that of a server.',
      )
  return found
}

const isAuthority = (pem: string): boolean => {
  try {
    return new X509Certificate(pem).ca
  } catch {
    return false
  }
}
