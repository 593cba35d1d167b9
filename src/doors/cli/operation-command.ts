import { readFileSync } from 'node:fs'
import { text as readAll } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { errorCode } from '#src/kernel/error-code.ts'
import type { AnyOperation, Answering, Outcome } from '#src/kernel/operation.ts'
import { newId } from '#src/kernel/ids.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { parse as parseYaml } from 'yaml'
import type { Command } from './command.ts'

/** As whom a command asks: as one of the demo's people, or as whoever a token belongs to. */
export type Who = { persona: string } | { token: string }

/** Calls an operation as somebody, or as the operator where nobody is named, here or at the server that has the data. */
export type Caller = <O>(operation: Answering<O>, input: Record<string, unknown>, who?: Who) => Promise<Outcome<O>>

/** Gives a caller for the time of a command: opening the data takes half a second, so a command opens it once. */
export type WithCaller = <T>(use: (call: Caller) => Promise<T>) => Promise<T>

/**
 * Every operation that HTTP mounts is a command too; its fields are its options.
 * @param token of whom it asks as, where the terminal's environment holds one.
 */
export const operationCommand = (operation: AnyOperation, withCaller: WithCaller, token?: string): Command => ({
  name: operation.name,
  summary: operation.summary,
  help: help(operation),
  async run(args, terminal) {
    const { as, input } = await readArguments(operation, args, terminal.stdin)
    const who = as === undefined ? (token === undefined ? undefined : { token }) : { persona: as }
    const { output, entries } = await withCaller(call => call(operation, input, who))
    terminal.out(`${JSON.stringify(output, null, 2)}\n`)
    if (entries.length > 0) terminal.err(`Recorded in the ledger as ${entries.length === 1 ? 'entry' : 'entries'} ${entries.join(', ')}.\n`)
    return 0
  },
})

const readArguments = async (operation: AnyOperation, args: string[], stdin: NodeJS.ReadableStream) => {
  const fields = Object.keys(operation.input.shape)
  const options = Object.fromEntries(
    [...fields.map(flagOf), 'input', 'as', 'json'].map(name => [name, { type: name === 'json' ? 'boolean' : 'string' } as const]),
  )
  const { values } = parse(operation, args, options)
  const file = values['input']
  const input: Record<string, unknown> = typeof file === 'string' ? await readInput(file, stdin) : {}
  for (const field of fields) {
    const given = values[flagOf(field)]
    if (typeof given === 'string') input[field] = valueOf(operation, field, given)
  }
  // A person at a terminal asks once; a script that repeats names its request itself.
  if (operation.once) input['requestId'] ??= newId()
  return { as: typeof values['as'] === 'string' ? values['as'] : undefined, input }
}

const parse = (operation: AnyOperation, args: string[], options: Record<string, { type: 'boolean' | 'string' }>) => {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false })
  } catch (error) {
    throw refuse('invalid', 'bad-arguments', firstSentence(error), `See \`guildhall help ${operation.name}\`.`)
  }
}

const firstSentence = (error: unknown): string => `${(error instanceof Error ? error.message : String(error)).split(/\.\s|\n/)[0] ?? ''}.`

const readInput = async (file: string, stdin: NodeJS.ReadableStream): Promise<Record<string, unknown>> => {
  const content = file === '-' ? await readAll(stdin) : readFile(file)
  let value: unknown
  try {
    value = parseYaml(content, { maxAliasCount: 100 })
  } catch {
    throw refuse('invalid', 'not-yaml', `${file} is neither YAML nor JSON.`, 'Look for a missing quote, colon or bracket.', 'input')
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  throw refuse('invalid', 'not-an-object', `${file} holds no fields.`, 'Write one field a line, as `name: …`.', 'input')
}

/** @throws Refusal `no-such-file` */
export const readFile = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const missing = errorCode(error) === 'ENOENT'
    throw refuse(
      'invalid',
      missing ? 'no-such-file' : 'unreadable-file',
      missing ? `There is no file ${file}.` : `${file} can’t be read.`,
      'Check its name and your rights to it.',
    )
  }
}

/** Text stays text; what the schema takes only as a number, list or object is read as JSON. */
const valueOf = (operation: AnyOperation, field: string, given: string): unknown => {
  const schema = operation.input.shape[field]
  const read = asJson(given)
  const wantsText = schema?.safeParse(given).success === true || schema?.safeParse(read).error?.issues[0]?.code === 'invalid_type'
  return wantsText ? given : read
}

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const flagOf = (field: string): string => field.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

const help = (operation: AnyOperation): string => {
  const fields = Object.entries(operation.input.shape).map(
    ([field, schema]) =>
      `  --${flagOf(field).padEnd(14)} ${schema.description ?? ''}${schema.safeParse(undefined).success ? ' (optional)' : ''}`,
  )
  return [
    operation.summary,
    '',
    `  guildhall ${operation.name} [--field VALUE …] [--input FILE|-] [--as PERSON]`,
    '',
    ...(fields.length > 0 ? ['Fields:', ...fields, ''] : []),
    '  --input FILE     Fields from a YAML or JSON file; - reads standard input',
    '  --as PERSON      Whom to act as, in the demo (see `guildhall list-personas`)',
    '',
    'With GUILDHALL_TOKEN it asks as whoever the token belongs to; else as the operator.',
    '',
  ].join('\n')
}
