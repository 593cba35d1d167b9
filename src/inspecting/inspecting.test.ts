import { expect, test } from 'vitest'
import { createInspecting } from './inspecting.ts'

const flow = { name: 'a', nodes: [{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} }], connections: {} }
const file = { name: 'a.json', bytes: Buffer.from(JSON.stringify(flow)) }
const slow = { name: 'slow.yml', bytes: Buffer.from(`a: ${'"'.repeat(900_000)}`) }

test('a file is read in a thread of its own, and what is refused there is refused here', async () => {
  const read = createInspecting()
  expect(await read(file)).toMatchObject({ format: 'n8n', facts: { triggers: ['manual'] } })
  await expect(read({ name: 'b.json', bytes: Buffer.from('{') })).rejects.toMatchObject({ code: 'artifact-unreadable' })
})

test('a file that takes too long is ended, and the next one is read', async () => {
  const hasty = createInspecting({ timeLimit: 1 })
  await expect(hasty(slow)).rejects.toMatchObject({ code: 'inspection-too-slow' })
  const read = createInspecting({ timeLimit: 5_000 })
  const [first, second] = await Promise.allSettled([read(slow), read(file)])
  expect(first.status).toBe('rejected')
  expect(second.status).toBe('fulfilled')
}, 60_000)

test('files wait for their turn, and too many are told to come again', async () => {
  const read = createInspecting()
  const answers = await Promise.allSettled(Array.from({ length: 11 }, () => read(file)))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
  expect(answers.at(-1)).toMatchObject({ status: 'rejected', reason: { code: 'inspection-busy' } })
}, 60_000)

test('while the slowest file is read, the program goes on', async () => {
  let longest = 0
  let last = performance.now()
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  await createInspecting()(slow).catch(() => undefined)
  clearInterval(beat)
  expect(longest).toBeLessThan(500)
}, 60_000)
