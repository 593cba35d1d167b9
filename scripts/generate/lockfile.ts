import { readFileSync } from 'node:fs'
import { z } from 'zod'

const names = z.record(z.string(), z.string()).default({})
const manifest = z.object({ dependencies: names, optionalDependencies: names, devDependencies: names })
const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().default(''),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().default(false),
      hasInstallScript: z.boolean().default(false),
      inBundle: z.boolean().default(false),
    }),
  ),
})

export interface Package {
  name: string
  version: string
  /** As the package states it (SPDX); empty where it states none. */
  licence: string
  /** Where it would come from other than the registry; null for the registry. */
  source: string | null
  /** Its digest; of what comes inside another package, the digest of that one. */
  integrity: string | null
  /** Only needed to build or test. */
  dev: boolean
  installScript: boolean
}

export interface Dependencies {
  /** What package.json asks for: name to version. */
  asked: { runtime: Record<string, string>; node: Record<string, string>; tools: Record<string, string> }
  /** Every package that the lockfile installs anywhere. */
  packages: readonly Package[]
}

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))

/** What package.json asks for and package-lock.json installs. */
export const readDependencies = (): Dependencies => {
  const { dependencies, optionalDependencies, devDependencies } = manifest.parse(read('package.json'))
  const { packages } = lockfile.parse(read('package-lock.json'))
  return {
    asked: { runtime: dependencies, node: optionalDependencies, tools: devDependencies },
    packages: Object.entries(packages)
      .filter(([path]) => path !== '')
      .map(([path, each]) => ({
        name: path.replace(/^.*node_modules\//, ''),
        version: each.version,
        licence: each.license ?? '',
        source: each.resolved ?? null,
        integrity: each.integrity ?? (each.inBundle ? digestAround(packages, path) : null),
        dev: each.dev,
        installScript: each.hasInstallScript,
      })),
  }
}

/** The digest of the package that carries another one in its own archive. */
const digestAround = (packages: Readonly<Record<string, { integrity?: string | undefined }>>, path: string): string | null => {
  const around = path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/')))
  return around === '' ? null : (packages[around]?.integrity ?? digestAround(packages, around))
}

/** What an installation without development tools carries, the Node binaries aside: the number that we budget. */
export const atRunTime = ({ asked, packages }: Dependencies): Package[] => packages.filter(({ name, dev }) => !dev && !(name in asked.node))
