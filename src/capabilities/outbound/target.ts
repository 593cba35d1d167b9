import { isIP } from 'node:net'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { HostAndPort } from '#src/outbound/index.ts'
import { classifyAddress, isLinePort, normalHost } from '#src/outbound/index.ts'

/**
 * What two people may allow: one host on one port, such as `erp.example:8443`, `10.0.0.7:8443` or `[fd00::7]:8443`, in the
 * one spelling by which calls are compared. A name is judged again by its addresses at each call; an address at once.
 * @throws Refusal `bad-private-target` for everything that would open more than that: no port, a pattern, a range, a whole
 *   address of the web; and for addresses that no permission opens or that need none.
 */
export const readPrivateTarget = (written: string): HostAndPort => {
  if (written.includes('://')) throw bad('This is an address of a page.', 'Leave out what stands before and behind the host and its port.')
  if (/[*?]/.test(written)) throw bad('A private target is one host; patterns are not allowed.', 'Name each host by itself.')
  if (written.includes('/'))
    throw bad('A private target is one host; ranges and paths are not allowed.', 'Name each host by itself, without a path.')
  const [, name, digits] = /^(\[[^\]]*\]|[^:]*):(\d{1,5})$/.exec(written) ?? []
  if (name === undefined || digits === undefined)
    throw bad(
      'It names no port.',
      `Write the host, a colon and one port${written.includes('::') ? ', with brackets around an IPv6 address' : ''}, such as erp.example:8443.`,
    )
  const host = name === '' ? undefined : normalHost(name)
  if (host === undefined)
    throw bad('Its host is neither a name nor an IP address.', 'Write the host as a browser shows it, such as erp.example.')
  const port = Number(digits)
  if (!isLinePort(port))
    throw bad(
      `Port ${port} is neither for the web nor for mail.`,
      'Use 80, 443, a port of mail (25, 465, 587), or one from 1024 on that is not known for something else.',
    )
  if (isIP(host) !== 0) expectPrivate(host)
  return { host, port }
}

const expectPrivate = (address: string): void => {
  const { kind, what } = classifyAddress(address)
  if (kind === 'never') throw bad(`This is ${what}; it is never called.`, 'Name the service by its own address.')
  if (kind === 'public') throw bad('This is a public address, which needs no permission.', 'Call it by https.')
}

const bad = (reason: string, remedy: string): Refusal => refuse('invalid', 'bad-private-target', reason, remedy, 'target')
