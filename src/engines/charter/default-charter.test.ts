import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { decide, loadCharter, parseFacts, problemText } from './index.ts'

const folder = join(import.meta.dirname, '../../../charter')
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml')).map((name) => ({ path: name, text: readFileSync(join(folder, name), 'utf8') }))

test('the default charter loads, and with it every one of its examples holds', () => {
  const loaded = loadCharter(files)
  expect(loaded.ok ? [] : loaded.problems.map(problemText)).toEqual([])
})

test('with nothing answered everything is possible, and nothing is refused', () => {
  const loaded = loadCharter(files)
  if (!loaded.ok) throw new Error('The default charter does not load.')
  const decision = decide(loaded.charter, parseFacts(loaded.charter, {}), Temporal.Instant.from('2026-11-23T12:00Z'))
  expect(decision).toMatchObject({ range: [1, 4], tier: 4, verdict: 'clarify', approvals: ['coe'] })
})
