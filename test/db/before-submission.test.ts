import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Refusal } from '#src/kernel/refusal.ts'
import type { Solutions } from './solutions-world.ts'
import { answers, forTeam, harmless, openSolutions } from './solutions-world.ts'

let world: Solutions
beforeAll(async () => {
  world = await openSolutions()
  await world.acceptStandards('priya-raman')
})
afterAll(() => world.remove())

const question = 'What starts it, and how often?'
const asked = { field: `answers.${question}`, reason: expect.stringContaining(question), remedy: expect.any(String) }
const refusal = (act: Promise<unknown>): Promise<Refusal> =>
  act.then(
    () => expect.unreachable('It was not refused.'),
    (error: unknown) => error as Refusal,
  )

test('what the profile of its kind asks is demanded where somebody will look; checklist, preview and refusal say the same', async () => {
  const { key } = await world.register(forTeam, 'priya-raman', { answers: {} })
  const page = await world.show(key, 'priya-raman')
  expect(page.standsInTheWay).toEqual([asked])
  const changed = { ...forTeam, audience: 'business-unit' }
  const preview = await world.ask<{ standsInTheWay: unknown[] }>('preview-edit', { key, facts: changed }, 'priya-raman')
  expect(preview.standsInTheWay).toEqual([asked])
  const refused = await refusal(world.submit(key))
  expect([refused.code, refused.blockers]).toEqual(['blocked', [asked]])

  await world.edit(key, forTeam, 'priya-raman', { answers })
  expect((await world.show(key, 'priya-raman')).standsInTheWay).toEqual([])
  expect(await world.submit(key)).toMatchObject({ state: 'submitted' })
})

test('tier 1 goes ahead without', async () => {
  const { key } = await world.register(harmless, 'priya-raman', { answers: {} })
  expect(await world.submit(key)).toMatchObject({ state: 'approved' })
})

test('another kind of build asks its own, and an answer to the former one is none to it', async () => {
  const { key } = await world.register({ ...forTeam, kind: 'ai-agent' })
  expect((await world.show(key, 'priya-raman')).standsInTheWay.map(({ field }) => field)).toEqual([
    'answers.Which tools may it use, and what can each of them change?',
    'answers.What stops it when it goes wrong?',
  ])
})
