import { join, resolve } from 'node:path'
import { z } from 'zod'
import { Refusal } from './kernel/refusal.ts'
import type { StoreConfig } from './store/index.ts'

/** Everything that the environment may set, read once, at the top. */
export interface Config {
  store: StoreConfig
  /** Holds what must not be in the database: the ledger's key and the last checkpoint that it signed. */
  keys: string
  host: string
  port: number
  /** Whether everything in it is made up. */
  demo: boolean
}

const loopback = ['127.0.0.1', 'localhost', '::1']

const environment = z.object({
  PORT: z.coerce.number('Set a port number from 0 to 65535.').int().min(0).max(65_535).default(4400),
  HOST: z
    .string()
    .default('127.0.0.1')
    .refine(
      host => loopback.includes(host),
      'Set 127.0.0.1, localhost or ::1. Other addresses need TLS, which this version does not offer yet.',
    ),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, 'Set an address that begins with postgres://, or leave it out for the embedded database.')
    .optional(),
  GUILDHALL_DATA: z.string().min(1, 'Set a directory, or leave it out for ./data/demo.').default('data/demo'),
})

/**
 * @param root the project's directory, against which a relative data directory is read.
 * @throws Refusal `bad-setting`, one blocker for each setting that can't be used.
 */
export const readConfig = (root: string, env: NodeJS.ProcessEnv): Config => {
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')))
  if (!parsed.success) {
    const blockers = parsed.error.issues.map(issue => ({
      field: issue.path.join('.'),
      reason: 'This setting can’t be used.',
      remedy: issue.message,
    }))
    throw new Refusal('invalid', 'bad-setting', 'The environment holds a setting that can’t be used.', blockers)
  }
  const { PORT, HOST, DATABASE_URL, GUILDHALL_DATA } = parsed.data
  const directory = resolve(root, GUILDHALL_DATA)
  return {
    store: DATABASE_URL === undefined ? { kind: 'embedded', directory } : { kind: 'postgres', url: DATABASE_URL },
    keys: join(directory, 'keys'),
    host: HOST,
    port: PORT,
    demo: true,
  }
}
