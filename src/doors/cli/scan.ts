import { readFile } from 'node:fs/promises'
import { createScanner, INFO_TYPES, redact, type Finding, type InfoType, type ScannerOptions } from '#src/engines/dlp/index.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { createAside } from '#src/scanning/index.ts'
import type { Command, ExitCode, Terminal } from './command.ts'
import { inFile, readDetectors } from './scan-detectors.ts'

const HELP = `guildhall scan [FILE|-] [--json | --jsonl | --redact] [options]

Finds sensitive data in a text: personal data, numbers of people and accounts, secrets. Nothing leaves this machine.
Without FILE, or with -, the text is read from standard input.

  --json             {"findings":[{"type","start","end","confidence"}]}; offsets in UTF-16 code units of the text
  --jsonl            one {"id","text"} a line in, one {"id","findings"} a line out
  --redact           the text, each value replaced by a placeholder such as [EMAIL_ADDRESS_1]
  --types A,B        only these types
  --min-confidence N drop findings below N (0 to 1; 0.5 when left out)
  --detectors FILE   also the company's own detectors in this YAML or JSON file (docs/examples/detectors.yaml)
  --time-limit N     with --detectors: end a text's scan after N seconds (10 when left out)
  --fail-on-finding  exit 1 when anything is found

Exit codes: 0 fine, 1 something was found and you asked to fail on it, 2 input that can't be used, 3 our fault.

  guildhall scan letter.txt
  pbpaste | guildhall scan --redact
  guildhall scan prompts.jsonl --jsonl > findings.jsonl
`

type Output = 'table' | 'json' | 'jsonl' | 'redact'

interface Request {
  file: string
  output: Output
  types?: InfoType[]
  minConfidence?: number
  detectors?: string
  seconds: number
  failOnFinding: boolean
}

export const scanCommand: Command = {
  name: 'scan',
  summary: 'Find sensitive data in a text',
  help: HELP,
  async run(args, terminal) {
    const request = parse(args)
    const options = {
      ...(request.types ? { types: request.types } : {}),
      ...(request.minConfidence === undefined ? {} : { minConfidence: request.minConfidence }),
    }
    const { scan, close } = await scannerOf(request, options)
    try {
      const found = await PRESENT[request.output](scan, await read(request.file, terminal), terminal)
      return answer(found, request)
    } finally {
      await close()
    }
  },
}

type Scan = (text: string) => Promise<Finding[]>

/** Patterns that somebody else wrote run in a thread that can be ended. */
const scannerOf = async ({ detectors, seconds }: Request, options: ScannerOptions): Promise<{ scan: Scan; close(): Promise<void> }> => {
  if (detectors === undefined) {
    const scanner = createScanner(options)
    return { scan: text => Promise.resolve(scanner.scan(text)), close: () => Promise.resolve() }
  }
  const company = await readDetectors(detectors)
  const told = (error: unknown): never => {
    throw inFile(error)
  }
  try {
    const aside = createAside({ ...options, company, timeLimit: seconds * 1000 })
    return { scan: text => aside.scan(text).catch(told), close: () => aside.close() }
  } catch (error) {
    return told(error)
  }
}

const answer = (found: number, { failOnFinding }: Request): ExitCode => (failOnFinding && found > 0 ? 1 : 0)

const parse = (args: readonly string[]): Request => {
  const request: Request = { file: '-', output: 'table', seconds: 10, failOnFinding: false }
  let fileGiven = false
  for (let i = 0; i < args.length; i++) {
    const [name, inline] = splitOption(args[i] ?? '')
    const value = (): string => {
      const given = inline ?? args[++i]
      if (given === undefined) throw refuse('invalid', 'option-without-value', `${name} needs a value.`, 'See guildhall scan --help.', name)
      return given
    }
    if (name === '--json' || name === '--jsonl' || name === '--redact') {
      const output = name === '--json' ? 'json' : name === '--jsonl' ? 'jsonl' : 'redact'
      if (request.output !== 'table' && request.output !== output)
        throw refuse('invalid', 'two-outputs', `${name} and --${request.output} exclude each other.`, 'Choose one form of output.', name)
      request.output = output
    } else if (name === '--fail-on-finding') request.failOnFinding = true
    else if (name === '--types') request.types = value().split(',').map(infoType)
    else if (name === '--detectors') request.detectors = value()
    else if (name === '--time-limit') request.seconds = timeLimit(value())
    else if (name === '--min-confidence') request.minConfidence = confidence(value())
    else if (name.startsWith('-') && name !== '-')
      throw refuse('invalid', 'unknown-option', `There is no option ${name}.`, 'See guildhall scan --help.', name)
    else if (fileGiven) throw refuse('invalid', 'two-files', 'Only one file is scanned at a time.', 'Use --jsonl for many texts.', name)
    else {
      request.file = name
      fileGiven = true
    }
  }
  return request
}

const splitOption = (arg: string): [string, string | undefined] => {
  const at = arg.startsWith('--') ? arg.indexOf('=') : -1
  return at < 0 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)]
}

const infoType = (name: string): InfoType => {
  const type = INFO_TYPES.find(known => known === name.trim().toUpperCase())
  if (!type) throw refuse('invalid', 'unknown-type', `"${name}" is no type of finding.`, `Known: ${INFO_TYPES.join(', ')}.`, '--types')
  return type
}

const confidence = (text: string): number => {
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw refuse('invalid', 'bad-confidence', `"${text}" is no confidence.`, 'Give a number from 0 to 1.', '--min-confidence')
  return value
}

const timeLimit = (text: string): number => {
  const value = Number(text)
  if (text.trim() === '' || !(value > 0 && value <= 3600))
    throw refuse('invalid', 'bad-time-limit', `"${text}" is no time limit.`, 'Give seconds, above 0 and up to 3600.', '--time-limit')
  return value
}

const MAX_BYTES = 64 * 1024 * 1024

const read = async (file: string, terminal: Terminal): Promise<string> => {
  if (file === '-') {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of terminal.stdin) {
      const bytes = Buffer.from(chunk)
      size += bytes.length
      if (size > MAX_BYTES) throw tooLarge('standard input')
      chunks.push(bytes)
    }
    return decode(Buffer.concat(chunks), 'standard input')
  }
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch {
    throw refuse('not-found', 'file-not-readable', `${file} can't be read.`, 'Check the path and your access to it.', 'FILE')
  }
  if (bytes.length > MAX_BYTES) throw tooLarge(file)
  return decode(bytes, file)
}

const tooLarge = (what: string) =>
  refuse('too-large', 'input-too-large', `${what} is larger than ${MAX_BYTES / 1024 / 1024} MB.`, 'Split it and scan the parts.', 'FILE')

const decode = (bytes: Buffer, what: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw refuse(
      'invalid',
      'not-utf8',
      `${what} is not UTF-8 text.`,
      'Convert it first; files such as PDF or Word are not read here.',
      'FILE',
    )
  }
}

/** Each prints its form and answers how many findings there were. */
const PRESENT: Record<Output, (scan: Scan, text: string, terminal: Terminal) => Promise<number>> = {
  async json(scan, text, terminal) {
    const findings = await scan(text)
    terminal.out(JSON.stringify({ findings }) + '\n')
    return findings.length
  },
  async jsonl(scan, text, terminal) {
    let found = 0
    let line = 0
    let out = ''
    for (const row of text.replace(/^\ufeff/, '').split('\n')) {
      line++
      if (row.trim() === '') continue
      const { id, text: body } = record(row, line)
      const findings = await scan(body)
      found += findings.length
      out += JSON.stringify({ id, findings }) + '\n'
      if (out.length > 65_536) {
        terminal.out(out)
        out = ''
      }
    }
    if (out !== '') terminal.out(out)
    return found
  },
  async redact(scan, text, terminal) {
    const findings = await scan(text)
    terminal.out(redact(text, findings).text)
    return findings.length
  },
  async table(scan, text, terminal) {
    const findings = await scan(text)
    terminal.out(table(findings, text))
    return findings.length
  },
}

const record = (row: string, line: number): { id: unknown; text: string } => {
  let value: unknown
  try {
    value = JSON.parse(row)
  } catch {
    throw refuse('invalid', 'not-json', `Line ${line} is not JSON.`, 'Give one {"id","text"} object a line.', `line ${line}`)
  }
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string')
    throw refuse('invalid', 'no-text', `Line ${line} has no "text".`, 'Give one {"id","text"} object a line.', `line ${line}`)
  return { id: 'id' in value ? value.id : null, text: value.text }
}

/** For people: where and what, the value itself only hinted at, so that the answer can be shared or logged. */
const table = (findings: readonly Finding[], text: string): string => {
  if (findings.length === 0) return 'Nothing sensitive found.\n'
  let line = 1
  let lineStart = 0
  let at = 0
  const rows = findings.map(({ type, kind, start, end, confidence }) => {
    for (; at < start; at++)
      if (text.charCodeAt(at) === 10) {
        line++
        lineStart = at + 1
      }
    return [
      `${line}:${start - lineStart + 1}`,
      kind ? `${type} (${kind})` : type,
      hint(text.slice(start, end)),
      `${Math.round(confidence * 100)} %`,
    ]
  })
  const all = [['where', 'type', 'value', 'confidence'], ...rows]
  const widths = [0, 1, 2].map(column => Math.max(...all.map(row => row[column]?.length ?? 0)))
  const lines = all.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n\n${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}.\n`
}

/** First character and length: enough to find the place again, too little to use. */
const hint = (value: string): string => `${(value.match(/^[\p{L}\p{N}]/u)?.[0] ?? '').trim()}… (${value.length} characters)`
