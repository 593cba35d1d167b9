import { refuse } from '#src/kernel/refusal.ts'
import type { Observe } from './events.ts'
import { isInsideName, isThisMachine, judge, knownAddresses, refuseTarget } from './judge.ts'
import { proxyFor } from './proxy.ts'
import type { Proxy, ProxySettings } from './proxy.ts'
import { normalHost, targetName } from './target.ts'
import type { HostAndPort, Target } from './target.ts'

/** Finds every address of a name, as text; rejects or gives none where there is none. */
export type Resolve = (host: string) => Promise<readonly string[]>

/** The private targets that may be called just now. */
export type Allowed = () => Iterable<HostAndPort> | Promise<Iterable<HostAndPort>>

export interface Admission {
  /** The proxy to take, or undefined for the direct way. */
  readonly proxy: Proxy | undefined
  /** The judged addresses to connect to, and to no other; none where the proxy is to find them. */
  readonly addresses: readonly string[]
  /** It was let through as a private target. */
  readonly permitted: boolean
}

export interface AdmitParts {
  readonly allowed: Allowed
  readonly resolve: Resolve
  readonly proxy: ProxySettings
  readonly observe: Observe
}

/**
 * Decides about a connection right before it is made: finds all addresses, judges them, and names those that may be
 * dialled, so that nobody asks a name server a second time.
 * @throws Refusal `target-refused`, `target-unknown`, `targets-unreadable`
 */
export const createAdmission = ({ allowed, resolve, proxy, observe }: AdmitParts) => {
  const isPermitted = async (target: Target): Promise<boolean> => {
    const name = targetName(target)
    try {
      return [...(await allowed())].some(({ host, port }) => targetName({ host: normalHost(host) ?? '', port }) === name)
    } catch {
      throw refuse(
        'unavailable',
        'targets-unreadable',
        'The list of private targets can’t be read just now, so nothing on it can be called.',
        'Try again when the database answers.',
      )
    }
  }

  const admit = async (target: Target): Promise<Admission> => {
    const way = proxyFor(proxy, target)
    const name = targetName(target)
    const leave = way !== undefined && proxy.resolves === 'proxy'
    const addresses = knownAddresses(target) ?? (await (leave ? atOnce(resolve(target.host)) : resolve(target.host)).catch(() => []))
    // The list is read only where it can make a difference: a call to the internet doesn't wait for the database.
    const strict = judge(target, addresses, false)
    const permitted = (strict.some(({ refused }) => refused !== null) || addresses.length === 0) && (await isPermitted(target))
    const judged = permitted ? judge(target, addresses, true) : strict
    if (addresses.length > 0) observe({ step: 'resolved', target: name, judged, permitted })
    const refusal = refuseTarget(target, judged)
    if (refusal) throw refusal
    // Asked for its own loopback address, a proxy would call itself.
    const toSelf = addresses.length > 0 && addresses.every(isThisMachine)
    if (leave && !target.literal && !toSelf) {
      if (!permitted && (isInsideName(target) || target.scheme === 'http')) throw refuseInsideName(name)
      observe({ step: 'left-to-proxy', target: name })
      return { proxy: way, addresses: [], permitted }
    }
    if (addresses.length === 0) throw unknown(name, way !== undefined)
    return { proxy: toSelf ? undefined : way, addresses: judged.map(({ address }) => address), permitted }
  }
  return { admit, isPermitted }
}

/** Where the proxy resolves, our own name server often knows nothing and takes long to say so. */
const LONGEST_TRY = 2_000

const atOnce = async (found: Promise<readonly string[]>): Promise<readonly string[]> => {
  const late = Promise.withResolvers<readonly string[]>()
  const timer = setTimeout(() => late.resolve([]), LONGEST_TRY)
  return Promise.race([found, late.promise]).finally(() => clearTimeout(timer))
}

const unknown = (name: string, byProxy: boolean) =>
  refuse(
    'unavailable',
    'target-unknown',
    `No address was found for ${name}.`,
    byProxy
      ? 'Check the name. Where this network can’t resolve outside names, set GUILDHALL_PROXY_RESOLVES=yes.'
      : 'Check the name and this machine’s name server. Behind a proxy, set HTTPS_PROXY or GUILDHALL_PROXY.',
    'url',
  )

const refuseInsideName = (name: string) =>
  refuse(
    'forbidden',
    'target-refused',
    `${name} is not called: only a private network knows such names, and without https nobody proves who they are.`,
    'Use a public https address, or have two people allow this host and port as a private target.',
    'url',
  )
