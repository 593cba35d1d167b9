import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../harness.ts'
import { freshDatabase } from '../postgres/fresh.ts'
import { copiesOfTheTree, expectApplicable, ran, whileChanged } from './changed-tree.ts'
import { mutations } from './mutations.ts'

/*
 * Invariants and tests that never go red protect nothing. Rules of the program are broken one at a time in a copy of it, and what is
 * said to notice that has to, under its own name. Permissions and other guards are taken out in removed-guards.test.ts.
 */
let trees: Awaited<ReturnType<typeof copiesOfTheTree>>
beforeAll(async () => {
  trees = await copiesOfTheTree()
})
afterAll(() => trees.remove())

/** Whether that name stands in what went red; a ring names its tests that passed, too. */
const goesRed = (printed: string, name: string): boolean => printed.split('\n').some(line => line.includes(name) && !line.includes('✓'))

/** On a PostgreSQL that is there already, so that not each look starts one. */
const lookAt = async (tree: string, look: readonly string[]) => {
  const database = await freshDatabase()
  try {
    return await ran(tree, look, { DATABASE_URL: database.url })
  } finally {
    await database.drop()
    await rm(join(tree, 'simulated'), { recursive: true, force: true })
  }
}

test('each text that is changed stands once in its file, and leaves a program behind', () => {
  expectApplicable(mutations)
  const twice = mutations.filter(({ file, from }) => readFileSync(join(root, file), 'utf8').split(from).length !== 2)
  expect(twice.map(({ file, from }) => `${file}: ${from}`)).toEqual([])
})

test('with every rule in place nothing goes red', async () => {
  const looks = new Map(mutations.map(({ noticed: { look } }) => [look.join(' '), look]))
  const red: string[] = []
  await trees.each([...looks], async (tree, [said, look]) => {
    const { failed, printed } = await lookAt(tree, look)
    if (failed) red.push(`${said}\n${printed.slice(-2_000)}`)
  })
  expect(red).toEqual([])
})

test('every broken rule is noticed by the invariant or the test that is there for it', async () => {
  const missed = new Map<string, string>()
  await trees.each(mutations, async (tree, mutation) => {
    const { rule, noticed } = mutation
    const began = performance.now()
    const { failed, printed } = await whileChanged(tree, mutation, () => lookAt(tree, noticed.look))
    const seen = failed && goesRed(printed, noticed.name)
    console.log(`${seen ? 'noticed' : 'MISSED'} in ${Math.round((performance.now() - began) / 1_000)} s: ${rule}`)
    if (!seen) missed.set(rule, `${noticed.name}, and ${failed ? `other things went red: ${printed.slice(-2_000)}` : 'nothing went red'}`)
  })
  const rows = mutations.map(({ rule, noticed: { by, name } }) => `| ${rule} | ${missed.has(rule) ? 'MISSED' : by}: ${name} |`)
  console.log(['', '| rule broken | noticed by |', '|---|---|', ...rows].join('\n'))
  console.log(`${mutations.length - missed.size} of ${mutations.length} broken rules noticed`)
  expect(Object.fromEntries(missed)).toEqual({})
})
