import { createHash } from 'node:crypto'
import { labelDistance, words } from '../context.ts'
import type { Detector, Page, Report } from '../types.ts'

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const BASE58_ADDRESS = /(?<![A-Za-z0-9])[13LMDTr][1-9A-HJ-NP-Za-km-z]{24,34}(?![A-Za-z0-9])/g
const BECH32_ADDRESS = /(?<![A-Za-z0-9])(?:bc1|tb1|ltc1|addr1)[02-9ac-hj-np-z]{11,100}(?![A-Za-z0-9])/gi
const ETHEREUM = /(?<![A-Za-z0-9])0x[0-9a-fA-F]{40}(?![A-Za-z0-9])/g
const MONERO = /(?<![A-Za-z0-9])[48][0-9AB][1-9A-HJ-NP-Za-km-z]{93}(?![A-Za-z0-9])/g
const SOLANA = /(?<![A-Za-z0-9])[1-9A-HJ-NP-Za-km-z]{43,44}(?![A-Za-z0-9])/g
const SOLANA_LABEL = words('solana|sol\\b|phantom')
const RIPPLE = 'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz'

const decode58 = (text: string, alphabet: string): Uint8Array | null => {
  let value = 0n
  for (const char of text) {
    const digit = alphabet.indexOf(char)
    if (digit < 0) return null
    value = value * 58n + BigInt(digit)
  }
  const bytes = new Uint8Array(25)
  for (let i = 24; i >= 0; i--, value >>= 8n) bytes[i] = Number(value & 255n)
  return value === 0n ? bytes : null
}

/** Base58Check: version byte, twenty bytes of hash, first four bytes of the double SHA-256. */
const base58Kind = (text: string): string | null => {
  const ripple = text.startsWith('r')
  const bytes = decode58(text, ripple ? RIPPLE : BASE58)
  if (!bytes) return null
  const once = createHash('sha256').update(bytes.subarray(0, 21)).digest()
  const twice = createHash('sha256').update(once).digest()
  if (!twice.subarray(0, 4).equals(bytes.subarray(21))) return null
  if (ripple) return bytes[0] === 0 ? 'ripple' : null
  return { 0: 'bitcoin', 5: 'bitcoin', 48: 'litecoin', 50: 'litecoin', 30: 'dogecoin', 22: 'dogecoin', 65: 'tron' }[bytes[0] ?? -1] ?? null
}

const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]

/** BIP-173 (constant 1) and BIP-350 (bech32m). */
const isBech32 = (text: string): boolean => {
  if (text !== text.toLowerCase() && text !== text.toUpperCase()) return false
  const lower = text.toLowerCase()
  const split = lower.lastIndexOf('1')
  let check = 1
  const step = (value: number): void => {
    const top = check >>> 25
    check = ((check & 0x1ffffff) << 5) ^ value
    for (let i = 0; i < 5; i++) if ((top >>> i) & 1) check ^= GENERATOR[i] ?? 0
  }
  const prefix = lower.slice(0, split)
  for (const char of prefix) step(char.charCodeAt(0) >> 5)
  step(0)
  for (const char of prefix) step(char.charCodeAt(0) & 31)
  for (const char of lower.slice(split + 1)) {
    const value = BECH32.indexOf(char)
    if (value < 0) return false
    step(value)
  }
  return check === 1 || check === 0x2bc830a3
}

const find = ({ text, survey }: Page, report: Report): void => {
  for (let r = 0; r < survey.runs.length; r += 2) {
    const from = survey.runs[r] ?? 0
    const to = survey.runs[r + 1] ?? 0
    if (to - from < 25) continue
    const run = text.slice(from, to)
    const tell = (match: RegExpExecArray, kind: string, confidence: number): void =>
      report({ type: 'CRYPTO_ADDRESS', start: from + match.index, end: from + match.index + match[0].length, confidence, kind })
    for (const match of run.matchAll(BASE58_ADDRESS)) {
      const kind = base58Kind(match[0])
      if (kind) tell(match, kind, 0.99)
    }
    for (const match of run.matchAll(BECH32_ADDRESS))
      if (isBech32(match[0])) tell(match, match[0].startsWith('addr') ? 'cardano' : /^ltc/i.test(match[0]) ? 'litecoin' : 'bitcoin', 0.99)
    for (const match of run.matchAll(ETHEREUM)) tell(match, 'ethereum', 0.9)
    for (const match of run.matchAll(MONERO)) tell(match, 'monero', 0.9)
    for (const match of run.matchAll(SOLANA))
      if (/\d/.test(match[0]) && labelDistance(SOLANA_LABEL, text, from + match.index, from + match.index + match[0].length) >= 0)
        tell(match, 'solana', 0.8)
  }
}

export const cryptoAddresses: Detector = {
  family: 'crypto',
  types: ['CRYPTO_ADDRESS'],
  find,
  examples: [
    {
      type: 'CRYPTO_ADDRESS',
      found: [
        'send to «1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa».',
        '«bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4»',
        'wallet «0x52908400098527886E0F7030069857D2E4169EE7»',
        '«3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy»',
      ],
      ignored: [
        '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb',
        'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5',
        '0x52908400098527886E0F7030069857D2E4169EE',
        'MyVeryLongIdentifierNameHere12',
      ],
    },
  ],
}
