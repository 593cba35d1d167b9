import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Solutions } from './solutions-world.ts'
import { controlled, forTeam, openSolutions } from './solutions-world.ts'

/*
 * An upheld appeal puts one role's yes in the place of its no. Whatever else the lane asks for is still asked for, and counts
 * only where it was given for this very content.
 */
let world: Solutions
beforeAll(async () => {
  world = await openSolutions()
})
afterAll(() => world.remove())

const maker = 'jonas-weber'
const before = { text: 'Add a log.', needed: 'before' as const }

/** Submitted into its lane, where some say yes before legal says no; then its maker appeals. */
const appealed = async (earlier: { role: string; more?: Record<string, unknown> }[] = [], facts = controlled) => {
  const { key } = await world.register(facts, maker)
  const first = (await world.submit(key, maker)).review?.key ?? ''
  for (const { role, more } of earlier) await world.sign(first, role, 'approve', more)
  const role = facts === controlled ? 'legal' : 'coe'
  await world.sign(first, role, 'reject')
  const { review } = await world.on<{ review: { key: string } }>(key, 'appeal-decision', maker, { reason: 'It does not.' })
  return { key, first, appeal: review.key }
}
const uphold = (appeal: string, more: Record<string, unknown> = {}) => world.sign(appeal, 'legal', 'approve', more, 'oliver-stein')
const openRoles = async (key: string) => {
  const { review } = await world.show(key)
  if (!review) return []
  return (await world.review(review.key, 'hanna-lindqvist')).signOffs.map(({ role }) => role).toSorted()
}

describe('an appeal that is upheld against one role of three', () => {
  test('approves nothing that the other two have not looked at: they look at it then', async () => {
    const { key, appeal } = await appealed()
    await uphold(appeal)
    expect(await world.show(key)).toMatchObject({ state: 'submitted', approved: null, review: { purpose: 'full', state: 'waiting' } })
    expect(await openRoles(key)).toEqual(['change-management', 'it-security'])
    await expect(world.on(key, 'go-live', maker)).rejects.toMatchObject({ code: 'wrong-state' })
    await world.approve(key)
    expect(await world.show(key)).toMatchObject({ state: 'approved', tier: 3, review: null })
    expect(await world.on(key, 'go-live', maker)).toMatchObject({ state: 'active' })
  })

  test('takes over a yes to the same content, and asks whoever gave it for no other', async () => {
    const { key, appeal } = await appealed([{ role: 'it-security' }])
    await uphold(appeal)
    expect(await openRoles(key)).toEqual(['change-management'])
    const rows = world.db.selectFrom('review').select('excluded').where('endedAt', 'is', null).where('purpose', '=', 'full')
    expect((await rows.executeTakeFirstOrThrow()).excluded.toSorted()).toEqual(['daniel-okoye', 'mei-lin-chou', 'oliver-stein'])
    await world.approve(key)
    expect(await world.show(key)).toMatchObject({ state: 'approved' })
  })

  test('asks again for a yes whose conditions fell with the no', async () => {
    const { key, appeal } = await appealed([{ role: 'it-security', more: { conditions: [before] } }])
    await uphold(appeal)
    expect(await openRoles(key)).toEqual(['change-management', 'it-security'])
    await world.approve(key)
    expect(await world.show(key)).toMatchObject({ state: 'approved', conditions: [] })
  })

  test('is the last word where all others had said yes', async () => {
    const { key, appeal } = await appealed([{ role: 'it-security' }, { role: 'change-management' }])
    await uphold(appeal)
    expect(await world.show(key)).toMatchObject({ state: 'approved', review: null })
  })

  test('has its conditions stand with the yes of the others, and fall with their no', async () => {
    const one = await appealed()
    await uphold(one.appeal, { conditions: [before] })
    await world.approve(one.key)
    expect(await world.show(one.key)).toMatchObject({ state: 'approved', conditions: [{ state: 'open' }] })
    await expect(world.on(one.key, 'go-live', maker)).rejects.toMatchObject({ code: 'not-ready' })

    const two = await appealed()
    await uphold(two.appeal, { conditions: [before] })
    await world.sign((await world.show(two.key)).review?.key ?? '', 'it-security', 'reject')
    expect(await world.show(two.key)).toMatchObject({ state: 'refused', conditions: [] })
    await expect(world.on(two.key, 'appeal-decision', maker, { reason: 'Again.' })).rejects.toMatchObject({ code: 'appealed-already' })
  })

  test('leaves what runs as it is until the others have said yes to the change', async () => {
    const key = await world.running(forTeam, maker)
    await world.edit(key, controlled, maker)
    await world.sign((await world.submit(key, maker)).review?.key ?? '', 'legal', 'reject')
    const { review } = await world.on<{ review: { key: string } }>(key, 'appeal-decision', maker, { reason: 'It does not.' })
    await uphold(review.key)
    expect(await world.show(key)).toMatchObject({ state: 'active', tier: 2, facts: forTeam, draft: { state: 'submitted' } })
    await world.approve(key)
    expect(await world.show(key)).toMatchObject({ state: 'active', tier: 3, facts: controlled, draft: null })
  })

  test('falls with its content: whatever is changed meanwhile takes every sign-off anew', async () => {
    const { key, appeal } = await appealed([{ role: 'it-security' }])
    await uphold(appeal)
    await world.edit(key, { ...controlled, autonomy: 'acts-alone' }, maker)
    await world.submit(key, maker)
    expect(await openRoles(key)).toEqual(['change-management', 'it-security', 'legal'])
  })
})

describe('an appeal during which the tier rises', () => {
  test('leads into the lane of that tier, whatever was said in the lower one', async () => {
    const { key, appeal } = await appealed([], forTeam)
    await world.on(key, 'rule-on-fact', 'luca-ferri', { fact: 'dataClasses', value: ['customer-pii'], reason: 'Seen in the flow.' })
    await world.sign(appeal, 'coe', 'approve', {}, 'luca-ferri')
    expect(await world.show(key)).toMatchObject({ state: 'submitted', tier: 3, approved: null })
    expect(await openRoles(key)).toEqual(['change-management', 'it-security', 'legal'])
    await world.approve(key)
    expect(await world.show(key)).toMatchObject({ state: 'approved', tier: 3 })
  })

  test('of a further office whose word somebody had asked for, that word is still asked for', async () => {
    const { key } = await world.register(forTeam, maker)
    const first = (await world.submit(key, maker)).review?.key ?? ''
    const { version } = await world.review(first, 'hanna-lindqvist')
    await world.ask('escalate-review', { review: first, to: 'legal', reason: 'More eyes.', version }, 'hanna-lindqvist')
    await world.sign(first, 'coe', 'reject')
    const { review } = await world.on<{ review: { key: string } }>(key, 'appeal-decision', maker, { reason: 'It does not.' })
    await world.sign(review.key, 'coe', 'approve', {}, 'luca-ferri')
    expect(await openRoles(key)).toEqual(['legal'])
    await world.approve(key)
    expect(await world.show(key)).toMatchObject({ state: 'approved', tier: 2 })
  })
})

test('after all of that, the ledger proves every row', async () => {
  const { run, program } = world
  await world.sequencer.settled()
  const { output } = await run(program.named('verify-ledger'), {}, { kind: 'system', job: 'test' })
  expect(output).toMatchObject({ ok: true, faults: [] })
})
