import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../harness.ts'
import { redCells } from '../matrix/ask.ts'
import { markedProgram, openDoor } from '../matrix/door.ts'
import { cellsOfPage } from '../matrix/page.ts'
import type { Stage } from '../matrix/stage.ts'
import { openStage } from '../matrix/stage.ts'
import { copiesOfTheTree, expectApplicable, ran, vitest, whileChanged } from './changed-tree.ts'
import { otherGuards, refusalsIn } from './guards.ts'

/*
 * Tests that never go red protect nothing. Each guard is taken away, one after the other, and something must notice:
 * a cell of the matrix, the page of it, or an attack that succeeds. All of the source takes most of an hour; after a change
 * GUILDHALL_GUARDS_IN='capabilities/(?:people|live)/' looks at those of the files whose path matches.
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
  let trees: Awaited<ReturnType<typeof copiesOfTheTree>>
  beforeAll(async () => {
    trees = await copiesOfTheTree()
  })
  afterAll(() => trees.remove())

  test('every refusal of every permission, every reason against a second person, and the guards around them', async () => {
    const all = [...refusalsIn(root), ...otherGuards]
    expect(all.length).toBeGreaterThan(60)
    const removals = all.filter(({ file }) => new RegExp(process.env['GUILDHALL_GUARDS_IN'] ?? '').test(file))
    expectApplicable(removals)
    // With every guard in place nothing goes red: so what does later, does for the one that is gone.
    for (const tree of trees.paths) expect(await says(tree)).toBe('nothing')
    const missed: string[] = []
    await trees.each(removals, async (tree, removal) => {
      const by = await whileChanged(tree, removal, () => says(tree, testsOf(removal.file), `${dirname(removal.file)}/`))
      console.log(`${removal.file}: ${removal.guard}: ${by}`)
      if (by === 'nothing') missed.push(`${removal.file}: ${removal.guard}`)
    })
    console.log(`${removals.length - missed.length} of ${removals.length} guards taken out of the source noticed`)
    expect(missed).toEqual([])
  })
})

/** What goes red in a tree: the quick look first, whether the page says otherwise; then the tests beside, on a database, and the attacks. */
const says = async (tree: string, tests = everyTest, beside = 'src/capabilities'): Promise<'the page' | 'a test' | 'nothing'> => {
  const fails = async (...args: string[]) => (await ran(tree, args)).failed
  if (await fails(join('test', 'faults', 'page-programme.ts'))) return 'the page'
  if (await fails(...quick, '--project', 'unit', '--passWithNoTests', beside)) return 'a test'
  return (await fails(...quick, '--project', 'pg', ...tests)) ? 'a test' : 'nothing'
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
  'answer-links.test.ts',
)
const special: Readonly<Record<string, string[]>> = {
  people: [...named('people.test.ts', 'people-import.test.ts'), ...general],
  live: named('live.test.ts', 'matrix.test.ts'),
  search: named('search.test.ts', 'scope.test.ts', 'matrix.test.ts'),
  jobs: named('jobs.test.ts', 'matrix.test.ts'),
  review: named('reviews.test.ts', 'lifecycle.test.ts', 'matrix.test.ts'),
  registry: named(
    'lifecycle.test.ts',
    'registry.test.ts',
    'long-list.test.ts',
    'inspections.test.ts',
    'before-submission.test.ts',
    'tool-withdrawal.test.ts',
    'stops.test.ts',
    'locking/stops.test.ts',
    'scope.test.ts',
    'matrix.test.ts',
    'attacks',
  ),
  stewardship: named('stewardship.test.ts', 'matrix.test.ts', 'attacks'),
  appeals: named('appeals.test.ts', 'matrix.test.ts'),
  tools: named('tools.test.ts', 'tool-withdrawal.test.ts', 'matrix.test.ts'),
  waivers: named('waivers.test.ts', 'matrix.test.ts'),
  findings: named('findings.test.ts', 'effects.test.ts', 'matrix.test.ts', 'scope.test.ts'),
  messages: named('messages.test.ts', 'messages-waiting.test.ts', 'chats.test.ts', 'answer-links.test.ts', 'matrix.test.ts'),
  answers: named('answer-links.test.ts'),
  endpoints: named('endpoints.test.ts', 'matrix.test.ts'),
  'human-review': named('human-review.test.ts', 'content-callbacks.test.ts', 'matrix.test.ts', 'scope.test.ts'),
  stops: named('stops.test.ts', 'locking/stops.test.ts', 'matrix.test.ts', 'scope.test.ts'),
  incidents: named('incidents.test.ts', 'matrix.test.ts', 'scope.test.ts'),
}
const testsOf = (file: string): string[] => special[/^src\/capabilities\/([^/]+)\//.exec(file)?.[1] ?? ''] ?? general
const everyTest = [...new Set([...general, ...Object.values(special).flat()])]
const quick = [...vitest, '--bail', '1', '--reporter', 'dot']
