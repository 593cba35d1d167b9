import { parseArgs } from 'node:util'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Keys } from '#src/capabilities/vault/index.ts'
import { resealEverything } from '#src/capabilities/vault/index.ts'
import { newId } from '#src/kernel/ids.ts'
import { Refusal, refuse } from '#src/kernel/refusal.ts'
import type { Command, ExitCode, Terminal } from './command.ts'
import { keysAreWell, keysText, waiting } from './keys-text.ts'
import type { KeysShown } from './keys-text.ts'
import type { Caller, WithCaller } from './operation-command.ts'

export interface KeysParts {
  withCaller: WithCaller
  keys: Keys
  /** How long to watch a server that does the work without any progress. */
  patienceMs?: number
}

const help = `guildhall keys: the keys under which secrets are stored, such as those of second factors.

  guildhall keys show [--json]
      The data keys, their age, how many secrets stand under each, and whether the master key opens them. Never a key itself.

  guildhall keys rotate [--new-key]
      Start a new data key and seal every secret anew under it. Stopped half way, everything stays readable; run it again
      to go on. --new-key starts another new key although the last rotation is not finished.

  guildhall keys change-master
      Wrap the data keys with the master key that is set now. Before: set the new master key (GUILDHALL_KEY_FILE,
      GUILDHALL_KEY or GUILDHALL_KEY_COMMAND), set the one before as GUILDHALL_KEY_PREVIOUS_FILE or GUILDHALL_KEY_PREVIOUS,
      and start every server anew. Afterwards: unset the one before; keep a copy of it as long as you keep old backups.

Exit codes: 0 all is well, 1 something needs attention, 2 input that can't be used, 3 the keys are not to be had just now.
`

/** Care of the keys at the terminal. */
export const keysCommand = ({ withCaller, keys, patienceMs = 60_000 }: KeysParts): Command => ({
  name: 'keys',
  summary: 'Show the keys under which secrets are stored, and change them.',
  help,
  async run([what, ...args], terminal) {
    const given = readArguments(what, args)
    return withCaller(call => {
      if (what === 'show') return show(call, keys, given.json, terminal)
      if (what === 'rotate') return rotate(call, keys, { newKey: given.newKey, patienceMs }, terminal)
      return changeMaster(call, keys, terminal)
    })
  },
})

const options: Readonly<Record<string, readonly string[]>> = { show: ['json'], rotate: ['new-key'], 'change-master': [] }

const usage = (reason: string): Refusal => refuse('invalid', 'bad-arguments', reason, 'See guildhall help keys.')

const readArguments = (what: string | undefined, args: string[]): { json: boolean; newKey: boolean } => {
  const allowed = what === undefined ? undefined : options[what]
  if (what === undefined) throw usage('Say what to do: show, rotate or change-master.')
  if (!allowed) throw usage(`“${what.slice(0, 40)}” is none of show, rotate and change-master.`)
  try {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean' }, 'new-key': { type: 'boolean' } } })
    const surplus = Object.keys(values).find(option => !allowed.includes(option))
    if (surplus !== undefined) throw usage(`--${surplus} doesn’t belong here.`)
    return { json: values.json ?? false, newKey: values['new-key'] ?? false }
  } catch (error) {
    throw error instanceof Refusal ? error : usage(error instanceof Error ? `${error.message.split(/\.\s|\n/)[0]}.` : String(error))
  }
}

const shown = async (call: Caller, keys: Keys): Promise<KeysShown> => (await call(keys.showKeys, {})).output

const show = async (call: Caller, keys: Keys, json: boolean, terminal: Terminal): Promise<ExitCode> => {
  const now = await shown(call, keys)
  terminal.out(json ? `${JSON.stringify(now, null, 2)}\n` : keysText(now))
  return keysAreWell(now) ? 0 : 1
}

const rotate = async (
  call: Caller,
  keys: Keys,
  { newKey, patienceMs }: { newKey: boolean; patienceMs: number },
  terminal: Terminal,
): Promise<ExitCode> => {
  const before = await shown(call, keys)
  if (waiting(before) > 0 && !newKey) terminal.out('An earlier rotation is not finished: going on with it.\n')
  else {
    const { output } = await call(keys.rotateDataKeys, { requestId: newId() })
    terminal.out(`New data key ${output.key}.\n`)
  }
  const all = waiting(await shown(call, keys))
  const tell = progress(all, terminal)
  try {
    await resealEverything((operation, input) => call(operation, input), keys, tell)
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'program-only')) throw error
    terminal.out('The running server seals the secrets anew; this only watches.\n')
    await watch(call, keys, all, patienceMs, tell)
  }
  return verdict(await shown(call, keys), terminal)
}

/** A line for each tenth of the work. */
const progress = (all: number, terminal: Terminal): ((done: number) => void) => {
  let told = 0
  return done => {
    const tenths = all === 0 ? 0 : Math.floor((Math.min(done, all) * 10) / all)
    if (tenths > told) terminal.out(`  ${done} of ${all} secrets sealed anew\n`)
    told = Math.max(told, tenths)
  }
}

const watch = async (call: Caller, keys: Keys, all: number, patienceMs: number, tell: (done: number) => void): Promise<void> => {
  for (let left = all, since = Date.now(); Date.now() - since < patienceMs;) {
    const now = await shown(call, keys)
    if (now.keys.length === 1) return
    if (waiting(now) < left) since = Date.now()
    left = waiting(now)
    tell(all - left)
    await sleep(Math.min(500, patienceMs))
  }
}

const verdict = (after: KeysShown, terminal: Terminal): ExitCode => {
  const left = waiting(after)
  if (left === 0) {
    terminal.out('Every stored secret stands under the new key.\n')
    return 0
  }
  terminal.out(
    `${left === 1 ? '1 secret stands' : `${left} secrets stand`} under an earlier key: being changed just now, or damaged. Run it again; ` +
      'if the number stays, these secrets can’t be opened and must be entered anew.\n',
  )
  return 1
}

const changeMaster = async (call: Caller, keys: Keys, terminal: Terminal): Promise<ExitCode> => {
  const { output } = await call(keys.changeMasterKey, {})
  terminal.out(
    `${output.rewrapped === 1 ? '1 data key is' : `${output.rewrapped} data keys are`} wrapped by master key ${output.master} now.\n` +
      'Unset the one before on every server; keep a copy of it as long as you keep backups from before this change.\n',
  )
  return 0
}
