import { refuse } from '#src/kernel/refusal.ts'
import { readTarget } from './target.ts'
import type { Target } from './target.ts'

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** A call as its caller words it. */
export interface ExitRequest {
  readonly url: string
  /** GET where left out. */
  readonly method?: Method
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** The longest answer, in bytes, packed and unpacked; 1 MB where left out, at most 64 MB. */
  readonly maxBytes?: number
  /** Milliseconds for everything, with all redirects; 30 s where left out, at most 10 minutes. */
  readonly timeoutMs?: number
  /** Milliseconds that the other side may say nothing, before its headers or within its body; 15 s where left out. */
  readonly silenceMs?: number
  /** Whether to go where the answer points, at most five times. */
  readonly follow?: boolean
}

/** One request on its way; a redirect makes another one. */
export interface Hop {
  readonly target: Target
  readonly method: Method
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | undefined
}

export interface Limits {
  readonly maxBytes: number
  readonly timeoutMs: number
  readonly silenceMs: number
}

const MEGABYTE = 1024 * 1024
const most: Limits = { maxBytes: 64 * MEGABYTE, timeoutMs: 600_000, silenceMs: 600_000 }
const usual: Limits = { maxBytes: MEGABYTE, timeoutMs: 30_000, silenceMs: 15_000 }

/** @throws Refusal `bad-target`, `bad-header` */
export const readRequest = ({ url, method = 'GET', headers = {}, body, ...given }: ExitRequest): { first: Hop; limits: Limits } => ({
  first: { target: readTarget(url), method, headers: readHeaders(headers), body },
  limits: {
    maxBytes: Math.min(given.maxBytes ?? usual.maxBytes, most.maxBytes),
    timeoutMs: Math.min(given.timeoutMs ?? usual.timeoutMs, most.timeoutMs),
    silenceMs: Math.min(given.silenceMs ?? usual.silenceMs, most.silenceMs),
  },
})

const MOST_HEADERS = 64
const MAX_HEADER_CHARACTERS = 16_384

/** Headers that say where a message begins, ends or goes (RFC 9110 §7.6, RFC 9112): these are ours to write. */
const ours = new Set(
  'host connection content-length transfer-encoding te trailer upgrade expect keep-alive proxy-authorization proxy-connection accept-encoding'.split(
    ' ',
  ),
)

const readHeaders = (headers: Readonly<Record<string, string>>): Record<string, string> => {
  const entries = Object.entries(headers).map(([name, value]): [string, string] => [name.toLowerCase(), value])
  for (const [name, value] of entries) {
    if (!/^[a-z0-9!#$%&'*+.^_`|~-]{1,128}$/.test(name) || ours.has(name))
      throw badHeader(name, 'is not one that a call may set', 'Leave it out.')
    // Values may be secrets, so none is ever repeated. Visible characters, spaces and Latin-1 only (RFC 9110 §5.5).
    if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value))
      throw badHeader(name, 'holds characters that no header may hold', 'Remove line breaks and control characters.')
  }
  const size = entries.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  if (entries.length > MOST_HEADERS || size > MAX_HEADER_CHARACTERS)
    throw badHeader(
      'headers',
      'are too many or too long',
      `Use at most ${MOST_HEADERS} headers of ${MAX_HEADER_CHARACTERS} characters in all.`,
    )
  return Object.fromEntries(entries)
}

const badHeader = (name: string, reason: string, remedy: string) =>
  refuse('invalid', 'bad-header', `The header ${name.slice(0, 60)} ${reason}.`, remedy, 'headers')
