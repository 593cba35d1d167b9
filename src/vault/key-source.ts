import type { KeyObject } from 'node:crypto'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { Refusal, refuse } from '#src/kernel/refusal.ts'
import { refuseInside } from './key-file.ts'
import { readMasterKey } from './master-key.ts'

/** Where a master key comes from, with the setting that says so. */
export type KeySource =
  | { kind: 'file'; setting: string; path: string; dataDirectory: string }
  | { kind: 'given'; setting: string; key: KeyObject }
  | { kind: 'command'; setting: string; command: readonly [program: string, ...args: string[]] }
  /** Our own file, made at first need. */
  | { kind: 'own-file'; path: string; dataDirectory: string }

export interface KeySources {
  current: KeySource
  /** The master key before this one, for the time of a change. */
  previous: KeySource | null
}

/** What the environment says, by name. */
type Environment = Readonly<Record<string, string | undefined>>

/**
 * Which master key the environment asks for: exactly one of GUILDHALL_KEY_FILE, GUILDHALL_KEY and GUILDHALL_KEY_COMMAND;
 * without any, a file of our own in the user's configuration directory. Reads no key file and runs no command.
 * @param installation names our own file: letters, digits, hyphens; never the same for two installations.
 * @throws Refusal `bad-setting`, which names the variable and never repeats its value.
 */
export const readKeySource = (
  env: Environment,
  { dataDirectory, installation }: { dataDirectory: string; installation: string },
): KeySources => {
  const file = (setting: string): KeySource | null => {
    const path = valueOf(env, setting)
    if (path === undefined) return null
    if (!isAbsolute(path)) throw badSetting(setting, 'It is no absolute path.', 'Write the whole path of the file, from the root.')
    refuseInside(path, dataDirectory, setting)
    return { kind: 'file', setting, path, dataDirectory }
  }
  const previous = onlyOne('GUILDHALL_KEY_PREVIOUS', [file('GUILDHALL_KEY_PREVIOUS_FILE'), given(env, 'GUILDHALL_KEY_PREVIOUS')])
  const current = onlyOne('GUILDHALL_KEY', [file('GUILDHALL_KEY_FILE'), given(env, 'GUILDHALL_KEY'), command(env, 'GUILDHALL_KEY_COMMAND')])
  return { current: current ?? { kind: 'own-file', path: ownFile(env, installation), dataDirectory }, previous }
}

const valueOf = (env: Environment, setting: string): string | undefined => env[setting] || undefined

const given = (env: Environment, setting: string): KeySource | null => {
  const text = valueOf(env, setting)
  if (text === undefined) return null
  const key = readMasterKey(text)
  if (key) return { kind: 'given', setting, key }
  throw badSetting(setting, 'It is not 32 random bytes in base64.', 'Make a key with `openssl rand -base64 32`.')
}

const command = (env: Environment, setting: string): KeySource | null => {
  const text = valueOf(env, setting)
  if (text === undefined) return null
  const [program, ...args] = wordsOf(text) ?? []
  if (program) return { kind: 'command', setting, command: [program, ...args] }
  throw badSetting(
    setting,
    'It is neither the path of a program nor a list of words.',
    'Write a path, or program and arguments as JSON: ["/usr/bin/kms", "decrypt", "--key", "guildhall"].',
  )
}

const words = z
  .array(
    z
      .string()
      .max(4_096)
      .regex(/^[^\0]*$/),
  )
  .max(64)

const wordsOf = (text: string): string[] | null => {
  if (!text.startsWith('[')) return words.safeParse([text]).data ?? null
  try {
    return words.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

const onlyOne = (what: string, sources: readonly (KeySource | null)[]): KeySource | null => {
  const set = sources.filter(source => source !== null)
  if (set.length <= 1) return set[0] ?? null
  const blockers = set.map(source => ({
    ...('setting' in source ? { field: source.setting } : {}),
    reason: 'Two settings name the master key.',
    remedy: 'Keep one of them, and unset the others.',
  }))
  throw new Refusal('invalid', 'bad-setting', `More than one setting of ${what}… is set.`, blockers)
}

/** In the user's configuration directory (XDG Base Directory Specification; Known Folders; File System Programming Guide). */
const ownFile = (env: Environment, installation: string): string => {
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.test(installation)) throw new TypeError('This is no name for an installation.')
  return join(configurationDirectory(env, process.platform), 'guildhall', `${installation}.master-key`)
}

export const configurationDirectory = (env: Environment, platform: NodeJS.Platform): string => {
  const home = valueOf(env, platform === 'win32' ? 'USERPROFILE' : 'HOME') ?? homedir()
  if (platform === 'win32') return valueOf(env, 'APPDATA') ?? join(home, 'AppData', 'Roaming')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support')
  // The specification has a relative path ignored.
  const named = valueOf(env, 'XDG_CONFIG_HOME')
  return named !== undefined && isAbsolute(named) ? named : join(home, '.config')
}

const badSetting = (setting: string, reason: string, remedy: string): Refusal => refuse('invalid', 'bad-setting', reason, remedy, setting)
