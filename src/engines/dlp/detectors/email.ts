import type { Detector, Page, Report } from '../types.ts'

/**
 * E-mail addresses outward from each `@`: the local part of RFC 5322 `dot-atom` (and letters of RFC 6531), a domain
 * with at least two labels whose last is no number. Limits of RFC 5321 §4.5.3.1: 64 and 255 octets.
 */
const LOCAL = /[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\-\u00a1-\uffff]/
const NOT_FIRST = /^[.!#$%&'*+/=?^`{|}~\-\u2010-\u206f\u3000-\u303f]+/
const DOMAIN = /(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:\p{L}{2,24}|xn--[a-z0-9-]{2,59})(?![\p{L}\p{N}_])/uy
const LITERAL = /\[(?:\d{1,3}\.){3}\d{1,3}\]/y

const find = ({ text, survey }: Page, report: Report): void => {
  for (const at of survey.ats) {
    let start = at
    while (start > 0 && at - start < 64 && LOCAL.test(text.charAt(start - 1))) start--
    start = afterScheme(text, start, at)
    start += NOT_FIRST.exec(text.slice(start, at))?.[0].length ?? 0
    let confidence = 0.98
    if (text.charAt(at - 1) === '"') {
      const open = text.lastIndexOf('"', at - 2)
      if (open < 0 || at - open > 64 || text.slice(open, at).includes('\n')) continue
      start = open
      confidence = 0.9
    }
    if (start >= at || text.charAt(at - 1) === '.') continue
    const domain = text.charAt(at + 1) === '[' ? LITERAL : DOMAIN
    domain.lastIndex = at + 1
    const match = domain.exec(text.length > at + 256 ? text.slice(0, at + 256) : text)
    if (match) report({ type: 'EMAIL_ADDRESS', start, end: at + 1 + match[0].length, confidence })
  }
}

/** `mailto:`, `key=` and `user/` in front are no part of the address. */
const afterScheme = (text: string, start: number, at: number): number => {
  const local = text.slice(start, at)
  const cut = Math.max(
    local.lastIndexOf('='),
    local.lastIndexOf('/'),
    local.lastIndexOf('&'),
    local.lastIndexOf('{'),
    local.lastIndexOf('|'),
    local.lastIndexOf('`'),
    local.lastIndexOf("'"),
  )
  return cut < 0 || cut + 1 === local.length || (local[cut] === "'" && /^[A-Za-z]{1,2}'/.test(local)) ? start : start + cut + 1
}

export const email: Detector = {
  family: 'email',
  types: ['EMAIL_ADDRESS'],
  find,
  examples: [
    {
      type: 'EMAIL_ADDRESS',
      found: [
        'write to «jane.doe+news@mail.example.co.uk», please',
        "<«o'neil@example.org»>",
        'mailto:«sales@example.com»?subject=hi',
        'user=«a_b@example.io»&x=1',
        'Schreib an «jürgen@müller-bau.de».',
        'ends here: «me@example.com».',
      ],
      ignored: ['meet @ noon', 'npm i left-pad@1.3.0', 'git@', '@media screen', 'x@y', 'ping @team.', 'user@localhost'],
    },
  ],
}
