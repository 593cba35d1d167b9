import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { SignedReceipt } from '#src/engines/receipt/index.ts'
import { signedReceipt, whyNotProven } from '#src/engines/receipt/index.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { Command } from './command.ts'

const help = `guildhall receipt: check, offline, that a person saw what left the company.

  guildhall receipt verify FILE --content FILE [--key VKEY] [--json]
      FILE is a receipt as the API answers it (show-content-receipt). --content names a file with exactly what was sent; other
      bytes are not what was approved. --key is the ledger's verifier key (name+id+base64), which you should have from
      somewhere else than the receipt.

Exit codes: 0 a person approved these bytes, 1 that is not shown (the reason is named), 2 input that can't be used.
`

/** Verifies receipts of content reviews: no store, no server, no network. */
export const receiptCommand: Command = {
  name: 'receipt',
  summary: 'Check, offline, that a person approved exactly what was sent.',
  help,
  async run([what, ...args], terminal) {
    if (what !== 'verify') throw usage('Say what to do: verify.')
    const { file, content, key, json } = readArguments(args)
    const signed = readReceipt(await read(file, 'FILE'), file)
    const bytes = await read(content, '--content')
    const fault = whyNotProven(signed, bytes, key ?? signed.key)
    if (json) terminal.out(`${JSON.stringify({ ok: fault === null, fault, receipt: signed.receipt, trust: trustOf(key) }, null, 2)}\n`)
    else terminal.out(fault === null ? provenText(signed, key) : `NOT PROVEN: ${fault}\n`)
    return fault === null ? 0 : 1
  },
}

const usage = (reason: string) => refuse('invalid', 'bad-arguments', reason, 'See guildhall help receipt.')

const readArguments = (args: string[]): { file: string; content: string; key: string | undefined; json: boolean } => {
  const { values, positionals } = parse(args)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw usage('Name one receipt.')
  const { content, key, json = false } = values
  if (content === undefined) throw usage('Name the file with what was sent, with --content: a receipt is about these bytes and no others.')
  return { file, content, key, json }
}

const parse = (args: string[]) => {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { content: { type: 'string' }, key: { type: 'string' }, json: { type: 'boolean' } },
    })
  } catch (error) {
    throw usage(error instanceof Error ? `${error.message.split('\n')[0]}` : String(error))
  }
}

const read = async (path: string, field: string): Promise<Buffer> => {
  try {
    return await readFile(path)
  } catch (error) {
    throw error instanceof Error && 'syscall' in error
      ? refuse('invalid', 'file-unreadable', `${path} can't be read: ${error.message}.`, 'Name a file that you may read.', field)
      : error
  }
}

/** @throws Refusal `not-a-receipt` for what has another shape; what it says is believed only once its signature is right. */
const readReceipt = (bytes: Buffer, file: string): SignedReceipt => {
  const parsed = signedReceipt.safeParse(jsonIn(bytes.toString()))
  if (parsed.success) return parsed.data
  throw refuse(
    'invalid',
    'not-a-receipt',
    `${file} is no receipt of a content review.`,
    'Give the answer of show-content-receipt, unchanged.',
    'FILE',
  )
}

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const trustOf = (key: string | undefined): 'given-key' | 'own-key' => (key === undefined ? 'own-key' : 'given-key')

const provenText = ({ receipt, key }: SignedReceipt, given: string | undefined): string => {
  const { reviewer, decidedAt, openedAt, solution, ledgerEntry, installation } = receipt
  const who = reviewer.name ?? `the person ${reviewer.id}`
  return [
    `${who} approved exactly these bytes on ${decidedAt}, for ${solution.key} in its approved version ${solution.version ?? '?'}.`,
    reviewer.attended ? '  They had signed in themself.' : '  It was done with a token: a machine may have decided.',
    openedAt === null ? '  The content was never shown to them.' : `  The content was first shown to them on ${openedAt}.`,
    `  Entry ${ledgerEntry} of the ledger ${installation} holds it.`,
    `  key: ${key}`,
    ...(trustOf(given) === 'given-key'
      ? []
      : [
          '  The key was taken from the receipt itself: this shows that it agrees with itself, not who wrote it.',
          '  Pass the key that you have from elsewhere with --key to know that.',
        ]),
    '',
  ].join('\n')
}
