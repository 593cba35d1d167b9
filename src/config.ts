import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { Surroundings } from './capabilities/health/index.ts'
import type { DoorSettings } from './door-settings.ts'
import { doorSettings, isPrivate } from './door-settings.ts'
import type { Blocker } from './kernel/refusal.ts'
import { Refusal, refuse } from './kernel/refusal.ts'
import type { StoreConfig } from './store/index.ts'
import { holdsDatabase } from './store/index.ts'
import type { ExitSettings } from './outbound/index.ts'
import { readExitSettings } from './outbound/index.ts'
import type { KeySources } from './vault/index.ts'
import { readKeySource } from './vault/index.ts'

/** Everything that the environment may set, read once, at the top. */
export interface Settings {
  /** Holds our own data and keys, and in its folder `demo` those of the demo. */
  base: string
  databaseUrl: string | null
  /** Whether the demo was asked for by name. */
  demo: boolean
  /** The file from which a new demo is loaded; null where it is to begin small. */
  demoSeed: string | null
  door: DoorSettings
  /** Of the program, as its package says. */
  version: string
  /** Whose the terminal's commands are, where one is set. */
  token?: string | undefined
  /** Names the master key for sealed secrets, for an installation by its id. */
  masterKey(installation: string): KeySources
  /** What is set about calling out. */
  exit(): ExitSettings
}

/** One installation: where its data is, and where what must not be in its database. */
export interface Config {
  store: StoreConfig
  /** Holds the ledger's key and the last checkpoint that it signed. */
  keys: string
  /** Whether everything in it is made up. */
  demo: boolean
  /** Where the master key for its sealed secrets comes from. */
  masterKey(installation: string): KeySources
  /** What is set about calling out; a setting that can't be used stops nothing but that. */
  exit(): ExitSettings
  /** What is said of the server to those who keep it. */
  about: { version: string; address: string | null; encrypted: Surroundings['encrypted'] }
  /** Whether somebody with a say is known only once they have shown a second factor: where others than this machine reach it. */
  needsSecondFactor: boolean
}

const environment = z.object({
  PORT: z.coerce.number('Set a port number from 0 to 65535.').int().min(0).max(65_535).default(4400),
  HOST: z.string().default('127.0.0.1'),
  GUILDHALL_URL: z.string().max(500, 'Set an address such as https://guildhall.example.com').optional(),
  GUILDHALL_TLS_CERT: z.string().optional(),
  GUILDHALL_TLS_KEY: z.string().optional(),
  GUILDHALL_TRUSTED_PROXIES: z.string().max(10_000, 'Name networks instead of single addresses.').optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, 'Set an address that begins with postgres://, or leave it out for the embedded database.')
    .optional(),
  GUILDHALL_DATA: z.string().default('data'),
  GUILDHALL_TOKEN: z.string().max(200, 'Set a token as it was shown when it was made.').optional(),
  GUILDHALL_DEMO: z.enum(['0', '1'], 'Set 1 for the demo, or leave it out.').default('0'),
  GUILDHALL_DEMO_SEED: z.string().default('demo/company.seed'),
})

/**
 * @param root the project's directory, against which a relative data directory is read.
 * @throws Refusal `bad-setting`, one blocker for each setting that can't be used; it never repeats a setting's value.
 */
export const readSettings = (root: string, env: NodeJS.ProcessEnv): Settings => {
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')))
  if (!parsed.success)
    throw badSettings(
      parsed.error.issues.map(issue => ({
        field: issue.path.join('.'),
        reason: 'This setting can’t be used.',
        remedy: issue.message,
      })),
    )
  const { DATABASE_URL, GUILDHALL_DATA, GUILDHALL_DEMO, GUILDHALL_DEMO_SEED, GUILDHALL_TOKEN: token, ...variables } = parsed.data
  const door = doorSettings(variables)
  if (Array.isArray(door)) throw badSettings(door)
  const demo = GUILDHALL_DEMO === '1'
  if (demo && !isPrivate(door))
    throw badSettings([
      {
        field: 'GUILDHALL_DEMO',
        reason: 'In the demo anybody may speak as anybody, so only this machine may reach it.',
        remedy: 'Leave out HOST, GUILDHALL_URL and GUILDHALL_TRUSTED_PROXIES, or leave out GUILDHALL_DEMO.',
      },
    ])
  const base = resolve(root, GUILDHALL_DATA)
  const masterKey = (installation: string) => readKeySource(env, { dataDirectory: base, installation })
  // The setting is read when the first secret is; what is wrong with it should show at the start.
  masterKey('any')
  const demoSeed = GUILDHALL_DEMO_SEED === 'none' ? null : resolve(root, GUILDHALL_DEMO_SEED)
  return {
    base,
    databaseUrl: DATABASE_URL ?? null,
    demo,
    demoSeed,
    door,
    version: versionIn(root),
    token,
    masterKey,
    exit: () => readExitSettings(env),
  }
}

const packageFile = z.object({ version: z.string() })
const versionIn = (root: string): string => packageFile.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version

const badSettings = (blockers: readonly Blocker[]) =>
  new Refusal('invalid', 'bad-setting', 'The environment holds a setting that can’t be used.', blockers)

/** Where one of the two possible installations is. */
export const configFor = (
  { base, databaseUrl, masterKey, exit, door, version }: Omit<Settings, 'demo' | 'demoSeed'>,
  demo: boolean,
): Config => {
  const directory = demo ? join(base, 'demo') : base
  return {
    store: databaseUrl === null ? { kind: 'embedded', directory } : { kind: 'postgres', url: databaseUrl },
    keys: join(directory, 'keys'),
    demo,
    masterKey,
    exit,
    about: { version, address: door.reach.origin, encrypted: encryptedBy(door) },
    needsSecondFactor: !isPrivate(door),
  }
}

const encryptedBy = (door: DoorSettings): Surroundings['encrypted'] =>
  isPrivate(door) ? 'this-machine-only' : door.tls ? 'by-us' : 'by-a-proxy'

/** Whether an installation was ever begun there. What a PostgreSQL holds, only opening it can tell. */
export const isBegun = ({ store }: Config): boolean => store.kind === 'postgres' || holdsDatabase(store.directory)

/**
 * Which installation the terminal's commands mean: the demo where it is asked for by name, else our own once it was begun,
 * else the demo once that was.
 * @throws Refusal `nothing-begun`
 */
export const meantConfig = (settings: Settings): Config => {
  const meant = settings.demo ? configFor(settings, true) : [false, true].map(demo => configFor(settings, demo)).find(isBegun)
  if (meant) return meant
  throw refuse(
    'not-found',
    'nothing-begun',
    'There is no installation here yet.',
    'Start the server first: npm start. Or set GUILDHALL_DEMO=1 for the made-up company.',
    'GUILDHALL_DATA',
  )
}
