import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { parse as parseYaml } from 'yaml'
import { SHIPPED_CHARTER } from '#src/capabilities/charter-folder.ts'
import {
  decide,
  LANGUAGES,
  parseFacts,
  VERDICTS,
  type Charter,
  type Decision,
  type Language,
  type Verdict,
} from '#src/engines/charter/index.ts'
import { errorCode } from '#src/kernel/error-code.ts'
import { refuse, Refusal } from '#src/kernel/refusal.ts'
import { askAtTerminal } from './check-questionnaire.ts'
import type { Command, ExitCode, Terminal } from './command.ts'
import { decisionText } from './decision-text.ts'
import { fileLines } from './file-lines.ts'
import { charterIn } from './load-charter.ts'

const HELP = `guildhall check [FACTS.yaml | FACTS.json | -] [options]

Says whether an idea may be built, why, who must agree, and what would make it simpler.
Without a file, at a terminal, it asks: only what can still change the answer.

  --json             the decision as one line of JSON
  --jsonl            one facts object a line in (with an "id" if you like), one decision a line out
  --fail-on VERDICT  exit 1 on this verdict; may be repeated: ${VERDICTS.join(', ')}
  --lang LANGUAGE    ${LANGUAGES.join(' or ')}
  --charter FOLDER   another charter than the one that ships
  --on DATE          as of this day instead of today (rules begin and end)

  guildhall check idea.yaml
  guildhall check - --json --fail-on refused --fail-on referred < idea.json
  guildhall check ideas.jsonl --jsonl > decisions.jsonl
`

/** Far above any real set of facts. */
const MAX_CHARACTERS = 1_000_000

export const checkCommand: Command = {
  name: 'check',
  summary: 'Say whether an idea may be built, and why',
  help: HELP,
  async run(args, terminal) {
    const given = readArguments(args)
    const charter = await charterIn(given.charter)
    const now = given.on === null ? Temporal.Now.instant() : startOf(given.on, charter)
    if (given.jsonl) return checkLines(charter, given, now, terminal)
    if (given.file === null && !terminal.interactive)
      throw refuse(
        'invalid',
        'no-facts',
        'There are no facts to check.',
        'Name a file, write - to read them from standard input, or run this at a terminal.',
      )
    const facts =
      given.file === null
        ? await askAtTerminal(charter, now, given.language, terminal)
        : readFacts(await readInput(given.file, terminal), given.file)
    const answer = answerFor(charter, facts, now, given.language)
    terminal.out(given.json ? `${JSON.stringify(answer)}\n` : decisionText(charter, answer, given.language))
    return given.failOn.includes(answer.verdict) ? 1 : 0
  },
}

type Answer = { id?: unknown } & Decision

const answerFor = (charter: Charter, written: unknown, now: Temporal.Instant, language: Language): Answer => {
  if (typeof written !== 'object' || written === null || Array.isArray(written) || !('id' in written))
    return decide(charter, parseFacts(charter, written), now, language)
  const { id, ...facts } = written
  return { id, ...decide(charter, parseFacts(charter, facts), now, language) }
}

/** A line that can't be used gets an error in its place, and the others still get their answer. */
const checkLines = async (charter: Charter, given: Given, now: Temporal.Instant, terminal: Terminal): Promise<ExitCode> => {
  const lines =
    given.file === null || given.file === '-'
      ? createInterface({ input: terminal.stdin, crlfDelay: Infinity })
      : fileLines(given.file, MAX_CHARACTERS)
  let exit: ExitCode = 0
  let number = 0
  for await (const line of lines) {
    number += 1
    if (line.trim() === '') continue
    let id: unknown
    try {
      if (line.length > MAX_CHARACTERS)
        throw refuse('too-large', 'line-too-long', `The line has ${line.length} characters.`, `Keep each line under ${MAX_CHARACTERS}.`)
      const written = readJson(line, `line ${number}`)
      if (typeof written === 'object' && written !== null && 'id' in written) id = written.id
      const answer = answerFor(charter, written, now, given.language)
      terminal.out(`${JSON.stringify(answer)}\n`)
      if (exit === 0 && given.failOn.includes(answer.verdict)) exit = 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      terminal.out(`${JSON.stringify({ id, line: number, error: { code: error.code, blockers: error.blockers } })}\n`)
      exit = 2
    }
  }
  return exit
}

interface Given {
  file: string | null
  json: boolean
  jsonl: boolean
  failOn: readonly Verdict[]
  language: Language
  charter: string
  on: string | null
}

const usage = (reason: string): Refusal => refuse('invalid', 'bad-arguments', reason, 'See guildhall check --help.')

const readArguments = (args: string[]): Given => {
  const { values, positionals } = parsed(args)
  if (positionals.length > 1) throw usage(`One set of facts at a time, not ${positionals.length}; for many write --jsonl.`)
  const failOn = (values['fail-on'] ?? []).flatMap(list => list.split(',')).map(name => oneOf(VERDICTS, name, 'verdict'))
  const on = values.on ?? null
  if (on !== null && !/^\d{4}-\d{2}-\d{2}$/.test(on)) throw usage(`"${on.slice(0, 40)}" is not a day; write it as 2026-12-02.`)
  return {
    file: positionals[0] ?? null,
    json: values.json ?? false,
    jsonl: values.jsonl ?? false,
    failOn,
    language: oneOf(LANGUAGES, values.lang ?? 'en', 'language'),
    charter: values.charter ?? SHIPPED_CHARTER,
    on,
  }
}

const parsed = (args: string[]) => {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        jsonl: { type: 'boolean' },
        'fail-on': { type: 'string', multiple: true },
        lang: { type: 'string' },
        charter: { type: 'string' },
        on: { type: 'string' },
      },
    })
  } catch (error) {
    throw usage(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
  }
}

const oneOf = <T extends string>(known: readonly T[], name: string, what: string): T => {
  const found = known.find(one => one === name)
  if (found === undefined) throw usage(`"${name.slice(0, 40)}" is not a ${what}; write one of ${known.join(', ')}.`)
  return found
}

const startOf = (day: string, charter: Charter): Temporal.Instant => {
  try {
    return Temporal.PlainDate.from(day).toZonedDateTime(charter.documents['charter.yaml'].timeZone).toInstant()
  } catch (error) {
    if (error instanceof RangeError) throw usage(`${day} is not a day of the calendar.`)
    throw error
  }
}

const readInput = async (file: string, terminal: Terminal): Promise<string> => {
  if (file !== '-')
    return readFile(file, 'utf8').catch((error: unknown) => {
      throw refuse(
        'invalid',
        'file-unreadable',
        `${file} can’t be read: ${errorCode(error) || 'no reason given'}.`,
        'Check the name and the permissions of the file.',
      )
    })
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of terminal.stdin) {
    text += Buffer.isBuffer(chunk) ? decoder.decode(chunk, { stream: true }) : String(chunk)
    if (text.length > MAX_CHARACTERS) break
  }
  return text + decoder.decode()
}

const readFacts = (text: string, file: string): unknown => {
  if (text.length > MAX_CHARACTERS)
    throw refuse('too-large', 'facts-too-large', `${file} is too large for facts.`, 'For many sets of facts write --jsonl.')
  if (file.endsWith('.json')) return readJson(text, file)
  try {
    return parseYaml(text, { maxAliasCount: 0, logLevel: 'error' })
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
    throw refuse(
      'invalid',
      'facts-unreadable',
      `${file === '-' ? 'The input' : file} is neither YAML nor JSON: ${why}`,
      'Write one answer a line, such as audience: my-team.',
    )
  }
}

const readJson = (text: string, where: string): unknown => {
  try {
    // Some editors put a byte order mark in front, which JSON does not allow (RFC 8259, 8.1).
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw refuse('invalid', 'facts-unreadable', `${where} is not JSON.`, 'Write one facts object.')
  }
}
