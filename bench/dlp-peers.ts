/**
 * The scanner beside other npm packages, on the same texts in the same run:
 *
 *     npm install --ignore-scripts --prefix bench/peers
 *     node bench/dlp-peers.ts [--seed N] [--texts N]
 *
 * Structured types only (e-mail, phone, card, IBAN, IP, URL, US SSN and licence). Most peers give back a redacted text;
 * their spans are read from it by aligning it with the original.
 */
import { createRequire } from 'node:module'
import { createScanner } from '#src/engines/dlp/index.ts'
import { corpus } from './dlp-corpus.ts'
import { prose } from './dlp-prose.ts'
import { f, score, STRUCTURED, sum, type Found } from './dlp-score.ts'

const option = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : Number(process.argv[at + 1])
}
const seed = option('seed', 1)
const texts = corpus(seed, option('texts', 600)).map(({ text, spans }) => ({
  text,
  spans: spans.filter(({ type }) => STRUCTURED.has(type)),
}))

type Scan = (text: string) => readonly Found[] | Promise<readonly Found[]>

const NAMES: readonly (readonly [pattern: RegExp, type: string])[] = [
  [/e-?mail/i, 'EMAIL_ADDRESS'],
  [/phone/i, 'PHONE_NUMBER'],
  [/credit|card/i, 'CREDIT_CARD'],
  [/iban/i, 'IBAN_CODE'],
  [/ip[_ -]?(?:v[46]|address)|^ip/i, 'IP_ADDRESS'],
  [/url|link/i, 'URL'],
  [/ssn|social/i, 'US_SSN'],
  [/driv|licen/i, 'US_DRIVER_LICENSE'],
]
const typeOf = (name: string): string => NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? name

/** Where the placeholders of `redacted` stand in `text`: what lies between them must fit. */
const aligned = (text: string, redacted: string, placeholder: RegExp): Found[] => {
  const names = Array.from(redacted.matchAll(placeholder), ([name]) => name)
  if (names.length === 0 || names.length > 40) return []
  const literal = redacted
    .split(new RegExp(placeholder.source.replace(/\((?!\?)/g, '(?:'), 'g'))
    .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  const match = new RegExp(`^${literal.join('([\\s\\S]+?)')}$`, 'd').exec(text)
  return names.flatMap((name, i) => {
    const span = match?.indices?.[i + 1]
    return span ? [{ type: typeOf(name), start: span[0], end: span[1] }] : []
  })
}

const require = createRequire(new URL('peers/package.json', import.meta.url))
const member = (value: unknown, name: string): unknown =>
  (typeof value === 'object' && value !== null) || typeof value === 'function' ? Reflect.get(value, name) : undefined
const call = (owner: unknown, name: string, ...args: unknown[]): unknown => {
  const method = member(owner, name)
  if (typeof method !== 'function') throw new Error(`${name} is no function`)
  return Reflect.apply(method, owner, args)
}
const make = (owner: unknown, name: string, ...args: unknown[]): unknown => {
  const made = member(owner, name)
  if (typeof made !== 'function') throw new Error(`${name} is no class`)
  return Reflect.construct(made, args)
}

const peers: Record<string, () => Promise<Scan>> = {
  'redact-pii': async () => {
    const redactor = make(await import(require.resolve('redact-pii')), 'SyncRedactor')
    return text =>
      aligned(
        text,
        String(call(redactor, 'redact', text)),
        /PERSON_NAME|EMAIL_ADDRESS|PHONE_NUMBER|CREDIT_CARD_NUMBER|US_SOCIAL_SECURITY_NUMBER|IP_ADDRESS|STREET_ADDRESS|ZIPCODE|USERNAME|PASSWORD|CREDENTIALS|DIGITS|URL/g,
      )
  },
  '@redactpii/node': async () => {
    const redactor = make(await import(require.resolve('@redactpii/node')), 'Redactor')
    return text =>
      aligned(
        text,
        String(call(redactor, 'redact', text)),
        /PERSON_NAME|EMAIL_ADDRESS|PHONE_NUMBER|CREDIT_CARD_NUMBER|US_SOCIAL_SECURITY_NUMBER/g,
      )
  },
  openredaction: async () => {
    const redactor = make(await import(require.resolve('openredaction')), 'OpenRedaction')
    return async text => {
      const detections = member(await call(redactor, 'detect', text), 'detections')
      return (Array.isArray(detections) ? detections : []).map(detection => {
        const position = member(detection, 'position')
        const [start, end] = Array.isArray(position) ? position : [0, 0]
        return { type: typeOf(String(member(detection, 'type'))), start: Number(start), end: Number(end) }
      })
    }
  },
  'hai-guardrails': async () => {
    const library: unknown = await import(new URL('peers/node_modules/@presidio-dev/hai-guardrails/dist/index.js', import.meta.url).href)
    const guard = call(library, 'piiGuard', { selection: member(member(library, 'SelectionType'), 'All') })
    const engine = make(library, 'GuardrailsEngine', { guards: [guard] })
    return async text => {
      const messages = member(await call(engine, 'run', [{ role: 'user', content: text }]), 'messages')
      return aligned(text, String(member(Array.isArray(messages) ? messages[0] : undefined, 'content')), /\[REDACTED-[A-Z-]+\]/g)
    }
  },
  llmverify: async () => {
    const library: unknown = await import(require.resolve('llmverify'))
    return text => {
      const answer = call(library, 'redactPII', text)
      const redactions = member(answer, 'redactions')
      const types = (Array.isArray(redactions) ? redactions : [])
        .toSorted((a, b) => Number(member(a, 'position')) - Number(member(b, 'position')))
        .map(redaction => typeOf(String(member(redaction, 'type'))))
      return aligned(text, String(member(answer, 'redacted')), /\[REDACTED\]/g).map((found, i) => ({
        ...found,
        type: types[i] ?? found.type,
      }))
    }
  },
}

const speed = async (scan: Scan, input: string, pieces: number): Promise<number> => {
  const size = Math.ceil(input.length / pieces)
  const parts = Array.from({ length: pieces }, (_, i) => input.slice(i * size, (i + 1) * size))
  const start = process.cpuUsage()
  for (const part of parts) await scan(part)
  const { user, system } = process.cpuUsage(start)
  return Buffer.byteLength(input) / (user + system)
}

const plain = prose(400_000)
const dense = corpus(seed + 1, 2000)
  .map(({ text }) => text)
  .join('\n')

// One peer starts worker threads from a path of its build machine; they fail aside, its answers don't need them.
process.on('uncaughtException', () => undefined)

const scanner = createScanner()
const guildhall: Scan = text => scanner.scan(text)
console.log('structured micro F1'.padStart(36), 'MB/s CPU: prose', 'dense')
for (const [name, load] of [['guildhall', () => Promise.resolve(guildhall)] as const, ...Object.entries(peers)]) {
  try {
    const scan = await load()
    const answers = new Map<string, readonly Found[]>()
    for (const { text } of texts) answers.set(text, await scan(text))
    const total = sum(
      score(
        texts,
        text => answers.get(text) ?? [],
        type => STRUCTURED.has(type),
      ).values(),
    )
    await speed(scan, plain.slice(0, 50_000) + dense.slice(0, 50_000), 100)
    console.log(
      name.padEnd(20),
      f(total, 1).toFixed(3).padStart(15),
      (await speed(scan, plain, 100)).toFixed(2).padStart(15),
      (await speed(scan, dense, 100)).toFixed(2).padStart(5),
    )
  } catch (error) {
    console.log(name.padEnd(20), 'not run:', String(error).slice(0, 120))
  }
}
process.exit(0)
