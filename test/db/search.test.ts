import { afterAll, beforeAll, expect, test } from 'vitest'
import { incidentKeyOf } from '#src/capabilities/incidents/index.ts'
import { reviewKeyOf } from '#src/capabilities/review/index.ts'
import { mayAsk, signedIn } from '../matrix/people.ts'
import type { Stage } from '../matrix/stage.ts'
import { openStage } from '../matrix/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

test('a review is found by its key by exactly those to whom its page is shown', async () => {
  const { program, run } = stage.guildhall
  const reviews = (await stage.db.selectFrom('review').select('number').orderBy('number').limit(8).execute()).map(({ number }) =>
    reviewKeyOf(number),
  )
  const wrong: string[] = []
  let [shown, hidden] = [0, 0]
  for (const { name } of signedIn) {
    for (const key of reviews) {
      const may = await mayAsk(stage, 'show-review', { review: key }, name)
      if (may) shown += 1
      else hidden += 1
      const { output } = await run(program.named('search-everything'), { q: key }, stage.credentialOf(name))
      if (JSON.stringify(output).includes(`"id":"${key}"`) !== may) wrong.push(`${name}: ${key}`)
    }
  }
  expect([shown, hidden].filter(count => count === 0)).toEqual([])
  expect(wrong).toEqual([])
})

test('stops and incidents are found by their keys, and incidents by their titles, by exactly those who read them', async () => {
  const { program, run } = stage.guildhall
  const { number } = await stage.db.selectFrom('incident').select('number').orderBy('number').executeTakeFirstOrThrow()
  const stop = { kind: 'tool', target: 'flow-builder', because: 'For this test.', requestId: 'search-for-stops' }
  const { output: started } = await run(program.named('start-stop'), stop, stage.credentialOf('it-security'))
  const { key } = started as { key: string }
  const wrong: string[] = []
  for (const { name } of signedIn)
    for (const [operation, input, q] of [
      ['show-stop', { stop: key }, key.toLowerCase()],
      ['show-incident', { incident: incidentKeyOf(number) }, incidentKeyOf(number)],
      ['list-stops', {}, 'for the MATRIX'],
    ] as const) {
      const may = await mayAsk(stage, operation, input, name)
      const { output } = await run(program.named('search-everything'), { q }, stage.credentialOf(name))
      if (/"kind":"(?:stop|incident)"/.test(JSON.stringify(output)) !== may) wrong.push(`${name}: ${q}`)
    }
  expect(wrong).toEqual([])
})
