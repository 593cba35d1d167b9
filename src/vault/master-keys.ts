import type { KeyObject } from 'node:crypto'
import { refuse } from '#src/kernel/refusal.ts'
import { askCommand } from './key-command.ts'
import { makeKeyFile, readKeyFile } from './key-file.ts'
import type { KeySource, KeySources } from './key-source.ts'
import type { MasterKey } from './master-key.ts'
import { masterKey } from './master-key.ts'

/** The master keys of this process. Each is read when first needed, and once; a failure is tried again the next time. */
export interface MasterKeys {
  /** The key that wraps from now on. */
  current(): Promise<MasterKey>
  /** The same, made now where nobody set one and our own file does not exist: only while nothing was ever sealed. */
  currentOrNew(): Promise<MasterKey>
  /** The key that wraps from now on or the one before, whichever has that id; null where neither has. */
  withId(id: string): Promise<MasterKey | null>
}

export const holdMasterKeys = ({ current, previous }: KeySources): MasterKeys => {
  const first = once(() => readSource(current))
  const before = previous && once(() => readSource(previous))
  return {
    current: first,
    currentOrNew: async () => {
      if (current.kind === 'own-file' && (await readKeyFile(current)) === null) await makeKeyFile(current)
      return first()
    },
    async withId(id) {
      const key = await first()
      if (key.id === id || before === null) return key.id === id ? key : null
      const older = await before()
      return older.id === id ? older : null
    },
  }
}

const once = (read: () => Promise<KeyObject>): (() => Promise<MasterKey>) => {
  let held: Promise<MasterKey> | undefined
  return () => {
    held ??= read()
      .then(masterKey)
      .catch((error: unknown) => {
        held = undefined
        throw error
      })
    return held
  }
}

const readSource = async (source: KeySource): Promise<KeyObject> => {
  if (source.kind === 'given') return source.key
  if (source.kind === 'command') return askCommand(source.command, source.setting)
  const key = await readKeyFile(source)
  if (key) return key
  throw refuse(
    'unavailable',
    'master-key-missing',
    `There is no master key at ${source.path}; without it the stored secrets can’t be opened.`,
    'Put the key file back from your backup, or copy it from the machine where it was made.',
    source.kind === 'file' ? source.setting : undefined,
  )
}
