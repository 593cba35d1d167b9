import type { Detector, Page, Report } from '../types.ts'

/**
 * Addresses of the web: a scheme and authority (RFC 3986), `www.`, or a bare domain under a top-level domain that is
 * rarely the end of a file name. Trailing punctuation belongs to the sentence.
 */
const SCHEME = /(?:https?|ftps?|sftp|wss?|ssh|git|ldaps?|smb|file|s3|gs|tel|sip)$/i
const BODY = /[^\s<>"'`{}|\\^\u2018-\u201d]+/y
const WWW =
  /(?<![\w@.-])www\.[a-z0-9\u00a1-\uffff](?:[a-z0-9-\u00a1-\uffff]*[a-z0-9\u00a1-\uffff])?(?:\.[a-z0-9\u00a1-\uffff-]+)+(?::\d{1,5})?(?:[/?#][^\s<>"'`{}|\\^]*)?/gi
const BARE =
  /(?<![\w@.\-/])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,4}(?:com|org|net|edu|gov|mil|int|info|biz|io|dev|ai|co|uk|us|ca|eu|de|at|ch|fr|es|it|nl|be|pl|se|dk|fi|no|pt|ie|cz|hu|ro|gr|ru|ua|tr|in|cn|jp|kr|sg|hk|tw|br|mx|ar|cl|au|nz|za|tech|online|site|store|shop|xyz|cloud|tv|gl|ly|link|cc|ws|to)(?![\w@-]|\.[a-z0-9])(?::\d{1,5})?(?:[/?#][^\s<>"'`{}|\\^]*)?/iy
/** What looks like a bare domain in prose and code but is not one. */
const NOT_BARE =
  /^(?:e\.g|i\.e|a\.m|p\.m|u\.s|no\.in|etc\.)|\b(?:this|self|console|math|object|array|window|document|process|module|exports|string|node|vue|next|express|react|asp|system|java|os|np|pd|plt|df)\.[a-z]+$/i

const trimmed = (url: string): number => {
  let end = url.length
  for (;;) {
    const last = url.charAt(end - 1)
    if (/[.,;:!?*_…»”’]/.test(last)) end--
    else if (last === ')' && !url.slice(0, end).includes('(')) end--
    else if (last === ']' && !url.slice(0, end).includes('[')) end--
    else return end
  }
}

const find = ({ text, survey }: Page, report: Report): void => {
  let done = 0
  for (const at of survey.assignments) {
    // A scheme inside an address is part of it: each character is read once, however often "https://" repeats.
    if (at < done || text.charAt(at) !== ':' || text.charAt(at + 1) !== '/' || text.charAt(at + 2) !== '/') continue
    const scheme = SCHEME.exec(text.slice(Math.max(0, at - 6), at))?.[0]
    if (scheme === undefined) continue
    BODY.lastIndex = at + 3
    const body = BODY.exec(text)?.[0]
    if (body === undefined) continue
    const start = at - scheme.length
    done = at + 3 + body.length
    const length = trimmed(scheme + '://' + body)
    if (length > scheme.length + 3) report({ type: 'URL', start, end: start + length, confidence: 0.95 })
  }
  if (!text.includes('.')) return
  for (const match of text.matchAll(WWW)) {
    report({ type: 'URL', start: match.index, end: match.index + trimmed(match[0]), confidence: 0.9 })
  }
  DOTTED.lastIndex = 0
  for (let dot = DOTTED.exec(text); dot; dot = DOTTED.exec(text)) {
    let from = dot.index
    while (from > 0 && dot.index - from < 250 && /[A-Za-z0-9.-]/.test(text.charAt(from - 1))) from--
    while (/[.-]/.test(text.charAt(from))) from++
    BARE.lastIndex = from
    const match = BARE.exec(text)
    if (!match) continue
    const host = match[0].split(/[/?#:]/)[0] ?? ''
    if (!NOT_BARE.test(host) && !/^[\d.]+$/.test(host) && isLikelyDomain(text, from, match[0]))
      report({ type: 'URL', start: from, end: from + trimmed(match[0]), confidence: match[0].length > host.length ? 0.85 : 0.7 })
    DOTTED.lastIndex = Math.max(DOTTED.lastIndex, from + match[0].length)
  }
}

/** A dot between two letters, the second lower case, with at least two letters after it. */
const DOTTED = /[A-Za-z0-9]\.(?=[a-z]{2})/g

/** "end.It" and "Acme.in the" are missing spaces; short common words as top-level domain need a path or lower case. */
const isLikelyDomain = (text: string, start: number, url: string): boolean => {
  const [host = ''] = url.split(/[/?#:]/)
  const labels = host.split('.')
  const tld = labels.at(-1) ?? ''
  if (text.charAt(start + url.length) === '(') return false
  if (/^(?:in|it|to|no|at|be|is|us|so|my|me|id|de|es|ai|co|int|site|store|link|info|cc|py)$/.test(tld) && url.length === host.length)
    return labels.length > 2 || (labels[0] ?? '').length > 3
  return true
}

export const url: Detector = {
  family: 'url',
  types: ['URL'],
  find,
  examples: [
    {
      type: 'URL',
      found: [
        'see «https://example.com/a/b?c=d#e».',
        '(«http://intranet.example.org:8080/x»)',
        'open «www.example.co.uk/path», then',
        'visit «example.com» today',
        '«ftp://files.example.net/a(1).zip»',
      ],
      ignored: [
        'end of line.Next one',
        'e.g. this',
        'console.log(x)',
        'index.ts and main.rs',
        'at 5 p.m. today',
        'C:\\temp',
        'a ratio of 3://',
      ],
    },
  ],
}
