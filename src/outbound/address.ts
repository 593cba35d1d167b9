import { isIPv4, isIPv6 } from 'node:net'
import { carriers, specialBlocks } from './special-addresses.ts'
import type { AddressKind } from './special-addresses.ts'

export interface AddressClass {
  readonly kind: AddressKind
  /** Ends the sentence "this is …", with its source. */
  readonly what: string
}

/**
 * What an IP address is, whatever its spelling hides: an IPv4 address inside an IPv6 one is judged as itself. Anything
 * that is no plain address (a zone id, a name, damage) is `never`: what can't be judged is not called.
 */
export const classifyAddress = (address: string): AddressClass => {
  const bits = read(address)
  if (!bits) return { kind: 'never', what: 'no plain IP address' }
  if (bits.length === 128) {
    if (holds(mapped, bits)) return classifyAddress(lastAsIpv4(bits))
    if (holds(translated, bits)) {
      const inner = classifyAddress(lastAsIpv4(bits))
      // Private through a translator is never what somebody meant to allow: they would have named the address itself.
      return inner.kind === 'public' ? inner : { kind: 'never', what: `${inner.what}, behind a translator (RFC 6052)` }
    }
    if (isatap.has((bits.value >> 32n) & 0xffffffffn))
      return { kind: 'never', what: 'an ISATAP tunnel, which hides an IPv4 address (RFC 5214)' }
  }
  const found = blocks.find(block => holds(block, bits))
  return found ?? { kind: 'never', what: 'no plain IP address' }
}

/** The one spelling of an address: IPv4 with dots, IPv6 as RFC 5952 has it, without brackets; undefined for what is no address. */
export const plainAddress = (address: string): string | undefined => {
  const bits = read(address)
  if (!bits) return undefined
  if (bits.length === 32) return lastAsIpv4(bits)
  // The URL standard's serializer writes RFC 5952, but for the dots of a mapped address, which we write as IPv4 anyway.
  return holds(mapped, bits) ? lastAsIpv4(bits) : new URL(`http://[${address}]/`).hostname.slice(1, -1)
}

interface Bits {
  readonly length: 32 | 128
  readonly value: bigint
}

interface Prefix extends Bits {
  readonly fixed: number
}

const read = (address: string): Bits | undefined => {
  if (isIPv4(address)) return { length: 32, value: join(address.split('.').map(Number), 8) }
  if (!isIPv6(address) || address.includes('%')) return undefined
  const [head = '', tail] = address.split('::')
  const before = groups(head)
  const after = tail === undefined ? [] : groups(tail)
  const zeros: number[] = Array.from({ length: 8 - before.length - after.length }, () => 0)
  return { length: 128, value: join([...before, ...zeros, ...after], 16) }
}

/** The 16-bit groups of one side of `::`; dots at the end stand for two of them (RFC 4291 §2.2). */
const groups = (side: string): number[] =>
  side === ''
    ? []
    : side.split(':').flatMap(group => {
        if (!group.includes('.')) return [Number.parseInt(group, 16)]
        const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number)
        return [a * 256 + b, c * 256 + d]
      })

const join = (parts: readonly number[], width: 8 | 16): bigint => parts.reduce((value, part) => (value << BigInt(width)) | BigInt(part), 0n)

const lastAsIpv4 = ({ value }: Bits): string => [24n, 16n, 8n, 0n].map(shift => String((value >> shift) & 0xffn)).join('.')

const prefix = (block: string): Prefix => {
  const [address = '', length] = block.split('/')
  const bits = read(address)
  if (!bits) throw new Error(`${block} is no block of addresses.`)
  return { ...bits, fixed: Number(length) }
}

const holds = ({ length, value, fixed }: Prefix, bits: Bits): boolean => {
  const free = BigInt(length - fixed)
  return bits.length === length && bits.value >> free === value >> free
}

const mapped = prefix(carriers.mapped)
const translated = prefix(carriers.translated)
/** The first half of an ISATAP interface id (RFC 5214 §6.1). */
const isatap = new Set([0x00005efen, 0x02005efen])
/** Longest prefix first, so that the first one that holds an address decides. */
const blocks = specialBlocks.map(block => ({ ...block, ...prefix(block.block) })).sort((a, b) => b.fixed - a.fixed)
