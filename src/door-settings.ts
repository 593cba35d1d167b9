import { BlockList, isIP } from 'node:net'
import type { Blocker } from './kernel/refusal.ts'
import type { Reach } from './doors/http/index.ts'

/** Where the server listens, and how people get there. */
export interface DoorSettings {
  host: string
  port: number
  /** Certificate and key files; null where we don't encrypt ourselves. */
  tls: { cert: string; key: string } | null
  reach: Reach
}

/** What the environment says of it, by variable; what is empty is not set. */
export interface DoorVariables {
  HOST: string
  PORT: number
  GUILDHALL_URL?: string | undefined
  GUILDHALL_TLS_CERT?: string | undefined
  GUILDHALL_TLS_KEY?: string | undefined
  GUILDHALL_TRUSTED_PROXIES?: string | undefined
}

const loopbackNames = ['127.0.0.1', 'localhost', '::1']

/**
 * The rule by which a server may be reached: this machine reaches it as it is; from elsewhere only encrypted, by our own
 * TLS or by a proxy in front that we know, and only under the one address that people are told.
 * @returns what stands in the way, one blocker for each setting.
 */
export const doorSettings = (given: DoorVariables): DoorSettings | Blocker[] => {
  const { HOST: host, PORT: port, GUILDHALL_URL: url, GUILDHALL_TLS_CERT: cert, GUILDHALL_TLS_KEY: key } = given
  const loopback = loopbackNames.includes(host)
  const proxies = readProxies(given.GUILDHALL_TRUSTED_PROXIES)
  const blockers: Blocker[] = []
  if (!loopback && isIP(host) === 0 && !/^[a-z0-9]([a-z0-9.-]{0,252}[a-z0-9])?$/i.test(host))
    blockers.push(
      blocker('HOST', 'This is neither an address nor a name.', 'Set 127.0.0.1, or the address of one of this machine’s networks.'),
    )
  if ((cert === undefined) !== (key === undefined))
    blockers.push(
      blocker(
        cert === undefined ? 'GUILDHALL_TLS_CERT' : 'GUILDHALL_TLS_KEY',
        'Certificate and key are only good together.',
        'Set both GUILDHALL_TLS_CERT and GUILDHALL_TLS_KEY, or neither.',
      ),
    )
  if (proxies === 'unreadable')
    blockers.push(
      blocker(
        'GUILDHALL_TRUSTED_PROXIES',
        'This is no list of addresses.',
        'Set addresses or networks with commas between them, such as 10.0.0.5,10.1.0.0/24.',
      ),
    )
  const encrypted = cert !== undefined && key !== undefined
  const proxied = given.GUILDHALL_TRUSTED_PROXIES !== undefined
  if (!loopback && !encrypted && !proxied)
    blockers.push(
      blocker(
        'HOST',
        'Other machines may reach the server only over an encrypted connection.',
        'Set GUILDHALL_TLS_CERT and GUILDHALL_TLS_KEY; or GUILDHALL_TRUSTED_PROXIES with the address of a proxy that encrypts; or leave HOST out.',
      ),
    )
  if (url === undefined && (!loopback || encrypted || proxied))
    blockers.push(
      blocker(
        'GUILDHALL_URL',
        'It is not said under which address people open this server.',
        'Set it as they type it: https://guildhall.example.com',
      ),
    )
  const origin = url === undefined ? null : readOrigin(url)
  if (origin === undefined)
    blockers.push(
      blocker('GUILDHALL_URL', 'This is no address of a server.', 'Set scheme, name and port alone: https://guildhall.example.com'),
    )
  else if (origin !== null && origin.startsWith('http:') && (encrypted || proxied || !isLoopbackOrigin(origin)))
    blockers.push(blocker('GUILDHALL_URL', 'Passwords would cross the network unprotected.', 'Set an address that begins with https://'))
  else if (origin !== null && origin.startsWith('https:') && !encrypted && !proxied)
    blockers.push(
      blocker(
        'GUILDHALL_URL',
        'Nobody here encrypts connections to that address.',
        'Set GUILDHALL_TLS_CERT and GUILDHALL_TLS_KEY, or GUILDHALL_TRUSTED_PROXIES with the address of the proxy that does.',
      ),
    )
  if (blockers.length > 0 || origin === undefined || proxies === 'unreadable') return blockers
  return { host, port, tls: encrypted ? { cert, key } : null, reach: { origin, loopback, proxies } }
}

/** Whether nobody but this machine reaches the server: only then may everybody who does be anyone. */
export const isPrivate = ({ reach: { origin, loopback, proxies } }: DoorSettings): boolean =>
  loopback && proxies === null && (origin === null || isLoopbackOrigin(origin))

/** What people open: what the settings say, or this machine with the port that was had. */
export const addressOf = ({ host, reach }: DoorSettings, port: number): string =>
  reach.origin ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`

const blocker = (field: string, reason: string, remedy: string): Blocker => ({ field, reason, remedy })

const isLoopbackOrigin = (origin: string): boolean => loopbackNames.includes(new URL(origin).hostname.replace(/^\[|\]$/g, ''))

/** Undefined for what is more, or less, than an origin. */
const readOrigin = (text: string): string | undefined => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isOne = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search + url.hash + url.username + url.password === ''
  return isOne ? url.origin : undefined
}

const readProxies = (text: string | undefined): BlockList | null | 'unreadable' => {
  if (text === undefined) return null
  const list = new BlockList()
  for (const entry of text.split(',').map(part => part.trim())) {
    const [address = '', prefix, ...more] = entry.split('/')
    const family = isIP(address)
    const longest = family === 4 ? 32 : 128
    const bits = prefix === undefined ? longest : /^\d{1,3}$/.test(prefix) ? Number(prefix) : -1
    // A network of everybody would have everybody believed.
    if (family === 0 || more.length > 0 || bits < 8 || bits > longest) return 'unreadable'
    list.addSubnet(address, bits, family === 4 ? 'ipv4' : 'ipv6')
  }
  return list
}
