import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { withTier } from '../charter/edits.ts'
import { charterWorld, shipped } from '../charter/world.ts'
import type { Shown } from '../charter/world.ts'

/*
 * What a program lead sees of a change before anybody proposes it.
 */
const { guildhall, lead, maker, ask, charter, propose, adopt, shown, inForce, register, clear } = await charterWorld()
beforeAll(async () => {
  for (const name of ['Refund letters', 'Claims inbox', 'Shift notes']) await register(name)
})
afterEach(clear)
afterAll(() => guildhall.remove())

interface Checked {
  faults: { file: string; line: number; column: number; wrong: string; instead: string }[]
  counted: number
  change: (Pick<Shown, 'changes'> & { parts: unknown[] }) | null
  standsInTheWay: { field?: string }[]
  impact: Shown['impact'] | null
}
const check = (documents: Record<string, string>, more: Record<string, unknown> = {}) =>
  ask<Checked>('check-charter', { documents, ...more }, lead)

test('every fault has its file, line and remedy, and a charter with faults says nothing of what it would change', async () => {
  const lines = (shipped.documents['tiers.yaml'] ?? '').split('\n')
  const at = lines.findIndex(line => line.includes('only-me'))
  const documents = {
    ...shipped.documents,
    'tiers.yaml': lines.map((line, n) => (n === at ? line.replace('only-me', 'only-mee') : line)).join('\n'),
  }
  const { faults, counted, change, impact } = await check(documents, { reach: true })
  expect(faults).toEqual([expect.objectContaining({ file: 'tiers.yaml', line: at + 1 })])
  expect(faults[0]?.instead).toContain('only-me')
  expect({ counted, change, impact }).toEqual({ counted: 1, change: null, impact: null })
})

test('what the check says of a change, and of whom it reaches, is what the proposal then says', async () => {
  const documents = charter(withTier('hard-to-undo', 4))
  expect((await check(documents)).impact).toBeNull()
  const before = await check(documents, { reach: true })
  expect(before.impact?.totals).toMatchObject({ compared: 3, changed: 3, higherTier: 3 })
  await propose(documents)
  const { impact, changes } = await shown()
  expect(before.impact).toEqual(impact)
  expect(before.change?.changes).toEqual(changes)
})

test('the check names what would keep it from being adopted, and stores nothing', async () => {
  const taken = charter(withTier('hard-to-undo', 4))
  await adopt(await propose(taken))
  const versions = async () => (await ask<{ versions: unknown[] }>('list-charter-versions', {}, lead)).versions.length
  const before = await versions()
  expect((await check(taken)).standsInTheWay).toMatchObject([{ field: 'documents' }])
  const sameLabel = { ...charter(withTier('personal-data', 4)), 'charter.yaml': taken['charter.yaml'] ?? '' }
  expect((await check(sameLabel)).standsInTheWay).toMatchObject([{ field: 'documents.charter.yaml' }])
  expect(await versions()).toBe(before)
})

test('two versions are compared entry by entry, and a maker reads those that counted, not what is only proposed', async () => {
  const { digest: from } = await inForce()
  const { digest: to } = await propose(charter(withTier('moves-money', 3)))
  const compare = (input: Record<string, unknown>, as = lead) =>
    ask<{ parts: { id: string | null; does: string; fields: unknown[] }[] }>('compare-charters', input, as)
  expect((await compare({ from, to })).parts).toContainEqual(
    expect.objectContaining({ id: 'moves-money', does: 'changed', fields: [{ name: ['tier'], before: '4', after: '3' }] }),
  )
  expect((await compare({ to: from }, maker)).parts.length).toBeGreaterThan(50)
  await expect(compare({ from, to }, maker)).rejects.toMatchObject({ code: 'no-such-charter' })
  await expect(ask('check-charter', { documents: shipped.documents }, maker)).rejects.toMatchObject({ code: 'proposers-only' })
})
