import { refuse } from '#src/kernel/refusal.ts'
import type { HostAndPort } from '#src/outbound/index.ts'
import { isLinePort, normalHost, readHttps, targetName } from '#src/outbound/index.ts'
import type { EndpointRow } from './store.ts'

/**
 * What of an address may be shown: its host and port. The rest is a secret with most receivers. Whether it may be called is for the
 * exit to judge, each time anew.
 * @throws Refusal `bad-endpoint-address`
 */
export const hostOf = (kind: EndpointRow['kind'], address: string): string => {
  if (kind === 'syslog') return targetName(readLogAddress(address))
  const target = readHttps(address)
  if (!target) throw bad('This is no address that can be called.', 'Give the whole address, beginning with https://.')
  return targetName(target)
}

/** @throws Refusal `bad-endpoint-address` */
export const readLogAddress = (address: string): HostAndPort => {
  const [, written = '', port = ''] = /^(\S+):(\d{1,5})$/.exec(address) ?? []
  const host = normalHost(written)
  if (host === undefined || !isLinePort(Number(port)))
    throw bad('This is no host with a port.', 'Give both, such as logs.example.com:6514.')
  return { host, port: Number(port) }
}

const bad = (reason: string, remedy: string) => refuse('invalid', 'bad-endpoint-address', reason, remedy, 'address')
