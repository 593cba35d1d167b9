import { refuse } from '#src/kernel/refusal.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import type { Hop } from './request.ts'
import { originOf, readTarget, targetName } from './target.ts'

export const MOST_REDIRECTS = 5

/** What another origin gets of our headers: nothing that could be a credential, under whatever name. */
const harmless = new Set(['accept', 'accept-language', 'content-type', 'user-agent'])

/** Headers about a body (RFC 9110 §8), which go with it. */
const aboutBody = new Set(['content-type', 'content-encoding', 'content-language', 'content-location', 'digest', 'content-digest'])

/**
 * The request that a redirect asks for (RFC 9110 §15.4), or null where the answer is none. 303 becomes a GET; 301 and 302
 * turn a POST into a GET, as all browsers do; 307 and 308 change nothing.
 * @param location the Location header as it came.
 * @param before how many redirects were followed already.
 * @throws Refusal `redirect-refused`, `bad-target`
 */
export const nextHop = (hop: Hop, status: number, location: string | undefined, before: number): Hop | null => {
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return null
  const from = targetName(hop.target)
  if (before >= MOST_REDIRECTS) throw refused(from, `it was the redirect number ${MOST_REDIRECTS + 1}, and they may run in a circle`)
  const target = readTarget(resolved(location, hop))
  if (hop.target.scheme === 'https' && target.scheme === 'http') throw refused(from, 'it leads from https to http')

  const toGet = status === 303 ? hop.method !== 'HEAD' && hop.method !== 'GET' : status < 303 && hop.method === 'POST'
  const body = toGet ? undefined : hop.body
  const elsewhere = originOf(target) !== originOf(hop.target)
  if (elsewhere && body !== undefined) throw refused(from, 'it asks to send the content of the request on to somebody else')
  const headers = Object.entries(hop.headers).filter(([name]) => !(toGet && aboutBody.has(name)) && (!elsewhere || harmless.has(name)))
  return { target, method: toGet ? 'GET' : hop.method, headers: Object.fromEntries(headers), body }
}

/** Relative references are resolved by the URL parser; whole addresses go to `readTarget` as they came, with all its doubts. */
const resolved = (location: string, { target }: Hop): string => {
  if (/^[a-z][a-z0-9+.-]*:/i.test(location)) return location
  if (/[\p{Cc}\\]/u.test(location) || !URL.canParse(location, `${originOf(target)}${target.path}`))
    throw refused(targetName(target), 'where it leads can’t be understood')
  return new URL(location, `${originOf(target)}${target.path}`).href
}

const refused = (from: string, why: string): Refusal =>
  refuse(
    'forbidden',
    'redirect-refused',
    `A redirect of ${from} is not followed: ${why}.`,
    'Use the final https address of the service.',
    'url',
  )

/** Only a private target may lead to another one: else whoever runs a public site could steer calls inside. */
export const refuseInward = (hop: Hop): Refusal => refused(targetName(hop.target), 'it leads from the internet to a private target')
