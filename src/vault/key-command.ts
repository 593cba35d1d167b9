import type { KeyObject } from 'node:crypto'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { errorCode } from '#src/kernel/error-code.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { readMasterKey } from './master-key.ts'

const run = promisify(execFile)

const TIMEOUT_MS = 10_000
const MAX_OUTPUT_BYTES = 1_024

/**
 * Asks a program for the master key, such as the client of a key management service: without a shell, nothing on its
 * standard input, at most 10 seconds and 1 KiB. What it prints is never repeated, its complaints neither: they may hold secrets.
 * @throws Refusal `master-key-unavailable`
 */
export const askCommand = async (
  [program, ...args]: readonly [string, ...string[]],
  setting: string,
  timeoutMs = TIMEOUT_MS,
): Promise<KeyObject> => {
  const failed = (why: string) =>
    refuse(
      'unavailable',
      'master-key-unavailable',
      `The command for the master key ${why}.`,
      'Run it in a terminal, as the account of the server: it must print 32 random bytes in base64 and end with 0.',
      setting,
    )
  const asked = run(program, args, { timeout: timeoutMs, maxBuffer: MAX_OUTPUT_BYTES, killSignal: 'SIGKILL', windowsHide: true })
  asked.child.stdin?.end()
  const { stdout } = await asked.catch((error: unknown) => {
    throw failed(reasonOf(error, timeoutMs))
  })
  const key = readMasterKey(stdout)
  if (key === null) throw failed('printed something else than 32 random bytes in base64')
  return key
}

const reasonOf = (error: unknown, timeoutMs: number): string => {
  const code = errorCode(error)
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return `printed more than ${MAX_OUTPUT_BYTES} characters`
  if (code !== '') return `can’t be started (${code})`
  if (typeof error === 'object' && error !== null && 'killed' in error && error.killed === true)
    return `took longer than ${timeoutMs / 1_000} seconds`
  return 'ended with an error'
}
