import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { nights } from './effects-world.ts'
import type { Solutions } from './solutions-world.ts'
import { forTeam, harmless, openSolutions } from './solutions-world.ts'

/* What rules do by themselves at night: only where they were let, no more than their cap, never over what was decided meanwhile. */
let world: Solutions
let at: ReturnType<typeof nights>
beforeAll(async () => {
  world = await openSolutions()
  at = nights(world)
  for (const maker of ['priya-raman', 'jonas-weber', 'sofia-marques']) await world.acceptStandards(maker)
})
afterAll(() => world.remove())
beforeEach(async () => {
  for (const rule of ['entry-expired', 'owner-gone', 'condition-late', 'tool-withdrawn']) await at.set(rule, 'off')
})

const day = { hours: 24 }
/** Solutions whose entries ran out so long ago that the grace is over, found and not acted on. */
const expired = async (count: number): Promise<string[]> => {
  const keys: string[] = []
  for (let n = 0; n < count; n += 1) keys.push(await world.running(harmless))
  world.move({ hours: 24 * 366 })
  await at.incremental()
  world.move({ hours: 24 * 30 })
  await at.incremental()
  return keys
}
const statesOf = (keys: readonly string[]) => Promise.all(keys.map(at.stateOf))
const retire = async (keys: readonly string[]) => {
  for (const key of keys) await world.on(key, 'retire-solution', 'priya-raman', { because: 'The test is over.' })
}

describe('an effect of a rule', () => {
  test('of a rule that is off is seen before anybody switches it on, and only where it is asked for', async () => {
    const keys = await expired(2)
    type Tonight = { effects: { rule: string; mode: string; answer: string }[]; opens: { rule: string }[] }
    const tonight = (asked: Record<string, unknown>) => world.ask<Tonight>('preview-tonight', asked, 'amelia-hart')
    const foreseen = async (asked: Record<string, unknown>) =>
      (await tonight(asked)).effects.map(({ rule, mode, answer }) => `${rule} ${mode} ${answer}`)
    expect(await foreseen({})).toEqual([])
    expect(await foreseen({ as: 'entry-expired' })).toEqual(['entry-expired preview act', 'entry-expired preview act'])
    expect(await foreseen({ as: 'owner-gone' })).toEqual([])

    const { version, cap } = await at.rule('entry-expired')
    const asked = { rule: 'entry-expired', cap }
    await world.ask('set-finding-rule', { ...asked, version, mode: 'off' }, 'amelia-hart')
    await at.full()
    const opens = async (given: Record<string, unknown>) =>
      (await tonight(given)).opens.filter(({ rule }) => rule === 'entry-expired').length
    expect([await opens({}), await opens({ as: 'entry-expired' })]).toEqual([0, 2])
    await world.ask('set-finding-rule', { ...asked, version: version + 1, mode: 'on' }, 'amelia-hart')
    await retire(keys)
  })

  test('that nobody set is only shown; one that is off is not even that; one that is on stops what runs, and says why', async () => {
    expect(await at.rule('no-backup')).toMatchObject({ effect: null })
    const [key = ''] = await expired(1)
    await world.db.deleteFrom('findingRule').execute()
    expect(await at.rule('entry-expired')).toMatchObject({ version: 1, effect: { mode: 'preview', cap: 20 } })
    expect(await at.foreseen()).toMatchObject([{ rule: 'entry-expired', mode: 'preview', answer: 'act', subject: { key } }])
    await at.night()
    expect(await at.stateOf(key)).toBe('active')

    await at.set('entry-expired', 'off')
    expect(await at.foreseen()).toEqual([])
    await at.night()
    expect(await at.stateOf(key)).toBe('active')

    await expect(at.set('entry-expired', 'on', 20, 'hanna-lindqvist')).rejects.toMatchObject({ code: 'lead-sets-rules' })
    await expect(at.set('no-backup', 'on')).rejects.toMatchObject({ code: 'no-effect' })
    await at.set('entry-expired', 'on')
    expect(await at.foreseen()).toMatchObject([{ mode: 'on', answer: 'act', subject: { key } }])
    await at.night()
    expect(await world.show(key)).toMatchObject({
      state: 'suspended',
      stopped: { by: { name: 'Guildhall' }, rule: 'entry-expired', because: expect.stringContaining('run out') },
    })
    expect(await at.effects({ solution: key })).toMatchObject([{ rule: 'entry-expired', kept: null, undone: null }])
    expect(await at.effects({ solution: key }, 'jonas-weber')).toEqual([])
    expect(await at.foreseen()).toEqual([])
    await retire([key])
  })

  test('that a rule has without finding anything by itself comes to nothing', async () => {
    const [key = ''] = await expired(1)
    const { version, effect } = await at.set('entry-expired', 'on')
    expect(effect).toMatchObject({ mode: 'on' })
    await world.ask('set-finding-rule', { rule: 'entry-expired', version, mode: 'preview', cap: null }, 'amelia-hart')
    expect(await at.rule('entry-expired')).toMatchObject({ effect: { mode: 'on', cap: 20 } })
    await at.work('act-on-findings')
    expect(await at.stateOf(key)).toBe('active')
    await world.ask('set-finding-rule', { rule: 'entry-expired', version: version + 1, mode: 'on', cap: null }, 'amelia-hart')
    await retire([key])
  })

  test('that stopped an entry which ran out ends by confirming it and by two people, and not before', async () => {
    const [key = ''] = await expired(1)
    await at.set('entry-expired', 'on')
    await at.night()
    await expect(at.undo('propose-resumption', { key })).rejects.toMatchObject({ code: 'entry-expired' })
    await world.on(key, 'recertify-solution', 'priya-raman', { unchanged: true })
    expect(await at.stateOf(key)).toBe('suspended')
    await at.undo('propose-resumption', { key })
    expect(await at.stateOf(key)).toBe('active')
    await at.night()
    expect(await at.stateOf(key)).toBe('active')
    await retire([key])
  })

  test('is not done again for the same finding once people have let it run', async () => {
    await at.set('owner-gone', 'on')
    const key = await world.running(forTeam, 'jonas-weber')
    await at.suspend('jonas-weber')
    await at.incremental()
    world.move({ hours: 24 * 30 })
    await at.night()
    expect(await at.stateOf(key)).toBe('suspended')
    const { version } = await world.ask<{ version: number }>('show-person', { person: 'jonas-weber' }, 'grace-mbeki')
    await world.ask('resume-person', { person: 'jonas-weber', version }, 'grace-mbeki')
    await at.undo('propose-resumption', { key })
    expect(await at.stateOf(key)).toBe('active')
    await at.night()
    expect(await at.stateOf(key)).toBe('active')
    const again = await world.show(key)
    await world.ask('retire-solution', { key, version: again.version, because: 'Over.' }, 'jonas-weber')
  })
})

describe('effects of other rules', () => {
  test('stop what runs with a condition that is late, once the finding itself is late', async () => {
    await at.set('condition-late', 'on')
    const { key } = await world.register(forTeam)
    await world.submit(key)
    const dueOn = world.clock
      .now()
      .add({ hours: 24 * 10 })
      .toString()
      .slice(0, 10)
    await world.approve(key, { conditions: [{ text: 'Add a log.', needed: 'after', dueOn }] })
    await world.on(key, 'go-live', 'priya-raman')
    world.move({ hours: 24 * 40 })
    await at.night()
    const { dueAt } = (await at.of(key))['condition-late'] ?? { dueAt: '' }
    world.move(world.clock.now().until(Temporal.Instant.from(dueAt).subtract({ seconds: 1 }), { largestUnit: 'seconds' }))
    await at.night()
    expect(await at.stateOf(key)).toBe('active')
    world.move({ seconds: 1 })
    await at.night()
    expect(await world.show(key)).toMatchObject({ state: 'suspended', stopped: { rule: 'condition-late' } })
    await retire([key])
  })

  test('stop what certainly uses a tool that two people withdrew, and nothing else', async () => {
    await at.set('tool-withdrawn', 'on')
    const certain = await world.running({ ...harmless, tools: ['app-builder', 'flow-builder'] })
    const other = await world.running(harmless)
    await at.undo('propose-tool-withdrawal', { tool: 'app-builder', replacedBy: [] }, ['ines-cardoso', 'daniel-okoye'])
    await at.night()
    expect(await statesOf([certain, other])).toEqual(['suspended', 'active'])
    await retire([certain, other])
  })
})

describe('the cap of a night', () => {
  test('holds the surplus back, whatever it is; a finding says so until a night holds nothing back', async () => {
    const keys = await expired(5)
    await at.set('entry-expired', 'on', 2)
    expect((await at.foreseen()).map(({ answer }) => answer)).toEqual(['act', 'act', 'held-back', 'held-back', 'held-back'])
    await at.night()
    expect((await statesOf(keys)).filter(state => state === 'suspended')).toHaveLength(2)
    // The same night again, as a job that is repeated or started by hand.
    await at.work('act-on-findings')
    await at.work('act-on-findings')
    expect((await statesOf(keys)).filter(state => state === 'suspended')).toHaveLength(2)
    const heldBack = async () => (await at.live()).filter(line => line.startsWith('effects-held-back'))
    await at.incremental()
    expect(await heldBack()).toHaveLength(1)
    expect((await heldBack())[0]).toContain('"solutions":3')
    world.move(day)
    await at.night()
    expect((await statesOf(keys)).filter(state => state === 'suspended')).toHaveLength(4)
    expect((await heldBack())[0]).toContain('"solutions":1')
    world.move(day)
    await at.night()
    expect(new Set(await statesOf(keys))).toEqual(new Set(['suspended']))
    expect(await heldBack()).toEqual([])
    await retire(keys)
  })

  test('of none lets nothing be done, and the finding goes when the rule no longer acts', async () => {
    const keys = await expired(2)
    await at.set('entry-expired', 'on', 0)
    await at.night()
    expect(await statesOf(keys)).toEqual(['active', 'active'])
    const heldBack = async () => (await at.live()).filter(line => line.startsWith('effects-held-back')).length
    expect(await heldBack()).toBe(1)
    await at.set('entry-expired', 'preview', 0)
    await at.incremental()
    expect(await heldBack()).toBe(0)
    await retire(keys)
  })
})

describe('what was decided meanwhile', () => {
  /** Does something between the sweep and the acting, while the finding still stands. */
  const after = async (key: string, meanwhile: () => Promise<unknown>) => {
    await at.full()
    await meanwhile()
    expect(await at.rulesOf(key)).toContain('entry-expired')
    await at.work('act-on-findings')
    return at.stateOf(key)
  }

  test('leave spares a solution, at the moment of acting', async () => {
    const [key = ''] = await expired(1)
    await at.set('entry-expired', 'on')
    const endsOn = world.clock
      .now()
      .add({ hours: 24 * 20 })
      .toString()
      .slice(0, 10)
    const grant = async () => {
      const wish = { solution: key, what: 'entry-expired', endsOn, reason: 'Back in two weeks.' }
      const { id, version } = await world.ask<{ id: string; version: number }>('request-waiver', wish, 'priya-raman')
      await world.ask('grant-waiver', { id, version, note: 'Until then.' }, 'luca-ferri')
    }
    expect(await after(key, grant)).toBe('active')
    expect(await at.foreseen()).toMatchObject([{ answer: 'spared', spared: { by: 'leave' } }])
    await at.incremental()
    // The rule finds nothing any more, and it still shows whom leave spares.
    expect(await at.foreseen()).toMatchObject([{ rule: 'entry-expired', answer: 'spared', spared: { by: 'leave' } }])
    world.move({ hours: 24 * 21 })
    await at.night()
    expect(await at.stateOf(key)).toBe('suspended')
    await retire([key])
  })

  test('so do confirming it, putting the finding off, stopping it and retiring it', async () => {
    const [confirmed = '', putOff = '', stopped = '', retired = ''] = await expired(4)
    await at.set('entry-expired', 'on')
    await at.full()
    await world.on(confirmed, 'recertify-solution', 'priya-raman', { unchanged: true })
    const finding = (await at.of(putOff))['entry-expired']
    const until = world.clock.now().add({ hours: 48 }).toString()
    await world.ask('snooze-finding', { finding: finding?.id, version: finding?.version, until, reason: 'Soon.' }, 'luca-ferri')
    await world.ask('stop-solution', { key: stopped, because: 'By hand.' }, 'daniel-okoye')
    await retire([retired])
    expect(await at.foreseen()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          subject: expect.objectContaining({ key: putOff }),
          spared: { by: 'put-off', until: expect.any(String) },
        }),
        expect.objectContaining({ subject: expect.objectContaining({ key: confirmed }), spared: { by: 'no-longer', until: null } }),
      ]),
    )
    await at.work('act-on-findings')
    expect(await statesOf([confirmed, putOff, stopped, retired])).toEqual(['active', 'active', 'suspended', 'retired'])
    expect(await world.show(stopped)).toMatchObject({ stopped: { because: 'By hand.', rule: null } })
    for (const key of [confirmed, putOff, stopped, retired]) expect(await at.effects({ solution: key })).toEqual([])
    await retire([confirmed, putOff, stopped])
  })

  test('somebody who was asked within the grace has time to answer', async () => {
    await at.set('owner-gone', 'on')
    const key = await world.running(forTeam, 'sofia-marques')
    await at.suspend('sofia-marques')
    world.move({ hours: 24 * 20 })
    await world.ask('offer-handover', { key, role: 'owner', to: 'priya-raman', note: 'Please.' }, 'hanna-lindqvist')
    world.move({ hours: 24 * 15 })
    await at.night()
    expect(await at.stateOf(key)).toBe('active')
    expect(await at.foreseen()).toMatchObject([{ rule: 'owner-gone', answer: 'spared', spared: { by: 'offered' } }])
    world.move({ hours: 24 * 15 })
    await at.night()
    expect(await at.stateOf(key)).toBe('suspended')
  })
})

test('acting asks everything once more, whatever was listed before', async () => {
  const [key = ''] = await expired(1)
  const { id = '', version } = (await at.of(key))['entry-expired'] ?? {}
  const act = () => world.run(world.program.named('act-on-finding'), { finding: id, night: '2099-01-01' }, { kind: 'system', job: 'test' })
  await at.set('entry-expired', 'preview')
  await expect(act()).rejects.toMatchObject({ code: 'nothing-to-act-on' })
  await at.set('entry-expired', 'on', 0)
  await expect(act()).rejects.toMatchObject({ code: 'cap-reached' })
  await at.set('entry-expired', 'on')
  const until = world.clock.now().add({ hours: 48 }).toString()
  await world.ask('snooze-finding', { finding: id, version, until, reason: 'Soon.' }, 'luca-ferri')
  await expect(act()).rejects.toMatchObject({ code: 'nothing-to-act-on' })
  expect(await at.stateOf(key)).toBe('active')
  world.move({ hours: 48 })
  await act()
  await expect(act()).rejects.toMatchObject({ code: 'nothing-to-act-on' })
  expect(await at.stateOf(key)).toBe('suspended')
  await retire([key])
})

describe('undoing', () => {
  test('is not for whoever builds the solution to decide', async () => {
    const [key = ''] = await expired(1)
    await at.set('entry-expired', 'on')
    await at.night()
    const [effect] = await at.effects({ solution: key })
    await world.db
      .updateTable('solution')
      .set({ coMakers: JSON.stringify(['daniel-okoye']) })
      .where('number', '=', Number(key.slice('SOL-'.length)))
      .execute()
    await expect(at.undo('propose-undo-effect', { effect: effect?.id })).rejects.toMatchObject({ code: 'no-second-person' })
    await world.db.updateTable('solution').set({ coMakers: '[]' }).execute()
    await retire([key])
  })

  test('takes two people who gain nothing by it, and puts the solution back where it was', async () => {
    const [key = ''] = await expired(1)
    await at.set('entry-expired', 'on')
    const before = await world.show(key)
    await at.night()
    const [effect] = await at.effects({ solution: key })
    expect(await at.stateOf(key)).toBe('suspended')
    const input = { effect: effect?.id }
    await expect(at.undo('propose-undo-effect', input, ['priya-raman', 'daniel-okoye'])).rejects.toMatchObject({ kind: 'forbidden' })
    await at.undo('propose-undo-effect', input)
    const { state, expiresAt, stopped } = await world.show(key)
    expect({ state, expiresAt, stopped }).toEqual({ state: before.state, expiresAt: before.expiresAt, stopped: null })
    expect(await at.effects({ solution: key })).toMatchObject([
      { kept: 'undone', undone: { by: { id: 'daniel-okoye' }, proposedBy: { id: 'hanna-lindqvist' } } },
    ])
    await expect(at.undo('propose-undo-effect', input)).rejects.toMatchObject({ code: 'effect-undone' })
    // The entry is as much over as before, and two people have decided about it.
    world.move(day)
    expect(await at.foreseen()).toMatchObject([{ answer: 'spared', spared: { by: 'acted-before' } }])
    await at.night()
    expect(await at.stateOf(key)).toBe('active')
    await retire([key])
  })

  test('of a night leaves what somebody changed since, and names it; after thirty days there is none', async () => {
    const keys = await expired(3)
    const [first = '', second = '', third = ''] = keys
    await at.set('entry-expired', 'on')
    await at.night()
    const [effect] = await at.effects({ solution: first })
    await world.on(second, 'recertify-solution', 'priya-raman', { unchanged: true })
    await expect(at.undo('propose-undo-effect', { effect: (await at.effects({ solution: second }))[0]?.id })).rejects.toMatchObject({
      code: 'solution-changed-since',
    })
    world.move({ hours: 24 * 29 })
    await at.undo('propose-undo-night', { rule: 'entry-expired', night: effect?.night })
    expect(await statesOf(keys)).toEqual(['active', 'suspended', 'active'])
    const kept = async (key: string) => (await at.effects({ solution: key }))[0]?.kept
    expect([await kept(first), await kept(second), await kept(third)]).toEqual(['undone', 'changed', 'undone'])
    await expect(at.undo('propose-undo-night', { rule: 'entry-expired', night: '2026-01-01' })).rejects.toMatchObject({
      code: 'no-such-effect',
    })
    await retire(keys)

    const [late = ''] = await expired(1)
    await at.night()
    world.move({ hours: 24 * 30 })
    const old = (await at.effects({ solution: late }))[0]?.id
    await expect(at.undo('propose-undo-effect', { effect: old })).rejects.toMatchObject({ code: 'effect-final' })
    await retire([late])
  })
})

test('the ledger proves every effect, night and setting', async () => {
  await world.sequencer.settled()
  const { output } = await world.run(world.program.named('verify-ledger'), {}, { kind: 'system', job: 'test' })
  expect(output).toMatchObject({ ok: true, faults: [] })
})
