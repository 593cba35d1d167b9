import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { coveredBy, stopsOver } from '#src/capabilities/registry/index.ts'
import { newId } from '#src/kernel/ids.ts'
import type { Solutions } from './solutions-world.ts'
import { harmless, openSolutions } from './solutions-world.ts'
import type { Proposal } from './stops-world.ts'
import { stopping } from './stops-world.ts'

let world: Solutions
let stops: ReturnType<typeof stopping>
beforeAll(async () => {
  world = await openSolutions()
  stops = stopping(world)
  await world.acceptStandards('priya-raman')
})
afterAll(() => world.remove())

const chatting = { ...harmless, tools: ['public-chat'] }
const stateOf = async (key: string) => (await world.show(key)).state
/** What somebody hears of tools before they build with one. */
const toldOfTool = async (tools: readonly string[]) => {
  const { stopped } = await world.ask<{ stopped: string[] }>('check-idea', { facts: { ...harmless, tools } }, 'priya-raman')
  const listed = await world.ask<{ tools: { id: string; stopped: boolean }[] }>('list-tools', {}, 'priya-raman')
  const { suggestions } = await world.ask<{ suggestions: { id: string }[] }>('suggest-tools', { dataClasses: 'internal' }, 'priya-raman')
  return {
    check: stopped,
    list: listed.tools.flatMap(({ id, stopped }) => (stopped ? [id] : [])),
    suggested: suggestions.some(({ id }) => id === 'flow-builder'),
  }
}
const refusedBy = (stop: string) => ({
  blockers: expect.arrayContaining([expect.objectContaining({ reason: expect.stringContaining(stop) })]),
})

describe('a stop', () => {
  test('that is not there is refused by its name', async () => {
    await expect(world.ask('show-stop', { stop: 'STOP-9999' }, 'daniel-okoye')).rejects.toMatchObject({ code: 'no-such-stop' })
  })

  test('suspends at once what it covers, and keeps everything of it from running until two people lift it', async () => {
    const running = await world.running(harmless)
    const other = await world.running(chatting)
    const { key: approved } = await world.register(harmless)
    await world.submit(approved)
    const { key: draft } = await world.register(harmless)
    const seen = await world.ask<{
      total: number
      running: number
      told: number
      tiers: { tier: number }[]
      dataClasses: { id: string }[]
    }>('preview-stop', { kind: 'tool', target: 'flow-builder' }, 'daniel-okoye')
    expect(seen).toMatchObject({ total: 3, running: 1, told: 1, tiers: [{ tier: 1, count: 3 }], dataClasses: [{ id: 'public', count: 3 }] })

    const stop = await stops.start('tool', 'flow-builder')
    expect(stop).toMatchObject({ state: 'stopped', running: 1, suspended: 1, told: 1, fullAt: expect.any(String) })
    expect(await stateOf(running)).toBe('suspended')
    expect(await stateOf(other)).toBe('active')
    expect((await world.show(running)).stopped).toMatchObject({ because: 'It leaks.', stop: stop.key })

    // Whoever keeps the server may know that it is stopped; which solutions there are is for those who look after them.
    const suspendedFor = async (person: string) =>
      (await world.ask<{ solutions: { key: string }[] }>('show-stop', { stop: stop.key }, person)).solutions.map(({ key }) => key)
    expect(await suspendedFor('daniel-okoye')).toEqual([running])
    expect(await suspendedFor('grace-mbeki')).toEqual([])
    expect(await toldOfTool(['flow-builder', 'public-chat'])).toEqual({ check: ['flow-builder'], list: ['flow-builder'], suggested: false })
    await expect(world.on(approved, 'go-live', 'priya-raman')).rejects.toMatchObject({ code: 'not-ready', ...refusedBy(stop.key) })
    await expect(world.on(draft, 'start-sandbox', 'priya-raman')).rejects.toMatchObject({ code: 'stopped', ...refusedBy(stop.key) })
    await expect(world.submit(draft)).rejects.toMatchObject({ code: 'stopped', ...refusedBy(stop.key) })
    expect((await world.show(draft)).standsInTheWay[0]?.reason).toContain(stop.key)
    await expect(world.ask('propose-resumption', { key: running, note: 'Please.' }, 'daniel-okoye')).rejects.toMatchObject({
      code: 'stopped',
      ...refusedBy(stop.key),
    })

    expect(await stops.lift(stop.key)).toMatchObject({ state: 'lifted', resumed: 1 })
    expect(await toldOfTool(['flow-builder'])).toEqual({ check: [], list: [], suggested: true })
    expect(await stateOf(running)).toBe('active')
    await world.on(approved, 'go-live', 'priya-raman')
    expect(await stateOf(approved)).toBe('active')
  })

  test('says of what is not connected that it is not, and never that it is done', async () => {
    const stop = await stops.start('unit', 'legal')
    expect(await stops.shown(stop.key)).toMatchObject({ gateway: 'not-connected', platforms: 'not-connected' })
    await stops.lift(stop.key)
  })

  test('of a unit covers what its people and those below it have', async () => {
    const key = await world.running(harmless)
    const stop = await stops.start('unit', 'operations')
    expect(await stateOf(key)).toBe('suspended')
    expect((await stops.shown(stop.key)).solutions.map(({ key }) => key)).toContain(key)
    await stops.lift(stop.key)
    expect(await stateOf(key)).toBe('active')
  })

  test('of one model covers whatever uses its tool, since nobody declares a model', async () => {
    const key = await world.running(harmless)
    const stop = await stops.start('model', 'flow-builder', { model: 'Large 2' })
    expect(stop).toMatchObject({ target: { kind: 'model', id: 'flow-builder', model: 'Large 2' } })
    expect(await stateOf(key)).toBe('suspended')
    await stops.lift(stop.key)
  })

  test('reaches what came under it by another way once somebody looks', async () => {
    const key = await world.running(harmless)
    const stop = await stops.start('unit', 'internal-audit')
    await world.db.updateTable('unit').set({ parentId: 'internal-audit' }).where('id', '=', 'supplier-operations').execute()
    await stops.work()
    expect(await stateOf(key)).toBe('suspended')
    await world.db.updateTable('unit').set({ parentId: 'operations' }).where('id', '=', 'supplier-operations').execute()
    await stops.lift(stop.key)
    expect(await stateOf(key)).toBe('active')
  })

  test('is for those who may stop, about something that there is and that is not stopped already', async () => {
    const { key } = await world.register(harmless)
    for (const person of ['priya-raman', 'mei-lin-chou', 'tomas-novak', 'yusuf-demir', 'grace-mbeki'])
      await expect(stops.start('solution', key, {}, person)).rejects.toMatchObject({ code: 'stoppers-only' })
    for (const [kind, target] of [
      ['solution', 'SOL-99999'],
      ['tool', 'nothing'],
      ['unit', 'nothing'],
    ] as const)
      await expect(stops.start(kind, target)).rejects.toMatchObject({ code: 'no-such-target' })
    await expect(stops.start('model', 'flow-builder')).rejects.toMatchObject({ code: 'no-such-model' })
    const stop = await stops.start('solution', key, {}, 'amelia-hart')
    await expect(stops.start('solution', key)).rejects.toMatchObject({ code: 'stopped-already' })
    await stops.lift(stop.key)
  })
})

describe('lifting a stop', () => {
  test('is nothing for one person, nor for whoever owns or builds what it suspended', async () => {
    await world.acceptStandards('hanna-lindqvist')
    const key = await world.running(harmless, 'hanna-lindqvist')
    const stop = await stops.start('solution', key)
    const proposal = await stops.propose(stop.key)
    for (const person of ['daniel-okoye', 'hanna-lindqvist'])
      await expect(stops.adopt(proposal, person)).rejects.toMatchObject({ code: 'no-second-person' })
    expect(await stops.shown(stop.key)).toMatchObject({ state: 'stopped', you: { mayLift: false, lifting: proposal.id } })
    await stops.adopt(proposal)
    expect(await stateOf(key)).toBe('active')
  })

  test('is refused where somebody came to own what it suspended who could decide it', async () => {
    const key = await world.running(harmless)
    const stop = await stops.start('solution', key)
    const proposal = await stops.propose(stop.key)
    await world.db
      .updateTable('solution')
      .set({ backupOwnerId: 'luca-ferri' })
      .where('number', '=', Number(key.slice(4)))
      .execute()
    await expect(stops.adopt(proposal)).rejects.toMatchObject({ code: 'others-behind-it' })
    await world.db
      .updateTable('solution')
      .set({ backupOwnerId: null })
      .where('number', '=', Number(key.slice(4)))
      .execute()
    await stops.adopt(proposal)
  })

  test('lets run what it suspended alone: what another stop covers waits for that one', async () => {
    const key = await world.running(chatting)
    const tool = await stops.start('tool', 'public-chat')
    const unit = await stops.start('unit', 'operations')
    const lifted = await stops.lift(tool.key)
    const kept = lifted.solutions.find(each => each.key === key)
    expect(kept).toMatchObject({ state: 'suspended', outcome: 'kept' })
    expect(kept?.kept[0]?.reason).toContain(unit.key)
    expect((await world.show(key)).stopped).toMatchObject({ stop: unit.key })
    await stops.lift(unit.key)
    expect(await stateOf(key)).toBe('active')
  })

  test('keeps suspended what somebody had stopped for its own sake, and what may not run by the rules', async () => {
    const own = await world.running(chatting)
    const ownerless = await world.running(chatting)
    await world.ask('stop-solution', { key: own, because: 'It sent the wrong file.' }, 'priya-raman')
    const stop = await stops.start('tool', 'public-chat')
    expect((await world.show(own)).stopped).toMatchObject({ because: 'It sent the wrong file.', stop: null })
    await world.db
      .updateTable('solution')
      .set({ expiresAt: '2026-01-01T00:00:00Z' })
      .where('number', '=', Number(ownerless.slice(4)))
      .execute()
    const { solutions } = await stops.lift(stop.key)
    const of = (key: string) => solutions.find(each => each.key === key)
    expect(of(own)).toMatchObject({ suspended: false, outcome: 'kept', state: 'suspended' })
    expect(of(ownerless)).toMatchObject({ outcome: 'kept', state: 'suspended', kept: [{ reason: 'Its entry has expired.' }] })
    // Each is its own matter again, and two people settle it.
    const resumption = await world.ask<Proposal>('propose-resumption', { key: own, note: 'Mended.' }, 'daniel-okoye')
    await stops.adopt(resumption)
    expect(await stateOf(own)).toBe('active')
  })
})

describe('what a stop covers', () => {
  test('is the same by the rule and by the query, for every kind of answer about tools and every unit', async () => {
    const answers = [
      ['flow-builder'],
      ['public-chat', 'flow-builder'],
      { among: ['public-chat', 'app-builder'] },
      undefined,
      'flow-builder',
    ]
    for (const tools of answers) {
      const { key } = await world.register(harmless)
      const facts = JSON.stringify({ ...harmless, tools })
      await world.db
        .updateTable('solution')
        .set({ facts })
        .where('number', '=', Number(key.slice(4)))
        .execute()
    }
    const solutions = await world.db.selectFrom('solution').selectAll().execute()
    const targets = [
      ...['flow-builder', 'public-chat', 'app-builder', 'code-assistant'].map(targetId => ({
        kind: 'tool' as const,
        targetId,
        model: null,
      })),
      ...['aldermoor', 'operations', 'supplier-operations', 'legal'].map(targetId => ({ kind: 'unit' as const, targetId, model: null })),
      ...solutions.slice(0, 2).map(({ id }) => ({ kind: 'solution' as const, targetId: id, model: null })),
    ]
    for (const target of targets) {
      const bySql = await world.db.selectFrom('solution').select('id').where(coveredBy(target)).execute()
      const stop = await world.db
        .insertInto('stop')
        .values({
          ...target,
          id: newId(),
          version: 1,
          sealSalt: Buffer.alloc(16),
          because: 'For this test.',
          startedBy: 'daniel-okoye',
          startedByHuman: 'daniel-okoye',
          startedAt: '2026-11-23T09:00:00Z',
          running: 0,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      const byRule: string[] = []
      for (const solution of solutions)
        if ((await stopsOver(world.db, solution, solution.facts)).some(({ id }) => id === stop.id)) byRule.push(solution.id)
      expect(byRule.toSorted(), JSON.stringify(target)).toEqual(bySql.map(({ id }) => id).toSorted())
      await world.db.deleteFrom('stop').where('id', '=', stop.id).execute()
    }
  })
})
