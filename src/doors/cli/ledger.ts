import { createWriteStream } from 'node:fs'
import { readFile, rename, unlink } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import {
  MAX_LINE_CHARACTERS,
  Malformed,
  PROOF_MAGIC,
  parseProofFile,
  parseVkey,
  verifyExport,
  verifyProofFile,
} from '#src/engines/merkle/index.ts'
import type { Verification } from '#src/engines/merkle/index.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { Command, ExitCode, Terminal } from './command.ts'
import { fileLines } from './file-lines.ts'
import { stateText, verificationText } from './ledger-text.ts'
import type { StateReport } from './ledger-text.ts'

/** The ledger of this installation, for the commands that need the database. */
export interface OnlineLedger {
  /** The lines of an export, without line breaks; none where nothing was signed yet. */
  exportLines(personal: 'disclosed' | 'withheld'): AsyncIterable<string>
  verifyState(): Promise<StateReport>
}

export interface LedgerParts {
  /** Opens the installation's ledger for the time of the call. */
  withLedger: <T>(use: (ledger: OnlineLedger) => Promise<T>) => Promise<T>
}

const help = `guildhall ledger: take the ledger out of the house, and check that nothing in it was altered.

  guildhall ledger export FILE [--personal]
      Write all sealed entries with their seals and the newest checkpoint. With --personal also the values about people
      that were not erased; without it the file holds only commitments to them.

  guildhall ledger verify FILE [--key VKEY] [--known CHECKPOINT]... [--json]
      Verify an export, offline. --key is the ledger's verifier key (name+id+base64), which you should have from somewhere
      else than the file; --known names files with checkpoints that you kept, so that missing entries are noticed.

  guildhall ledger verify PROOF --key VKEY
      Verify the proof of one entry (a C2SP tlog-proof, as the API gives it), offline, and show the entry.

  guildhall ledger verify --state [--json]
      Verify this installation: its ledger against the key and checkpoint beside it, and every governed row against its
      newest entry.

Exit codes: 0 all is well, 1 something is wrong (the first bad entry is named), 2 input that can't be used.
`

/** Export and verification of the ledger at the terminal. */
export const ledgerCommand = ({ withLedger }: LedgerParts): Command => ({
  name: 'ledger',
  summary: 'Export the ledger, or verify that nothing in it was altered.',
  help,
  async run([what, ...args], terminal) {
    if (what === 'export') return exportTo(readArguments(args, ['personal']), withLedger, terminal)
    if (what !== 'verify')
      throw usage(what === undefined ? 'Say what to do: export or verify.' : `"${what.slice(0, 40)}" is neither export nor verify.`)
    const given = readArguments(args, ['key', 'known', 'json', 'state'])
    return given.state ? checkState(given, withLedger, terminal) : checkFile(given, terminal)
  },
})

interface Given {
  readonly file: string | undefined
  readonly key: string | undefined
  readonly known: readonly string[]
  readonly json: boolean
  readonly state: boolean
  readonly personal: boolean
}

const usage = (reason: string) => refuse('invalid', 'bad-arguments', reason, 'See guildhall help ledger.')

const readArguments = (args: string[], allowed: readonly string[]): Given => {
  const { values, positionals } = parse(args)
  const surplus = Object.keys(values).find(option => !allowed.includes(option))
  if (surplus !== undefined) throw usage(`--${surplus} doesn't belong here.`)
  if (positionals.length > 1) throw usage(`One file at a time, not ${positionals.length}.`)
  const { key, known = [], json = false, state = false, personal = false } = values
  return { file: positionals[0], key, known, json, state, personal }
}

const parse = (args: string[]) => {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        known: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        state: { type: 'boolean' },
        personal: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw usage(error instanceof Error ? `${error.message.split('\n')[0]}` : String(error))
  }
}

/** Writes beside the target and moves it there when whole: a file of that name is always a complete export. */
const exportTo = async ({ file, personal }: Given, withLedger: LedgerParts['withLedger'], terminal: Terminal): Promise<ExitCode> => {
  if (file === undefined) throw usage('Name the file to write.')
  const draft = `${file}.part`
  let lines = 0
  await withLedger(async ledger => {
    const counted = async function* (): AsyncGenerator<string> {
      for await (const line of ledger.exportLines(personal ? 'disclosed' : 'withheld')) {
        lines += 1
        yield `${line}\n`
      }
    }
    try {
      await pipeline(Readable.from(counted()), createWriteStream(draft, { mode: 0o600 }))
    } catch (error) {
      await unlink(draft).catch(() => undefined)
      throw error instanceof Error && 'syscall' in error
        ? refuse(
            'invalid',
            'file-unwritable',
            `${file} can't be written: ${error.message}.`,
            'Name a file in a directory that you may write to.',
          )
        : error
    }
  })
  if (lines === 0) {
    await unlink(draft)
    throw refuse('unavailable', 'nothing-signed-yet', 'The ledger has no checkpoint yet.', 'Try again in a few seconds.')
  }
  await rename(draft, file)
  terminal.out(
    `${file}: ${lines - 2} entries and their checkpoint${personal ? ', with the values about people that were not erased' : ''}.\n`,
  )
  return 0
}

const checkFile = async ({ file, key, known, json }: Given, terminal: Terminal): Promise<ExitCode> => {
  if (file === undefined) throw usage('Name the exported file to verify, or say --state.')
  if (await isProof(file)) return checkProof(file, key, terminal)
  const expected = { ...(key === undefined ? {} : { vkey: readKey(key) }), known: await Promise.all(known.map(readCheckpointFile)) }
  const verification = await verify(file, expected)
  terminal.out(json ? `${JSON.stringify(verification, null, 2)}\n` : verificationText(verification))
  return verification.ok ? 0 : 1
}

const isProof = async (file: string): Promise<boolean> => {
  for await (const line of fileLines(file, MAX_LINE_CHARACTERS)) return line === PROOF_MAGIC
  return false
}

/** The proof carries the entry as its extra data, which counts only because the proof is of that very text. */
const checkProof = async (file: string, given: string | undefined, terminal: Terminal): Promise<ExitCode> => {
  if (given === undefined) throw usage('A proof names no key: give the verifier key of the ledger with --key.')
  const key = parseVkey(readKey(given))
  const text = await readFile(file, 'utf8')
  try {
    const { extra } = parseProofFile(text)
    if (extra === undefined) throw new Malformed('the file does not carry the entry that it proves')
    const { index, checkpoint } = verifyProofFile(text, extra, key)
    terminal.out(
      `Entry ${index} stands among the ${checkpoint.size} entries of ${checkpoint.origin}:\n${Buffer.from(extra).toString('utf8')}\n`,
    )
    return 0
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    terminal.out(`NOT PROVEN: ${error.message}.\n`)
    return 1
  }
}

const verify = async (file: string, expected: Parameters<typeof verifyExport>[1]): Promise<Verification> => {
  try {
    return await verifyExport(() => fileLines(file, MAX_LINE_CHARACTERS), expected)
  } catch (error) {
    throw error instanceof Malformed
      ? refuse('invalid', 'not-an-export', `${file}: ${error.message}.`, 'Give a file that guildhall ledger export wrote.')
      : error
  }
}

const checkState = async (
  { file, key, known, json }: Given,
  withLedger: LedgerParts['withLedger'],
  terminal: Terminal,
): Promise<ExitCode> => {
  if (file !== undefined || key !== undefined || known.length > 0)
    throw usage('--state takes key and checkpoint from the installation: leave FILE, --key and --known out.')
  const report = await withLedger(ledger => ledger.verifyState())
  terminal.out(json ? `${JSON.stringify(report, null, 2)}\n` : stateText(report))
  return report.ok ? 0 : 1
}

const readKey = (key: string): string => {
  try {
    return parseVkey(key).vkey
  } catch (error) {
    throw error instanceof Malformed
      ? refuse(
          'invalid',
          'bad-key',
          `The key can't be read: ${error.message}.`,
          'Copy the whole verifier key, as `guildhall doctor` prints it.',
          '--key',
        )
      : error
  }
}

const readCheckpointFile = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw error instanceof Error && 'syscall' in error
      ? refuse('invalid', 'file-unreadable', `${path} can't be read: ${error.message}.`, 'Name a file with one checkpoint note.', '--known')
      : error
  }
}
