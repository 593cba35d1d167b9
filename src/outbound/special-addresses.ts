/**
 * What an address is to somebody who calls out from here. `public`: on the internet. `private`: inside a company or on
 * this machine, reachable only as a private target. `never`: nobody has a business there, whatever a setting says.
 */
export type AddressKind = 'public' | 'private' | 'never'

interface Block {
  readonly block: string
  readonly kind: AddressKind
  /** Ends the sentence "this is …". */
  readonly what: string
}

/**
 * Every block that is not plainly on the internet; the longest prefix that holds an address decides. After the IANA IPv4
 * and IPv6 Special-Purpose Address Registries (RFC 6890, RFC 8190), the multicast registries (RFC 5771, RFC 4291 §2.7)
 * and, for single addresses, what clouds document of their metadata services. Where IANA calls a small protocol block
 * globally reachable but no web server stands there, it stays refused with the block around it.
 */
export const specialBlocks: readonly Block[] = [
  { block: '0.0.0.0/0', kind: 'public', what: 'a public address' },
  { block: '0.0.0.0/8', kind: 'never', what: 'an address that means “this network” (RFC 791)' },
  { block: '10.0.0.0/8', kind: 'private', what: 'an address of a private network (RFC 1918)' },
  { block: '100.64.0.0/10', kind: 'private', what: 'an address that providers share inside their networks (RFC 6598)' },
  { block: '100.100.100.200/32', kind: 'never', what: 'a cloud’s metadata service' },
  { block: '127.0.0.0/8', kind: 'private', what: 'this machine itself (loopback, RFC 1122)' },
  { block: '168.63.129.16/32', kind: 'never', what: 'a cloud’s metadata service' },
  { block: '169.254.0.0/16', kind: 'never', what: 'a link-local address (RFC 3927), where clouds keep their metadata services' },
  { block: '172.16.0.0/12', kind: 'private', what: 'an address of a private network (RFC 1918)' },
  { block: '192.0.0.0/24', kind: 'never', what: 'reserved for protocols (RFC 6890)' },
  { block: '192.0.2.0/24', kind: 'never', what: 'reserved for documentation (RFC 5737)' },
  { block: '192.31.196.0/24', kind: 'never', what: 'reserved for AS112 name servers (RFC 7535)' },
  { block: '192.52.193.0/24', kind: 'never', what: 'reserved for multicast tunnels (RFC 7450)' },
  { block: '192.88.99.0/24', kind: 'never', what: 'a relay of 6to4 tunnels (RFC 7526)' },
  { block: '192.168.0.0/16', kind: 'private', what: 'an address of a private network (RFC 1918)' },
  { block: '192.175.48.0/24', kind: 'never', what: 'reserved for AS112 name servers (RFC 7534)' },
  { block: '198.18.0.0/15', kind: 'never', what: 'reserved for benchmarks (RFC 2544)' },
  { block: '198.51.100.0/24', kind: 'never', what: 'reserved for documentation (RFC 5737)' },
  { block: '203.0.113.0/24', kind: 'never', what: 'reserved for documentation (RFC 5737)' },
  { block: '224.0.0.0/4', kind: 'never', what: 'a multicast address (RFC 5771)' },
  { block: '240.0.0.0/4', kind: 'never', what: 'reserved for the future (RFC 1112)' },
  { block: '255.255.255.255/32', kind: 'never', what: 'the broadcast address (RFC 8190)' },

  // Of IPv6, IANA has given out addresses of 2000::/3 only (RFC 4291 §2.4); the rest is reserved or special.
  { block: '::/0', kind: 'never', what: 'an IPv6 address outside of those given out for the internet' },
  { block: '::/96', kind: 'never', what: 'an IPv4 address in a withdrawn IPv6 spelling (RFC 4291 §2.5.5.1)' },
  { block: '::/128', kind: 'never', what: 'the unspecified address (RFC 4291)' },
  { block: '::1/128', kind: 'private', what: 'this machine itself (loopback, RFC 4291)' },
  { block: '::ffff:0:0:0/96', kind: 'never', what: 'an IPv4 address in a translator’s spelling (RFC 2765)' },
  { block: '64:ff9b:1::/48', kind: 'never', what: 'an address that a local translator turns into IPv4 (RFC 8215)' },
  { block: '100::/64', kind: 'never', what: 'an address that discards what it gets (RFC 6666)' },
  { block: '100:0:0:1::/64', kind: 'never', what: 'a dummy address (RFC 9780)' },
  { block: '2000::/3', kind: 'public', what: 'a public address' },
  { block: '2001::/23', kind: 'never', what: 'reserved for protocols (RFC 2928)' },
  { block: '2001::/32', kind: 'never', what: 'a Teredo tunnel, which hides an IPv4 address (RFC 4380)' },
  { block: '2001:2::/48', kind: 'never', what: 'reserved for benchmarks (RFC 5180)' },
  { block: '2001:db8::/32', kind: 'never', what: 'reserved for documentation (RFC 3849)' },
  { block: '2002::/16', kind: 'never', what: 'a 6to4 tunnel, which hides an IPv4 address (RFC 7526)' },
  { block: '2620:4f:8000::/48', kind: 'never', what: 'reserved for AS112 name servers (RFC 7534)' },
  { block: '3fff::/20', kind: 'never', what: 'reserved for documentation (RFC 9637)' },
  { block: '5f00::/16', kind: 'never', what: 'reserved for segment routing (RFC 9602)' },
  { block: 'fc00::/7', kind: 'private', what: 'an address of a private network (RFC 4193)' },
  { block: 'fd00:ec2::/32', kind: 'never', what: 'a cloud’s metadata service' },
  { block: 'fd20:ce::254/128', kind: 'never', what: 'a cloud’s metadata service' },
  { block: 'fe80::/10', kind: 'never', what: 'a link-local address (RFC 4291)' },
  { block: 'fec0::/10', kind: 'never', what: 'a site-local address of old (RFC 3879)' },
  { block: 'ff00::/8', kind: 'never', what: 'a multicast address (RFC 4291 §2.7)' },
]

/** Both carry an IPv4 address in their last 32 bits and lead to it, so it is that address which is judged. */
export const carriers = {
  /** IPv4-mapped: the system itself connects to the IPv4 address (RFC 4291 §2.5.5.2). */
  mapped: '::ffff:0:0/96',
  /** NAT64: the network translates (RFC 6052 §2.1). With DNS64, every IPv4-only host looks like this. */
  translated: '64:ff9b::/96',
} as const
