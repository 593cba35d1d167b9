import { spawn } from 'node:child_process'
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root, scratch } from '../harness.ts'
import { redCells } from '../matrix/ask.ts'
import { markedProgram, openDoor } from '../matrix/door.ts'
import { cellsOfPage } from '../matrix/page.ts'
import type { Stage } from '../matrix/stage.ts'
import { openStage } from '../matrix/stage.ts'
import type { Removal } from './guards.ts'
import { otherGuards, refusalsIn, without } from './guards.ts'

/*
 * Tests that never go red protect nothing. Each guard is taken away, one after the other, and something must notice:
 * a cell of the matrix, the page of it, or an attack that succeeds.
 */
describe('a permission that is gone is noticed by the matrix on the running server', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  // On PostgreSQL nobody is the operator.
  const cells = cellsOfPage().filter(({ caller }) => caller !== 'operator')
  type Marked = ReturnType<typeof markedProgram>['operations'][number]

  const missedBy = async (change: (operation: Marked) => Marked): Promise<Set<string>> => {
    const marked = markedProgram(stage.guildhall.program)
    const operations = marked.operations.map(change)
    const door = await openDoor({ ...marked, operations }, stage.guildhall.run)
    const red = await redCells({ stage, door, operations }, cells)
    await door.close()
    return new Set(red.map(({ operation }) => operation))
  }

  test('every `allows`, answered with yes', async () => {
    // What everybody may, each kind of caller with a secret that is good, has nothing to lose.
    const refused = cells.filter(
      ({ answer }) => !['yes', 'beyond-token', 'attended-only', 'session-ended', 'token-ended', 'no-operator'].includes(answer),
    )
    const guarded = new Set(refused.map(({ operation }) => operation))
    const noticed = await missedBy(operation => ({ ...operation, allows: () => null }))
    console.log(`${[...guarded].filter(name => noticed.has(name)).length} of ${guarded.size} removed permissions noticed`)
    expect([...guarded].filter(name => !noticed.has(name))).toEqual([])
  })

  test('every `attended`, left out', async () => {
    const attended = stage.guildhall.program.operations
      .filter(operation => operation.attended && operation.effect !== 'destroy')
      .map(({ name }) => name)
    const noticed = await missedBy(operation => {
      const { attended, ...without } = operation
      return attended ? without : operation
    })
    console.log(`${attended.filter(name => noticed.has(name)).length} of ${attended.length} removed “attended” noticed`)
    expect(attended.filter(name => !noticed.has(name))).toEqual([])
  })
})

describe('a guard that is gone from the source is noticed', () => {
  let tree: Awaited<ReturnType<typeof scratch>>[] = []
  beforeAll(async () => {
    tree = await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, copyOfTheTree))
  })
  afterAll(() => Promise.all(tree.map(({ remove }) => remove())))

  test('every refusal of every permission, every reason against a second person, and the guards around them', async () => {
    const removals = [...refusalsIn(root), ...otherGuards]
    expect(removals.length).toBeGreaterThan(60)
    // Each is still where the list says and leaves a program behind, before an hour is spent on the first ones.
    for (const removal of removals) stripTypeScriptTypes(without(readFileSync(join(root, removal.file), 'utf8'), removal))
    // With every guard in place nothing goes red: so what does later, does for the one that is gone.
    for (const { path } of tree) expect(await says(path)).toBe('nothing')
    const missed: string[] = []
    const waiting = removals.values()
    await Promise.all(
      tree.map(async ({ path }) => {
        for (const removal of waiting) {
          const by = await noticedBy(path, removal)
          console.log(`${removal.file}: ${removal.guard}: ${by}`)
          if (by === 'nothing') missed.push(`${removal.file}: ${removal.guard}`)
        }
      }),
    )
    console.log(`${removals.length - missed.length} of ${removals.length} guards taken out of the source noticed`)
    expect(missed).toEqual([])
  })
})

/** What the tests need of this tree, in a directory of its own, with the same packages. */
const copyOfTheTree = async () => {
  const copy = await scratch()
  for (const part of ['src', 'scripts', 'test', 'docs', 'charter', 'bin', 'package.json', 'tsconfig.json', 'vitest.config.ts'])
    if (existsSync(join(root, part))) cpSync(join(root, part), join(copy.path, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy.path, 'node_modules'), 'dir')
  return copy
}

/** What goes red in a tree: the quick look first, whether the page says otherwise; then the tests beside, on a database, and the attacks. */
const says = async (tree: string, tests = everyTest, beside = 'src/capabilities'): Promise<'the page' | 'a test' | 'nothing'> => {
  if (await fails(tree, [join('test', 'faults', 'page-programme.ts')])) return 'the page'
  if (await fails(tree, [...vitest, '--project', 'unit', '--passWithNoTests', beside])) return 'a test'
  return (await fails(tree, [...vitest, '--project', 'pg', ...tests])) ? 'a test' : 'nothing'
}

const noticedBy = async (tree: string, removal: Removal) => {
  const file = join(tree, removal.file)
  const source = readFileSync(file, 'utf8')
  writeFileSync(file, without(source, removal))
  try {
    return await says(tree, testsOf(removal.file), `${dirname(removal.file)}/`)
  } finally {
    writeFileSync(file, source)
  }
}

const named = (...names: string[]) => names.map(name => `test/db/${name}`)
/** What looks after the guards of everything, and after those of one capability alone. */
const general = named(
  'matrix.test.ts',
  'attacks',
  'scope.test.ts',
  'sign-in.test.ts',
  'tokens.test.ts',
  'second-factor.test.ts',
  'people-changes.test.ts',
  'adopting-later.test.ts',
  'runner.test.ts',
)
const special: Readonly<Record<string, string[]>> = {
  jobs: named('jobs.test.ts', 'matrix.test.ts'),
  review: named('reviews.test.ts', 'lifecycle.test.ts', 'matrix.test.ts'),
  registry: named(
    'lifecycle.test.ts',
    'registry.test.ts',
    'long-list.test.ts',
    'inspections.test.ts',
    'before-submission.test.ts',
    'tool-withdrawal.test.ts',
    'scope.test.ts',
    'matrix.test.ts',
    'attacks',
  ),
  stewardship: named('stewardship.test.ts', 'matrix.test.ts', 'attacks'),
  appeals: named('appeals.test.ts', 'matrix.test.ts'),
  tools: named('tools.test.ts', 'tool-withdrawal.test.ts', 'matrix.test.ts'),
  waivers: named('waivers.test.ts', 'matrix.test.ts'),
  findings: named('findings.test.ts', 'effects.test.ts', 'matrix.test.ts'),
}
const testsOf = (file: string): string[] => special[/^src\/capabilities\/([^/]+)\//.exec(file)?.[1] ?? ''] ?? general
const everyTest = [...new Set([...general, ...Object.values(special).flat()])]
const vitest = [join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--bail', '1', '--reporter', 'dot']

/** Whether a programme in that tree ends with anything but success. @throws where it does not end: that says nothing. */
const fails = (tree: string, args: string[]): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: tree, stdio: 'ignore', timeout: 600_000 })
    child.on('error', reject)
    child.on('exit', (code, signal) => (signal === null ? resolve(code !== 0) : reject(new Error(`${args.join(' ')} did not end.`))))
  })
