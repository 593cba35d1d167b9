import { createHmac } from 'node:crypto'
import { RE2JS, RE2JSException } from 're2js'
import { z } from 'zod'
import { Refusal, refuse } from '#src/kernel/refusal.ts'
import { before } from './context.ts'
import { INFO_TYPES, type Page, type Report } from './types.ts'

/**
 * What a company adds by itself, as plain data that can be stored, versioned and handed to a worker. Patterns run on
 * RE2's linear-time engine: no pattern, however written, takes more than time proportional to the text.
 */
const id = z.string().regex(/^[A-Z][A-Z0-9_]{1,40}$/, 'an id is capitals, digits and underscores')
const confidence = z.number().min(0).max(1).default(0.8)
const near = z.array(z.string().trim().min(2).max(60)).max(40).optional()

const pattern = z.strictObject({
  id,
  kind: z.literal('pattern'),
  /** RE2 syntax: no look-around, no back-references. */
  pattern: z.string().min(1).max(1000),
  ignoreCase: z.boolean().default(false),
  /** One of these words must stand before the match, within 72 characters. */
  near,
  confidence,
})

const dictionary = z.strictObject({
  id,
  kind: z.literal('dictionary'),
  /** Whole words or phrases, found in any case. */
  entries: z.array(z.string().trim().min(2).max(200)).min(1).max(20_000),
  near,
  confidence,
})

const exact = z.strictObject({
  id,
  kind: z.literal('exact'),
  /** The company's key for these hashes; whoever has only the list can't try values against it. */
  key: z.string().min(16).max(200),
  /** `exactHash(key, value)` of each value. The values themselves are nowhere. */
  hashes: z
    .array(z.string().regex(/^[A-Za-z0-9_-]{22}$/, 'made by exactHash'))
    .min(1)
    .max(1_000_000),
  /** How many words the longest value has. */
  words: z.number().int().min(1).max(6).default(1),
  confidence: confidence.default(0.95),
})

export const companyDetector = z.discriminatedUnion('kind', [pattern, dictionary, exact])
export type CompanyDetector = z.input<typeof companyDetector>
type Definition = z.output<typeof companyDetector>

const MAX_DETECTORS = 200
const MAX_FINDINGS = 10_000

/** The same for "ACME-1234", "acme 1234" and "Acme1234": letters and digits, in small letters. */
const plain = (value: string): string =>
  value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** The first 128 bits of HMAC-SHA-256 over the value without case, spaces and punctuation. */
export const exactHash = (key: string, value: string): string =>
  createHmac('sha256', key).update(plain(value)).digest('base64url').slice(0, 22)

/** Checks the definitions and compiles them; a `Refusal` names the first that can't be used. */
export const companyFinders = (definitions: readonly CompanyDetector[]): ((page: Page, report: Report) => void)[] => {
  if (definitions.length > MAX_DETECTORS)
    throw refuse(
      'too-large',
      'too-many-detectors',
      `${definitions.length} detectors are defined; at most ${MAX_DETECTORS} are allowed.`,
      'Join patterns of one kind with |.',
      'company',
    )
  return definitions.map((definition, index) => {
    const parsed = companyDetector.safeParse(definition)
    if (!parsed.success)
      throw new Refusal(
        'invalid',
        'bad-detector',
        `Detector ${index + 1} can't be used.`,
        parsed.error.issues.map(({ path, message }) => ({
          field: ['company', index, ...path].join('.'),
          reason: message,
          remedy: 'Correct this field of the detector.',
        })),
      )
    if (INFO_TYPES.some(type => type === parsed.data.id))
      throw refuse('invalid', 'detector-id-taken', `${parsed.data.id} is a built-in type.`, 'Choose another id.', `company.${index}.id`)
    return finderOf(parsed.data, index)
  })
}

const finderOf = (definition: Definition, index: number): ((page: Page, report: Report) => void) => {
  if (definition.kind === 'pattern') return patternFinder(definition, index)
  return definition.kind === 'dictionary' ? dictionaryFinder(definition) : exactFinder(definition)
}

const isNear = (words: readonly string[] | undefined, text: string, start: number): boolean => {
  if (!words) return true
  const left = before(text, start)
  return words.some(word => left.includes(word.toLowerCase()))
}

const patternFinder = ({ id, pattern, ignoreCase, near, confidence }: Definition & { kind: 'pattern' }, index: number) => {
  let compiled: RE2JS
  try {
    compiled = RE2JS.compile(pattern, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0)
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error
    throw refuse(
      'invalid',
      'bad-pattern',
      `The pattern of ${id} can't be used: ${error.message}`,
      'Write it in RE2 syntax; look-around and back-references do not exist there.',
      `company.${index}.pattern`,
    )
  }
  if (compiled.matcher('').find())
    throw refuse(
      'invalid',
      'pattern-matches-nothing',
      `The pattern of ${id} matches the empty text.`,
      'Make at least one character required.',
      `company.${index}.pattern`,
    )
  return ({ text }: Page, report: Report): void => {
    const matcher = compiled.matcher(text)
    for (let found = 0; found < MAX_FINDINGS && matcher.find(); found++) {
      const start = matcher.start()
      if (isNear(near, text, start)) report({ type: id, start, end: matcher.end(), confidence })
    }
  }
}

const WORD = /[\p{L}\p{N}]+/gu

const dictionaryFinder = ({ id, entries, near, confidence }: Definition & { kind: 'dictionary' }) => {
  const wordsOf = (text: string): string[] => text.toLowerCase().match(WORD) ?? []
  const known = new Map<string, Set<string>>()
  let longest = 1
  for (const entry of entries) {
    const words = wordsOf(entry)
    const [first] = words
    if (first === undefined) continue
    longest = Math.max(longest, words.length)
    known.set(first, (known.get(first) ?? new Set()).add(words.join(' ')))
  }
  return ({ text }: Page, report: Report): void => {
    const words = Array.from(text.matchAll(WORD), match => ({
      low: match[0].toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    }))
    for (const [i, { low, start }] of words.entries()) {
      const phrases = known.get(low)
      if (!phrases) continue
      for (let n = Math.min(longest, words.length - i); n > 0; n--) {
        const last = words[i + n - 1]
        if (
          !last ||
          !phrases.has(
            words
              .slice(i, i + n)
              .map(word => word.low)
              .join(' '),
          )
        )
          continue
        if (isNear(near, text, start)) report({ type: id, start, end: last.end, confidence })
        break
      }
    }
  }
}

const CHUNK = /[\p{L}\p{N}]+(?:[-./'’][\p{L}\p{N}]+)*/gu

const exactFinder = ({ id, key, hashes, words: longest, confidence }: Definition & { kind: 'exact' }) => {
  const known = new Set(hashes)
  return ({ text }: Page, report: Report): void => {
    const tried = new Map<string, boolean>()
    const isKnown = (value: string): boolean => {
      let answer = tried.get(value)
      if (answer === undefined) tried.set(value, (answer = known.has(exactHash(key, value))))
      return answer
    }
    const chunks = Array.from(text.matchAll(CHUNK), match => ({ start: match.index, end: match.index + match[0].length }))
    for (const [i, { start }] of chunks.entries())
      for (let n = Math.min(longest, chunks.length - i); n > 0; n--) {
        const end = chunks[i + n - 1]?.end ?? start
        if (!isKnown(plain(text.slice(start, end)))) continue
        report({ type: id, start, end, confidence })
        break
      }
  }
}
