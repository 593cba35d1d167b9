import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Solutions } from './solutions-world.ts'
import { forTeam, harmless, openSolutions } from './solutions-world.ts'

let world: Solutions
beforeAll(async () => {
  world = await openSolutions()
  // A second reviewer, the honest way: two people say so.
  const changes = [{ person: 'sofia-marques', role: 'coe-reviewer', give: true }]
  const { id, version, digest } = await world.ask<{ id: string; version: number; digest: string }>(
    'propose-role-change',
    { changes, note: 'For appeals.' },
    'grace-mbeki',
  )
  await world.ask('adopt-proposal', { proposal: id, version, digest }, 'amelia-hart')
})
afterAll(() => world.remove())

const appeal = (key: string, person = 'jonas-weber') =>
  world.on<{ review: { key: string } }>(key, 'appeal-decision', person, { reason: 'It does not.' })
const rule = (key: string, fact: string, value: unknown, person: string) =>
  world.on(key, 'rule-on-fact', person, { fact, value, reason: 'Looked at it together.' })

describe('an appeal', () => {
  test('against a reviewer’s no goes to somebody else, once, and upheld it puts a yes in its place', async () => {
    const { key } = await world.register(forTeam, 'jonas-weber')
    const { review } = await world.submit(key, 'jonas-weber')
    await world.sign(review?.key ?? '', 'coe', 'reject')
    expect(await world.show(key)).toMatchObject({ state: 'refused' })
    const { review: appealed } = await appeal(key)
    await expect(appeal(key)).rejects.toMatchObject({ code: 'appealed-already' })
    await expect(world.sign(appealed.key, 'coe', 'approve', {}, 'hanna-lindqvist')).rejects.toMatchObject({ code: 'no-sign-off' })
    await world.sign(appealed.key, 'coe', 'approve', {}, 'sofia-marques')
    expect(await world.show(key)).toMatchObject({ state: 'approved' })
  })

  test('that is not upheld leaves the no, and there is no second one', async () => {
    const { key } = await world.register(forTeam, 'jonas-weber')
    const { review } = await world.submit(key, 'jonas-weber')
    await world.sign(review?.key ?? '', 'coe', 'reject')
    await world.sign((await appeal(key)).review.key, 'coe', 'reject', {}, 'sofia-marques')
    expect(await world.show(key)).toMatchObject({ state: 'refused' })
    await expect(appeal(key)).rejects.toMatchObject({ code: 'appealed-already' })
    // Another declaration is another matter.
    await world.edit(key, { ...forTeam, autonomy: 'acts-alone' }, 'jonas-weber')
    expect(await world.submit(key, 'jonas-weber')).toMatchObject({ state: 'submitted' })
  })

  test('against the rules works through rulings on facts, and then the idea is its maker’s again', async () => {
    const { key } = await world.register({ ...forTeam, decidesAboutIndividuals: ['employees'] }, 'jonas-weber')
    const { review } = await appeal(key)
    await expect(world.sign(review.key, 'coe', 'approve')).rejects.toMatchObject({ code: 'not-approvable' })
    await rule(key, 'decidesAboutIndividuals', ['none'], 'hanna-lindqvist')
    await world.sign(review.key, 'coe', 'approve')
    expect(await world.show(key)).toMatchObject({ state: 'draft', tier: 2, verdict: 'review' })
    expect(await world.submit(key, 'jonas-weber')).toMatchObject({ state: 'submitted' })
  })

  test('is for those who build or own it, and only against a no', async () => {
    const { key } = await world.register(forTeam, 'jonas-weber')
    await expect(appeal(key)).rejects.toMatchObject({ code: 'wrong-state' })
    await expect(appeal(key, 'hanna-lindqvist')).rejects.toMatchObject({ code: 'not-yours' })
  })
})

describe('an idea for the central team', () => {
  test('goes there whole, and its receipt is confirmed with what it is called there', async () => {
    const { key } = await world.register({ ...forTeam, movesMoney: true }, 'jonas-weber')
    expect(await world.ask('list-referrals', {}, 'amelia-hart')).toMatchObject({ referrals: [{ key, late: false }] })
    const shown = await world.ask<{ receiptDueAt: string }>('show-referral', { key }, 'jonas-weber')
    expect(shown).toMatchObject({ facts: { movesMoney: true }, received: null, receiptDueAt: '2026-11-24T17:00:00Z' })
    await expect(world.ask('acknowledge-referral', { key, reference: 'ENG-1' }, 'jonas-weber')).rejects.toMatchObject({
      code: 'central-team-only',
    })
    expect(await world.ask('acknowledge-referral', { key, reference: 'ENG-1' }, 'amelia-hart')).toMatchObject({ inTime: true })
    expect(await world.ask('list-referrals', {}, 'amelia-hart')).toEqual({ referrals: [] })
    await expect(world.ask('acknowledge-referral', { key, reference: 'ENG-2' }, 'amelia-hart')).rejects.toMatchObject({
      code: 'received-already',
    })
    const { key: other } = await world.register(forTeam, 'jonas-weber')
    await expect(world.ask('show-referral', { key: other }, 'jonas-weber')).rejects.toMatchObject({ code: 'not-referred' })
  })
})

describe('a second look', () => {
  /** Approves tier 1 solutions until one is drawn, which takes about twenty. */
  const drawn = async (): Promise<{ key: string; review: string }> => {
    await world.acceptStandards('priya-raman').catch(() => undefined)
    for (;;) {
      const { key } = await world.register(harmless)
      await world.submit(key)
      const look = await world.db
        .selectFrom('review')
        .innerJoin('solution', 'solution.id', 'review.subject')
        .select('review.number')
        .where('review.purpose', '=', 'second-look')
        .where('solution.number', '=', Number(key.slice(4)))
        .executeTakeFirst()
      if (look) return { key, review: `REV-${String(look.number).padStart(4, '0')}` }
    }
  }

  test(
    'delays nothing, shows neither answers nor tier, and tells only afterwards what had been decided',
    { timeout: 120_000 },
    async () => {
      const { key, review } = await drawn()
      expect(await world.show(key)).toMatchObject({ state: 'approved', review: null })
      await world.on(key, 'go-live', 'priya-raman')
      const seen = await world.ask<Record<string, unknown>>('show-second-look', { review }, 'hanna-lindqvist')
      expect(Object.keys(seen)).not.toEqual(expect.arrayContaining(['facts']))
      expect(seen).not.toHaveProperty('tier')
      await expect(world.ask('show-second-look', { review }, 'priya-raman')).rejects.toMatchObject({ code: 'no-such-review' })
      const { version } = seen
      const look = { review, version, facts: forTeam, reason: 'The team uses it.' }
      expect(await world.ask('record-second-look', look, 'hanna-lindqvist')).toMatchObject({ same: false, tier: 1, seenTier: 2 })
      expect(await world.show(key)).toMatchObject({ state: 'active', tier: 1 })
      const figures = await world.ask<{ agreement: { looks: number } }>('show-review-figures', {}, 'amelia-hart')
      expect(figures.agreement.looks).toBe(1)
    },
  )
})

describe('before something new is made', () => {
  test('what is nearly the same is shown, as far as one may see it, and templates to everybody', async () => {
    const { key } = await world.register(forTeam, 'jonas-weber', {
      name: 'Freight invoices',
      purpose: 'Compares freight invoices with orders.',
    })
    const idea = { name: 'Invoices of freight', purpose: 'Checks freight invoices against orders', facts: forTeam }
    const near = (person: string) =>
      world.ask<{ similar: { key: string }[]; templates: { key: string }[] }>('similar-solutions', idea, person)
    expect((await near('jonas-weber')).similar[0]?.key).toBe(key)
    expect((await near('priya-raman')).similar.map(each => each.key)).not.toContain(key)
    await expect(world.on(key, 'recommend-solution', 'hanna-lindqvist', { reusable: true })).rejects.toMatchObject({ code: 'not-approved' })
    await world.submit(key, 'jonas-weber')
    await world.approve(key)
    await world.on(key, 'recommend-solution', 'hanna-lindqvist', { reusable: true })
    expect((await near('priya-raman')).templates).toMatchObject([{ key, template: true }])
  })
})

test('a view is kept under its name, replaced by one of the same name, and gone once it is removed', async () => {
  const keep = (filters: Record<string, unknown>) => world.ask<{ id: string }>('save-view', { name: 'To renew', filters }, 'priya-raman')
  await keep({ state: 'active' })
  const { id } = await keep({ state: 'active', mine: true })
  expect(await world.ask('list-views', {}, 'priya-raman')).toEqual({
    views: [{ id, name: 'To renew', filters: { state: 'active', mine: true } }],
  })
  expect(await world.ask('list-views', {}, 'jonas-weber')).toEqual({ views: [] })
  await expect(world.ask('remove-view', { view: id }, 'jonas-weber')).rejects.toMatchObject({ code: 'no-such-view' })
  await world.ask('remove-view', { view: id }, 'priya-raman')
  expect(await world.ask('list-views', {}, 'priya-raman')).toEqual({ views: [] })
})

test('after all of that, the ledger proves every row', async () => {
  const { run, program } = world
  const { output } = await run(program.named('verify-ledger'), {}, { kind: 'system', job: 'test' })
  expect(output).toMatchObject({ ok: true, faults: [] })
})
