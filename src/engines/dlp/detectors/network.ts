import { before, words } from '../context.ts'
import type { Detector, Page, Report } from '../types.ts'

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const IPV4 = new RegExp(`(?<![\\w.])(?:${OCTET}\\.){3}${OCTET}(?:/(?:3[0-2]|[12]?\\d)(?!\\d))?(?![\\w]|\\.\\d|-\\d)`, 'g')
/** A superset of RFC 4291 §2.2; `isIpv6` decides. */
const IPV6 = /(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{1,4})?(?:%[a-z0-9]+)?(?:\/\d{1,3})?(?![\w:])/gi
const MAC =
  /(?<![\w:.-])(?:[0-9a-f]{2}([:-]))(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}(?![\w]|[:-][0-9a-f])|(?<![\w.])(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}(?![\w.])/gi

/** A dotted quad after one of these is a version or a numbering, however well it would fit. */
const VERSION = words('version|ver\\b|v\\.?$|release|build|update|section|sdk|driver|firmware|chapter|clause|§')

const isIpv6 = (text: string): boolean => {
  const address = text.replace(/[%/].*$/, '')
  const halves = address.split('::')
  if (halves.length > 2) return false
  const groups = address.split(/::?/).filter(Boolean)
  const width = groups.reduce((sum, group) => sum + (group.includes('.') ? 2 : 1), 0)
  if (halves.length === 2) return width <= 7 && (width >= 2 || /^::1$/.test(address) || /^(?:fe80|2001|2[0-9a-f]{3}|fd)/i.test(address))
  return width === 8
}

const find = ({ text, survey }: Page, report: Report): void => {
  for (let w = 0; w < survey.digits.length; w += 2) {
    const from = survey.digits[w] ?? 0
    const stretch = text.slice(from, survey.digits[w + 1])
    if (stretch.includes('.'))
      for (const match of stretch.matchAll(IPV4)) {
        const start = from + match.index
        VERSION.lastIndex = 0
        if (VERSION.test(before(text, start, 16))) continue
        report({ type: 'IP_ADDRESS', start, end: start + match[0].length, confidence: 0.95, kind: 'ipv4' })
      }
    if (stretch.includes(':'))
      for (const match of stretch.matchAll(IPV6)) {
        const start = from + match.index
        if (isIpv6(match[0])) report({ type: 'IP_ADDRESS', start, end: start + match[0].length, confidence: 0.95, kind: 'ipv6' })
      }
    if (/[:.-]/.test(stretch))
      for (const match of stretch.matchAll(MAC)) {
        const start = from + match.index
        if (/[0-9]/.test(match[0])) report({ type: 'MAC_ADDRESS', start, end: start + match[0].length, confidence: 0.95 })
      }
  }
}

export const network: Detector = {
  family: 'network',
  types: ['IP_ADDRESS', 'MAC_ADDRESS'],
  find,
  examples: [
    {
      type: 'IP_ADDRESS',
      found: [
        'from «192.168.10.254»,',
        'host «10.0.0.0/8»',
        'at «2001:db8::8a2e:370:7334».',
        '[«fe80::1ff:fe23:4567:890a»]',
        '«::ffff:192.0.2.128»',
        '«2001:0db8:85a3:0000:0000:8a2e:0370:7334»',
      ],
      ignored: ['version 10.0.19041.1', 'v1.2.3.4', '1.2.3', '256.1.1.1', '1.2.3.4.5', 'at 12:30:45', 'std::vector', 'see section 4.1.2.3'],
    },
    {
      type: 'MAC_ADDRESS',
      found: ['nic «00:1A:2b:3C:4d:5E»', 'nic «00-1a-2b-3c-4d-5e»', 'arp «001a.2b3c.4d5e»'],
      ignored: ['00:1A:2B:3C:4D', 'de-ad-be-ef', '12:30:45 13:00:00', 'a1:b2:c3:d4:e5:f6:a7:b8'],
    },
  ],
}
