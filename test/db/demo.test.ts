import { expect, test } from 'vitest'
import { states } from '#src/capabilities/registry/index.ts'
import { fillDemo } from '#src/demo.ts'
import { freshStore, openDemo } from '../harness.ts'

test('the demo shows every answer that the charter gives and every state of a solution, and filling it again changes nothing', async () => {
  const { config, keys, remove } = await freshStore()
  const guildhall = await openDemo(config, keys)
  const solutions = async () => {
    const { output } = await guildhall.run(guildhall.program.named('list-solutions'), { limit: 100 }, { kind: 'system', job: 'test' })
    return output as { total: number; solutions: { verdict: string; tier: number; state: string }[] }
  }
  try {
    await Promise.all([fillDemo(guildhall), fillDemo(guildhall)])
    const filled = await solutions()
    expect(new Set(filled.solutions.map(({ verdict }) => verdict))).toEqual(
      new Set(['approved-by-default', 'review', 'blocked', 'clarify', 'referred', 'refused']),
    )
    expect(new Set(filled.solutions.map(({ tier }) => tier))).toEqual(new Set([1, 2, 3, 4]))
    expect(new Set(filled.solutions.map(({ state }) => state))).toEqual(new Set(states))
    await fillDemo(guildhall)
    expect(await solutions()).toEqual(filled)
  } finally {
    await guildhall.close()
    await remove()
  }
})
