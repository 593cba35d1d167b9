import { z } from 'zod'
import { DOCUMENT_NAMES, DOCUMENTS, type DocumentName, type Documents } from './documents.ts'
import { suggest, type Problem } from './problem.ts'
import type { Source } from './source.ts'

/** The source of one document, by its file name. */
export type Sources = (name: DocumentName) => Source

/** Checks the documents against their schemas, and says of each error where it stands and what to write instead. */
export const checkDocuments = (sources: Sources): { documents: Documents } | { problems: readonly Problem[] } => {
  const values = Object.fromEntries(DOCUMENT_NAMES.map(name => [name, sources(name).value()]))
  const parsed = DOCUMENTS.safeParse(values, { reportInput: true })
  if (parsed.success) return { documents: parsed.data }
  const problems = parsed.error.issues.flatMap(issue => {
    const name = DOCUMENT_NAMES.find(name => name === issue.path[0])
    return name === undefined ? [] : explain(sources(name), name, { ...issue, path: issue.path.slice(1) })
  })
  return { problems }
}

type Issue = z.core.$ZodIssue

const explain = (source: Source, name: DocumentName, issue: Issue): readonly Problem[] => {
  const at = issue.path
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => source.problemAtKey(at, key, `"${key}" is not a field here.`, suggest(key, fieldsAt(name, at))))
    case 'invalid_value':
      return [source.problem(at, `${shown(issue.input)} is not allowed here.`, suggest(String(issue.input), issue.values.map(String)))]
    case 'invalid_type':
      return [
        issue.input === undefined
          ? source.problem(at, `"${String(at.at(-1))}" is missing.`, `Add ${String(at.at(-1))}: followed by ${kindOf(issue.expected)}.`)
          : source.problem(at, `${shown(issue.input)} is not ${kindOf(issue.expected)}.`, `Write ${kindOf(issue.expected)}.`),
      ]
    case 'invalid_format':
      return [source.problem(at, `${shown(issue.input)} is not written as it should be.`, formatHint(issue))]
    case 'invalid_union':
      return union(source, name, issue)
    case 'too_small':
      return [
        source.problem(
          at,
          `This is too short: ${shown(issue.input)}.`,
          `At least ${issue.minimum} ${issue.origin === 'string' ? 'character' : 'entry'} is needed.`,
        ),
      ]
    case 'too_big':
      return [
        source.problem(at, 'This is too long.', `At most ${issue.maximum} ${issue.origin === 'string' ? 'characters' : 'entries'} fit.`),
      ]
    default:
      return [source.problem(at, `${issue.message}.`, 'See the JSON Schema of this document.')]
  }
}

/** Of several allowed shapes, the one that got furthest says most about what was meant. */
const union = (source: Source, name: DocumentName, issue: Issue & { code: 'invalid_union' }): readonly Problem[] => {
  const { discriminator } = issue
  if (discriminator !== undefined)
    return [
      source.problem(
        [...issue.path, discriminator],
        `"${discriminator}" is missing or none of the known ones.`,
        'For a question: one, many, yesNo or object.',
      ),
    ]
  const depth = (issues: readonly Issue[]): number => Math.max(...issues.map(({ path }) => path.length), 0)
  const best = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0] ?? []
  const literals = issue.errors
    .flat()
    .flatMap(inner => (inner.code === 'invalid_value' && inner.path.length === 0 ? inner.values.map(String) : []))
  if (depth(best) === 0 && literals.length > 1)
    return [source.problem(issue.path, `${shown(issue.input)} is not allowed here.`, suggest(String(issue.input), literals))]
  return best.slice(0, 1).flatMap(inner => explain(source, name, { ...inner, path: [...issue.path, ...inner.path] }))
}

const formatHint = (issue: Issue & { code: 'invalid_format' }): string => {
  if (issue.format === 'date') return 'Write a day as 2026-12-02.'
  return 'Write small letters, digits and hyphens, beginning with a letter.'
}

const kindOf = (expected: string): string =>
  ({
    string: 'words',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a block of fields',
    record: 'a block of fields',
    tuple: 'a pair in brackets',
  })[expected] ?? expected

const shown = (input: unknown): string => {
  if (input === null || input === undefined) return 'Nothing'
  if (typeof input === 'string') return `"${input.length > 40 ? `${input.slice(0, 40)}…` : input}"`
  if (typeof input === 'object') return Array.isArray(input) ? 'A list' : 'A block of fields'
  return JSON.stringify(input)
}

/** The field names that a document knows at a path, for "did you mean". */
const fieldsAt = (name: DocumentName, path: readonly PropertyKey[]): readonly string[] => {
  const whole: unknown = z.toJSONSchema(DOCUMENTS.shape[name])
  let here = alternatives(whole)
  for (const step of path) here = here.flatMap(schema => alternatives(schema['items'] ?? part(schema['properties'], step)))
  return [...new Set(here.flatMap(({ properties }) => (isRecord(properties) ? Object.keys(properties) : [])))]
}

type Fields = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const part = (properties: unknown, step: PropertyKey): unknown => (isRecord(properties) ? properties[String(step)] : undefined)

/** A JSON Schema, or the several it allows. */
const alternatives = (schema: unknown): readonly Fields[] => {
  if (!isRecord(schema)) return []
  const several = schema['anyOf'] ?? schema['oneOf']
  return Array.isArray(several) ? several.flatMap(alternatives) : [schema]
}
