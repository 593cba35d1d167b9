import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Solutions } from './solutions-world.ts'
import { forTeam, openSolutions } from './solutions-world.ts'

let world: Solutions
beforeAll(async () => {
  world = await openSolutions()
  await world.acceptStandards('priya-raman')
})
afterAll(() => world.remove())

/** Answers that lead to every cost there is. */
const change = fc.record(
  {
    audience: fc.constantFrom('only-me', 'my-team', 'outside', 'not-sure'),
    dataClasses: fc.constantFrom(['public'], ['internal'], ['customer-pii'], ['internal', 'public'], ['public', 'internal']),
    tools: fc.constantFrom(['flow-builder'], ['public-chat'], 'flow-builder', ['company-assistant']),
    autonomy: fc.constantFrom('assists', 'acts-alone'),
    movesMoney: fc.constantFrom(true, false, 'not-sure'),
    decidesAboutIndividuals: fc.constantFrom(['none'], ['employees'], 'not-sure'),
  },
  { requiredKeys: [] },
)
interface Previewed {
  cost: string
  tier: number
  verdict: string
  drops: string | null
  signOffs: string[]
  promise: { by: string } | null
  standsInTheWay: { reason: string }[]
}

const purposes: Readonly<Record<string, string>> = { 'short-review': 'short', 'full-review': 'full', clarify: 'clarify' }
const heard = new Set<string>()

/** Saves what was previewed, submits it, and compares each step with what had been said before. */
const saveAsSaid = async (key: string, facts: Record<string, unknown>): Promise<void> => {
  const said = await world.ask<Previewed>('preview-edit', { key, facts }, 'priya-raman')
  const before = await world.show(key)
  const edited = await world.edit(key, facts)
  heard.add(said.cost)
  expect({ cost: edited.cost, dropped: edited.dropped }).toEqual({ cost: said.cost, dropped: said.drops })
  const after = await world.show(key)
  if (said.cost === 'noted') return
  expect(after.draft).toMatchObject({
    number: Math.max(before.approved?.number ?? 0, before.draft?.number ?? 0) + 1,
    tier: said.tier,
    verdict: said.verdict,
  })
  // What runs keeps running as it is.
  if (before.approved) expect({ state: after.state, approved: after.approved }).toEqual({ state: before.state, approved: before.approved })

  const submitted = await world.submit(key).then(
    answer => answer,
    (error: unknown) => (error as { code: string }).code,
  )
  if (said.cost === 'refused' || said.cost === 'referred') {
    expect(after.draft?.state).toBe(said.cost)
    expect(submitted).toMatch(before.approved ? 'nothing-to-submit' : 'wrong-state')
  } else if (said.cost === 'blocked') {
    expect(said.standsInTheWay).not.toEqual([])
    expect(submitted).toBe('blocked')
  } else if (said.cost === 'at-once') {
    expect(submitted).toMatchObject({ review: null })
    expect((await world.show(key)).approved?.number).toBe(after.draft?.number)
  } else {
    expect(submitted).toMatchObject({ review: { purpose: purposes[said.cost], promisedBy: said.promise?.by } })
    const { review } = await world.show(key)
    const { signOffs } = await world.review(review?.key ?? '', 'hanna-lindqvist')
    expect(signOffs.map(({ role }) => role).toSorted()).toEqual(said.signOffs.toSorted())
  }
}

const runs = inject('engine') === 'pg' ? 60 : 10

test(`what the preview says is what the edit does, over ${runs} random lives of a solution`, { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(change, fc.boolean()), { minLength: 2, maxLength: 5 }), async changes => {
      const key = (await world.register(forTeam)).key
      let facts: Record<string, unknown> = forTeam
      for (const [differing, goesOn] of changes) {
        facts = { ...facts, ...differing }
        await saveAsSaid(key, facts)
        const { review } = await world.show(key)
        if (goesOn && review?.purpose === 'full') await world.approve(key).catch(() => undefined)
      }
    }),
    { numRuns: runs, endOnFailure: true },
  )
  // Otherwise it would say nothing about those that did not come up.
  if (inject('engine') === 'pg')
    expect([...heard].toSorted()).toEqual(['at-once', 'blocked', 'clarify', 'full-review', 'noted', 'referred', 'refused', 'short-review'])
})
