import type { BlockList } from 'node:net'
import { isIP, isIPv4 } from 'node:net'

/** An address as it is written: an IPv4 one that came mapped into IPv6 (RFC 4291 §2.5.5.2) is the IPv4 one, and zones go. */
export const normalAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')

export const isIn = (list: BlockList, address: string): boolean => {
  const family = isIP(address)
  return family !== 0 && list.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/** More hops than any real chain has. */
const mostHops = 20

/**
 * Who sent a request: read from the end of X-Forwarded-For, where each proxy has added whom it heard from, the first that
 * is no proxy of ours. What stands before that one anybody may have written.
 * @param forwardedFor only where the peer itself is such a proxy.
 */
export const sourceFrom = (peer: string, forwardedFor: string | string[] | undefined, proxies: BlockList | null): string => {
  let source = peer
  const hops = forwardedFor === undefined || proxies === null ? [] : [forwardedFor].flat().join(',').split(',').slice(-mostHops)
  for (const hop of hops.toReversed()) {
    const address = normalAddress(hop.trim())
    if (isIP(address) === 0) break
    source = address
    if (proxies !== null && !isIn(proxies, address)) break
  }
  return sharedBy(source)
}

/** One customer of a provider has a whole /64 of IPv6 addresses to send from (RFC 6177), so it counts as one source. */
const sharedBy = (address: string): string => {
  if (address === '' || isIPv4(address)) return address
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const groups = [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after]
  return `${groups.slice(0, 4).join(':')}::/64`
}
