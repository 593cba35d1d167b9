import { matchesGlob } from 'node:path/posix'
import { describe, expect, test } from 'vitest'
import { breaches, circle, homeOf, rowOf } from './borders.ts'
import { importsOf } from './imports.ts'
import { impurities } from './purity.ts'
import { isTest, sourcesIn } from './sources.ts'
import { capabilityUses, engineUses } from './table.ts'

const sources = [...sourcesIn('src'), ...sourcesIn('web')]
const imports = sources.flatMap(({ path, text }) => importsOf(path, text))

describe('the house stands as its table says', () => {
  test('every import points to where its home may reach', () => {
    expect(breaches(imports)).toEqual([])
  })

  test('every file of the program lies in a home that has a row', () => {
    expect(sources.map(({ path }) => path).filter(path => rowOf(path) === null)).toEqual([])
  })

  test('the program imports no test and no fixture', () => {
    expect(imports.filter(({ from, to }) => isTest(to) && !isTest(from)).map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
  })

  test('no two homes import each other, however long the way round', () => {
    expect(circle(imports)).toBeNull()
  })

  test('engines only compute: no way out, no clock, no dice', () => {
    const engines = sources.filter(({ path }) => path.startsWith('src/engines/') && !isTest(path))
    expect(engines.length).toBeGreaterThan(0)
    expect(engines.flatMap(({ path, text }) => impurities(path, text))).toEqual([])
  })

  test('no row and no listed use has outlived what it was written for', () => {
    const used = (from: string, pattern: string) => imports.some(each => homeOf(each.from) === from && matchesGlob(each.to, pattern))
    for (const [kind, uses] of Object.entries({ capabilities: capabilityUses, engines: engineUses }))
      for (const [user, others] of Object.entries(uses))
        for (const other of others) expect(used(`src/${kind}/${user}`, `src/${kind}/${other}/index.ts`), `${user} uses ${other}`).toBe(true)
  })
})

describe('the fence sees', () => {
  test('at least every import that a plain search of the text finds', () => {
    const plain = sources.flatMap(({ text }) => [...text.matchAll(/^(?:import|export)\b[^'"`]*?\bfrom '[^']+'$/gm)])
    expect(plain.length).toBeGreaterThan(50)
    expect(imports.length).toBeGreaterThanOrEqual(plain.length)
  })

  test.each([
    ['static', "import { connect } from '#src/store/index.ts'"],
    ['static', "import '../../store/index.ts'"],
    ['type', "import type { Store } from '#src/store/index.ts'"],
    ['re-export', "export { connect } from '../../store/index.ts'"],
    ['re-export', "export type { Store } from '../../store/index.ts'"],
    ['re-export', "export * from '#src/store/index.ts'"],
    ['dynamic', "const store = await import('#src/store/index.ts')"],
    ['dynamic', 'const store = await import(`../../store/index.ts`)'],
    ['type query', "let store: import('#src/store/index.ts').Store"],
    ['type query', "type Connect = typeof import('#src/store/index.ts')"],
    ['require', "const store = require('../../store/index.ts')"],
    ['require', "import store = require('../../store/index.ts')"],
    ['url', "new Worker(new URL('../../store/index.ts', import.meta.url))"],
  ])('a breach by a %s import: %s', (kind, line) => {
    const planted = importsOf('src/engines/dlp/planted.ts', `const before = 1\n${line}\n`)
    expect(planted).toEqual([{ from: 'src/engines/dlp/planted.ts', to: 'src/store/index.ts', kind, line: 2 }])
    expect(breaches(planted)).toHaveLength(1)
  })

  test.each([
    ['a kernel that looks up', 'src/kernel/ids.ts', '#src/engines/merkle/hash.ts'],
    ['an engine that uses another one unlisted', 'src/engines/inspect/read.ts', '#src/engines/dlp/index.ts'],
    ['a store that knows a capability', 'src/store/tables.ts', '#src/capabilities/registry/solution.ts'],
    ['a ledger that knows a capability', 'src/ledger/append.ts', '#src/capabilities/registry/index.ts'],
    ['a capability that uses another one unlisted', 'src/capabilities/people/store.ts', '#src/capabilities/registry/index.ts'],
    ["a capability inside another one's rooms", 'src/capabilities/registry/store.ts', '#src/capabilities/people/store.ts'],
    ["a capability in an engine's rooms", 'src/capabilities/registry/store.ts', '#src/engines/charter/cel.ts'],
    ["a door in a capability's rooms", 'src/doors/http/mount.ts', '#src/capabilities/registry/solution.ts'],
    ['a door that reads the store', 'src/doors/http/mount.ts', '#src/store/index.ts'],
    ['a gateway that reads the store', 'src/doors/gateway/answer.ts', '#src/store/index.ts'],
    ['a gateway that uses a capability other than the boundary', 'src/doors/gateway/answer.ts', '#src/capabilities/registry/index.ts'],
    ['a door that opens another door', 'src/doors/cli/serve.ts', '#src/doors/http/index.ts'],
    ['a capability that calls the composition', 'src/capabilities/registry/store.ts', '#src/program.ts'],
    ['a page that imports a rule', 'web/screens/registry/list.tsx', '#src/capabilities/registry/solution.ts'],
    ['a page that imports the kernel', 'web/screens/registry/list.tsx', '../../../src/kernel/refusal.ts'],
    ['a program that imports a fixture', 'src/doors/http/mount.ts', '#src/outbound/servers.fixture.ts'],
    ['a program that imports its tests', 'src/kernel/ids.ts', '../../test/house/table.ts'],
    ['a computed import', 'src/main.ts', null],
    ['a file in no home', 'src/helpers/text.ts', '#src/kernel/text.ts'],
    ['a door that is no folder', 'src/doors/shared.ts', '#src/kernel/text.ts'],
  ])('%s', (_, from, to) => {
    expect(breaches(importsOf(from, to === null ? 'await import(name)' : `import '${to}'`))).toHaveLength(1)
  })

  test('what is allowed, and raises no alarm', () => {
    const allowed: [from: string, to: string][] = [
      ['src/capabilities/registry/store.ts', '#src/store/index.ts'],
      ['src/capabilities/registry/edit.ts', '#src/capabilities/people/index.ts'],
      ['src/doors/cli/scan.ts', '#src/engines/dlp/index.ts'],
      ['src/doors/http/listen.test.ts', '#src/outbound/certificates.fixture.ts'],
      ['src/main.ts', '#src/doors/http/index.ts'],
      ['src/kernel/ids.ts', 'node:crypto'],
      ['web/screens/registry/list.tsx', '#src/capabilities/registry/contract.ts'],
      ['web/screens/registry/list.tsx', '../../parts/table.tsx'],
    ]
    for (const [from, to] of allowed) expect(breaches(importsOf(from, `import '${to}'`))).toEqual([])
  })

  test('a circle, and where it runs', () => {
    const [a, b, c] = ['people', 'registry', 'review'].map(name => `src/capabilities/${name}/index.ts`)
    const ring = [
      { from: a, to: b },
      { from: b, to: c },
      { from: c, to: a },
    ].map(({ from = '', to = '' }) => ({ from, to, kind: 'static' as const, line: 1 }))
    expect(circle(ring)).toEqual([
      'src/capabilities/people',
      'src/capabilities/registry',
      'src/capabilities/review',
      'src/capabilities/people',
    ])
    expect(circle(ring.slice(1))).toBeNull()
  })

  test.each([
    "import { readFileSync } from 'node:fs'",
    "import { inflateSync } from 'node:zlib'",
    "import fs from 'fs'",
    "export * from 'node:os'",
    "import { randomBytes } from 'node:crypto'",
    "import crypto from 'node:crypto'",
    "import * as crypto from 'node:crypto'",
    "const { readFile } = await import('node:fs')",
    'const at = Date.now()',
    "const at = Date['now']()",
    'const at = new Date()',
    'const at = Date()',
    'const { now } = Date',
    'const at = Temporal.Now.instant()',
    'const dice = Math.random()',
    'const dice = crypto.randomUUID()',
    'const home = process.env',
    'const { env } = process',
    'const all = [1].map((each) => process)',
    'const page = await fetch(address)',
    'setTimeout(work, 10)',
    'console.log(1)',
    'const code = eval(text)',
  ])('an engine that does more than compute: %s', line => {
    expect(impurities('src/engines/dlp/planted.ts', `${line}\n`)).toHaveLength(1)
  })

  test('an engine that only computes, and raises no alarm', () => {
    const line =
      "import { createHash } from 'node:crypto'; const day = new Date(0); const top = Math.max(1, 2); const it = { process: 1 }.process"
    expect(impurities('src/engines/dlp/planted.ts', line)).toEqual([])
  })

  test('a text that does not parse is an error, not a clean file', () => {
    expect(() => importsOf('src/kernel/torn.ts', 'import { from')).toThrow('src/kernel/torn.ts')
  })
})
