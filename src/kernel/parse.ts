import type { z } from 'zod'
import type { Blocker } from './refusal.ts'
import { Refusal } from './refusal.ts'

/**
 * Reads a value from outside against a schema.
 * @throws Refusal `invalid-input` with one blocker for each thing that is wrong (the first twenty), each naming the
 *   field, what is wrong with it and what to send instead. Values themselves are never repeated: they may be personal.
 */
export const parseInput = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> => {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return result.data
  const blockers = result.error.issues.flatMap(blockersOf).slice(0, 20)
  const message =
    blockers.length === 1 ? 'One thing in the request needs a change.' : `${blockers.length} things in the request need a change.`
  throw new Refusal('invalid', 'invalid-input', message, blockers)
}

const blockersOf = (issue: z.core.$ZodIssue): Blocker[] => {
  const at = (key?: PropertyKey) => {
    const path = [...issue.path, ...(key === undefined ? [] : [key])].map(part => String(part).slice(0, 60)).join('.')
    return path === '' ? {} : { field: path }
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => ({
        ...at(key),
        reason: 'There is no such field here.',
        remedy: 'Leave it out, or look up how it is called.',
      }))
    case 'invalid_type':
      return [
        issue.input === undefined
          ? { ...at(), reason: 'It is missing.', remedy: `Add it as ${article(issue.expected)}.` }
          : { ...at(), reason: `It is not ${article(issue.expected)}.`, remedy: `Send ${article(issue.expected)}.` },
      ]
    case 'invalid_value':
      return [
        { ...at(), reason: 'It is not one of the values allowed here.', remedy: `Use one of: ${issue.values.slice(0, 30).join(', ')}.` },
      ]
    case 'too_small':
      return [{ ...at(), reason: 'It is too small or too short.', remedy: sentence(issue.message) }]
    case 'too_big':
      return [{ ...at(), reason: 'It is too large or too long.', remedy: sentence(issue.message) }]
    case 'invalid_union':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
    default:
      return [{ ...at(), reason: 'It is not in the form that is needed here.', remedy: sentence(issue.message) }]
  }
}

const names: Record<string, string> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}
const article = (expected: string): string => names[expected] ?? `a ${expected}`
const sentence = (message: string): string => (message.endsWith('.') ? message : `${message}.`)
