import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Solutions } from './solutions-world.ts'
import { controlled, forTeam, harmless, openSolutions } from './solutions-world.ts'

let world: Solutions
beforeAll(async () => {
  world = await openSolutions()
})
afterAll(() => world.remove())

const prohibited = { ...forTeam, decidesAboutIndividuals: ['employees'] }
const central = { ...forTeam, movesMoney: true }

describe('from an idea to something that runs', () => {
  test('tier 1 is approved at once, but only under the standards that its maker accepted by name', async () => {
    const { key, cost, state } = await world.register(harmless)
    expect({ cost, state }).toEqual({ cost: 'at-once', state: 'draft' })
    await expect(world.submit(key)).rejects.toMatchObject({ code: 'standards-needed' })
    await expect(world.ask('accept-standards', { name: 'Somebody Else', standards: 'x' }, 'priya-raman')).rejects.toMatchObject({
      code: 'other-standards',
    })
    await world.acceptStandards('priya-raman')
    expect(await world.submit(key)).toMatchObject({ state: 'approved', review: null })
    expect(await world.on(key, 'go-live', 'priya-raman')).toMatchObject({ state: 'active' })
  })

  test('tier 2 goes through one review: begun, returned, submitted again, approved, live', async () => {
    const { key } = await world.register(forTeam)
    const { review, state } = await world.submit(key)
    expect({ state, purpose: review?.purpose }).toEqual({ state: 'submitted', purpose: 'full' })
    const first = review?.key ?? ''
    const { version } = await world.review(first, 'hanna-lindqvist')
    await world.ask('start-review', { review: first, role: 'coe', version }, 'hanna-lindqvist')
    expect(await world.show(key)).toMatchObject({ state: 'in-review', review: { state: 'in-review' } })
    await world.sign(first, 'coe', 'return')
    expect(await world.show(key)).toMatchObject({ state: 'changes-requested', review: null })
    await world.submit(key)
    await world.approve(key)
    const approved = await world.show(key)
    expect(approved).toMatchObject({ state: 'approved', approved: { number: 1, state: 'approved' }, draft: null, standsInTheWay: [] })
    expect(await world.on(key, 'go-live', 'priya-raman')).toMatchObject({ state: 'active' })
    expect((await world.show(key)).history.map(({ type }) => type)).toEqual([
      'solution-went-live',
      'solution-approved',
      'solution-submitted',
      'solution-returned',
      'solution-review-begun',
      'solution-submitted',
      'solution-registered',
    ])
  })

  test('tier 3 takes three sign-offs, of three people none of whom had a hand in it', async () => {
    const { key } = await world.register(controlled)
    const { review } = await world.submit(key)
    const shown = await world.review(review?.key ?? '', 'hanna-lindqvist')
    expect(shown.signOffs.map(({ role }) => role).toSorted()).toEqual(['change-management', 'it-security', 'legal'])
    await world.sign(shown.key, 'it-security', 'approve')
    expect(await world.show(key)).toMatchObject({ state: 'in-review' })
    await world.sign(shown.key, 'legal', 'approve')
    await world.sign(shown.key, 'change-management', 'approve')
    expect(await world.show(key)).toMatchObject({ state: 'approved', tier: 3 })
  })

  test('whoever made or changed it signs nothing of it, and neither does whoever leads its unit', async () => {
    const { key } = await world.register(forTeam, 'hanna-lindqvist')
    const { review } = await world.submit(key, 'hanna-lindqvist')
    await expect(world.sign(review?.key ?? '', 'coe', 'approve', {}, 'hanna-lindqvist')).rejects.toMatchObject({ code: 'no-sign-off' })
  })

  test('what the charter never allows is kept as refused, what belongs to the central team as referred, and neither can be submitted', async () => {
    const refused = await world.register(prohibited)
    expect(refused).toMatchObject({ state: 'refused', verdict: 'refused', cost: 'refused' })
    const referred = await world.register(central)
    expect(referred).toMatchObject({ state: 'referred', verdict: 'referred', cost: 'referred' })
    for (const { key } of [refused, referred]) await expect(world.submit(key)).rejects.toMatchObject({ code: 'wrong-state' })
  })

  test('what a guardrail blocks stays a draft, and its submission says how to mend it', async () => {
    const { key, state } = await world.register({ ...forTeam, tools: ['public-chat'] })
    expect(state).toBe('draft')
    await expect(world.submit(key)).rejects.toMatchObject({ code: 'blocked', blockers: [{ field: 'facts' }] })
    await world.edit(key, forTeam)
    expect(await world.submit(key)).toMatchObject({ state: 'submitted' })
  })

  test('without a starting value, an owner who is here and an entry that holds, nothing goes live', async () => {
    const { key } = await world.register(forTeam, 'priya-raman', { benefit: null })
    await world.submit(key)
    await world.approve(key)
    await expect(world.on(key, 'go-live', 'priya-raman')).rejects.toMatchObject({ code: 'not-ready', blockers: [{ field: 'benefit' }] })
  })

  test('a condition that is needed before keeps it from going live until somebody else accepts that it is met', async () => {
    const { key } = await world.register(forTeam)
    await world.submit(key)
    await world.approve(key, { conditions: [{ text: 'Tell the team.', needed: 'before' }] })
    await expect(world.on(key, 'go-live', 'priya-raman')).rejects.toMatchObject({ code: 'not-ready' })
    const { conditions } = await world.show(key)
    const [condition] = conditions
    await world.ask('meet-condition', { condition: condition?.id, version: condition?.version, note: 'Told.' }, 'priya-raman')
    const [met] = (await world.show(key)).conditions
    await world.ask('accept-condition', { condition: met?.id, version: met?.version, accepted: true }, 'hanna-lindqvist')
    expect(await world.on(key, 'go-live', 'priya-raman')).toMatchObject({ state: 'active' })
  })
})

describe('a change', () => {
  test('of wording is only noted: the open review goes on', async () => {
    const { key } = await world.register(forTeam)
    const { review } = await world.submit(key)
    const edited = await world.edit(key, forTeam, 'priya-raman', { name: 'Sorting of claims' })
    expect(edited).toMatchObject({ cost: 'noted', dropped: null, state: 'submitted', name: 'Sorting of claims' })
    expect((await world.show(key)).review?.key).toBe(review?.key)
  })

  test('of what is reviewed makes every sign-off fall in the same transaction', async () => {
    const { key } = await world.register(controlled)
    const { review } = await world.submit(key)
    const open = review?.key ?? ''
    await world.sign(open, 'legal', 'approve')
    const { version, digest, checklists } = await world.review(open, 'daniel-okoye')
    const edited = await world.edit(key, { ...controlled, externalContent: true, humanReview: { present: true } })
    expect(edited).toMatchObject({ dropped: open, state: 'draft', cost: 'full-review' })
    const answers = Object.fromEntries(
      checklists.filter(({ role }) => role === 'it-security').flatMap(({ items }) => items.map(({ id }) => [id, 'yes'])),
    )
    await expect(
      world.ask('sign-off-review', { review: open, role: 'it-security', version, digest, decision: 'approve', answers }, 'daniel-okoye'),
    ).rejects.toThrow()
    expect((await world.review(open, 'hanna-lindqvist')).signOffs.map(({ state }) => state)).toEqual(['fallen', 'fallen', 'fallen'])
  })

  test('beside a running version leaves that one running until the short review says yes', async () => {
    const key = await world.running(forTeam)
    const before = await world.show(key)
    const changed = { ...forTeam, integrations: ['office-suite'] }
    expect(await world.ask('preview-edit', { key, facts: changed }, 'priya-raman')).toMatchObject({
      cost: 'short-review',
      changed: ['integrations'],
      signOffs: ['coe'],
    })
    expect(await world.edit(key, changed)).toMatchObject({ cost: 'short-review', state: 'active' })
    expect(await world.show(key)).toMatchObject({
      state: 'active',
      facts: forTeam,
      approved: { digest: before.approved?.digest },
      draft: { number: 2 },
    })
    expect(await world.submit(key)).toMatchObject({ state: 'active', review: { purpose: 'short' } })
    await world.approve(key)
    expect(await world.show(key)).toMatchObject({ state: 'active', facts: changed, approved: { number: 2 }, draft: null })
  })

  test('into a higher tier takes the higher lane, and a rejected one leaves the running version as it was', async () => {
    const key = await world.running(forTeam)
    expect(await world.edit(key, controlled)).toMatchObject({ cost: 'full-review', state: 'active', tier: 2 })
    const { review } = await world.submit(key)
    await world.sign(review?.key ?? '', 'legal', 'reject')
    expect(await world.show(key)).toMatchObject({ state: 'active', tier: 2, facts: forTeam, draft: { state: 'refused' } })
  })

  test('back to what runs withdraws the declaration beside it', async () => {
    const key = await world.running(forTeam)
    await world.edit(key, { ...forTeam, autonomy: 'acts-alone' })
    await world.submit(key)
    const back = await world.edit(key, forTeam)
    expect(back).toMatchObject({ cost: 'noted', state: 'active' })
    expect(back.dropped).toMatch(/^REV-/)
    expect(await world.show(key)).toMatchObject({ draft: null, review: null })
  })
})

describe('a ruling on a fact', () => {
  const rule = (key: string, fact: string, value: unknown, person: string) =>
    world.on<{ review: string | null; state: string; tier: number }>(key, 'rule-on-fact', person, {
      fact,
      value,
      reason: 'Seen in the flow.',
    })

  test('that raises the tier drops the review and opens the higher lane at once', async () => {
    const { key } = await world.register(forTeam)
    const { review } = await world.submit(key)
    const ruled = await rule(key, 'dataClasses', ['customer-pii'], 'hanna-lindqvist')
    expect(ruled).toMatchObject({ tier: 3, state: 'submitted' })
    expect(ruled.review).not.toBe(review?.key)
    await world.approve(key)
    expect(await world.show(key)).toMatchObject({ state: 'approved', tier: 3, facts: forTeam })
  })

  test('is for whoever could sign, while they review', async () => {
    const { key } = await world.register(forTeam)
    await expect(rule(key, 'movesMoney', true, 'hanna-lindqvist')).rejects.toMatchObject({ code: 'nothing-under-review' })
    await world.submit(key)
    await expect(rule(key, 'movesMoney', true, 'daniel-okoye')).rejects.toMatchObject({ code: 'no-sign-off' })
    await expect(rule(key, 'movesMoney', true, 'priya-raman')).rejects.toMatchObject({ code: 'reviewers-decide' })
    await expect(rule(key, 'movesMoney', 'perhaps', 'hanna-lindqvist')).rejects.toMatchObject({ code: 'invalid-input' })
    expect(await rule(key, 'movesMoney', true, 'hanna-lindqvist')).toMatchObject({ state: 'referred', tier: 4, review: null })
  })

  test('settles what nobody could answer, and then the way is open', async () => {
    const { decidesAboutIndividuals: _, ...unclear } = forTeam
    const { key, cost } = await world.register(unclear)
    expect(cost).toBe('clarify')
    const { review } = await world.submit(key)
    expect(review?.purpose).toBe('clarify')
    await expect(world.sign(review?.key ?? '', 'coe', 'approve')).rejects.toMatchObject({ code: 'not-approvable' })
    await rule(key, 'decidesAboutIndividuals', ['none'], 'hanna-lindqvist')
    await world.approve(key)
    expect(await world.show(key)).toMatchObject({ state: 'approved', verdict: 'review', tier: 2 })
  })
})

test('after all of that, the ledger proves every row', async () => {
  const { run, program } = world
  const { output } = await run(program.named('verify-ledger'), {}, { kind: 'system', job: 'test' })
  expect(output).toMatchObject({ ok: true, faults: [] })
})
