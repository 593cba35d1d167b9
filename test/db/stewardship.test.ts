import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Solutions } from './solutions-world.ts'
import { forTeam, harmless, openSolutions } from './solutions-world.ts'

let world: Solutions
beforeAll(async () => {
  world = await openSolutions()
})
afterAll(() => world.remove())

const offer = (key: string, to: string, by = 'priya-raman', role = 'owner') =>
  world.ask<{ id: string; version: number; state: string }>('offer-handover', { key, role, to, note: 'Please.' }, by)

describe('a handover', () => {
  test('changes nothing until whoever was asked accepts; then they answer for it, and the maker stays its author', async () => {
    const key = await world.running(forTeam)
    const { id, version } = await offer(key, 'jonas-weber')
    expect(await world.show(key)).toMatchObject({ owner: { id: 'priya-raman' }, standing: { handoverOpen: true } })
    expect(await world.ask('list-offers', {}, 'jonas-weber')).toMatchObject({ offers: [{ id, solution: { key } }] })
    await expect(world.ask('accept-handover', { offer: id, version }, 'sofia-marques')).rejects.toMatchObject({ code: 'not-asked' })
    await expect(world.ask('accept-handover', { offer: id, version }, 'grace-mbeki')).rejects.toMatchObject({ code: 'no-such-offer' })
    await world.ask('accept-handover', { offer: id, version }, 'jonas-weber')
    expect(await world.show(key)).toMatchObject({ owner: { id: 'jonas-weber' }, standing: { handoverOpen: false } })
    await expect(world.on(key, 'retire-solution', 'priya-raman', { because: 'Mine.' })).rejects.toMatchObject({ code: 'owners-only' })
    await expect(world.ask('accept-handover', { offer: id, version: 2 }, 'jonas-weber')).rejects.toMatchObject({ code: 'offer-over' })
  })

  test('can be declined or withdrawn, and then be offered again; one offer of a kind at a time', async () => {
    const { key } = await world.register(forTeam)
    const first = await offer(key, 'jonas-weber')
    await expect(offer(key, 'sofia-marques')).rejects.toMatchObject({ code: 'offer-open' })
    await world.ask('decline-handover', { offer: first.id, version: 1, note: 'No time.' }, 'jonas-weber')
    const second = await offer(key, 'sofia-marques')
    await world.ask('withdraw-handover', { offer: second.id, version: 1 }, 'priya-raman')
    const backup = await offer(key, 'sofia-marques', 'priya-raman', 'backup-owner')
    await world.ask('accept-handover', { offer: backup.id, version: 1 }, 'sofia-marques')
    await expect(offer(key, 'sofia-marques', 'priya-raman', 'backup-owner')).rejects.toMatchObject({ code: 'backup-already' })
    // The backup owner becomes the owner: nobody is both.
    const third = await offer(key, 'sofia-marques')
    await world.ask('accept-handover', { offer: third.id, version: 1 }, 'sofia-marques')
    expect(await world.show(key)).toMatchObject({ owner: { id: 'sofia-marques' }, backupOwner: null })
  })

  test('goes to nobody who is gone, and the center of excellence offers what an owner who is gone left behind', async () => {
    const { key } = await world.register(forTeam, 'jonas-weber')
    await expect(offer(key, 'nobody-here', 'jonas-weber')).rejects.toMatchObject({ code: 'nobody-active' })
    await expect(offer(key, 'jonas-weber', 'jonas-weber')).rejects.toMatchObject({ code: 'owner-already' })
    await world.db.updateTable('person').set({ state: 'left' }).where('id', '=', 'jonas-weber').execute()
    expect((await world.show(key)).standing.ownerGoneSince).not.toBeNull()
    const { id } = await offer(key, 'priya-raman', 'hanna-lindqvist')
    await world.ask('accept-handover', { offer: id, version: 1 }, 'priya-raman')
    expect(await world.show(key)).toMatchObject({ owner: { id: 'priya-raman' }, standing: { ownerGoneSince: null } })
    await world.db.updateTable('person').set({ state: 'active' }).where('id', '=', 'jonas-weber').execute()
  })
})

test('a co-maker sees and edits it, and signs nothing of it, also after they were left out', async () => {
  const { key } = await world.register(forTeam)
  await expect(world.show(key, 'jonas-weber')).rejects.toMatchObject({ code: 'no-such-solution' })
  await world.on(key, 'change-makers', 'priya-raman', { coMakers: ['jonas-weber', 'hanna-lindqvist'] })
  await world.edit(key, forTeam, 'jonas-weber', { name: 'Sorted by two' })
  await world.on(key, 'change-makers', 'priya-raman', { coMakers: [] })
  await expect(world.show(key, 'jonas-weber')).rejects.toMatchObject({ code: 'no-such-solution' })
  const { review } = await world.submit(key)
  await expect(world.sign(review?.key ?? '', 'coe', 'approve')).rejects.toMatchObject({ code: 'no-sign-off' })
})

describe('an entry', () => {
  test('runs out after its charter’s months, keeps a solution from going live, and holds again once it is confirmed', async () => {
    const { key } = await world.register(forTeam)
    await world.submit(key)
    await world.approve(key)
    expect((await world.show(key)).expiresAt).toBe('2027-11-23T09:00:00Z')
    world.move({ hours: 24 * 366 })
    expect(await world.show(key)).toMatchObject({ standing: { expired: true } })
    await expect(world.on(key, 'go-live', 'priya-raman')).rejects.toMatchObject({ code: 'not-ready' })
    expect(await world.ask('show-recertification', { key }, 'priya-raman')).toMatchObject({ facts: forTeam, standsInTheWay: [] })
    await world.on(key, 'recertify-solution', 'priya-raman', { unchanged: true })
    expect(await world.show(key)).toMatchObject({ standing: { expired: false }, expiresAt: '2028-11-24T09:00:00Z' })
    await world.on(key, 'go-live', 'priya-raman')
  })

  test('is not confirmed while a change is under way, nor by anybody but those who answer for it', async () => {
    const key = await world.running(forTeam)
    await expect(world.on(key, 'recertify-solution', 'hanna-lindqvist', { unchanged: true })).rejects.toMatchObject({ code: 'owners-only' })
    await expect(world.on(key, 'recertify-solution', 'priya-raman', { unchanged: false })).rejects.toMatchObject({ code: 'invalid-input' })
    await world.edit(key, { ...forTeam, autonomy: 'acts-alone' })
    await expect(world.on(key, 'recertify-solution', 'priya-raman', { unchanged: true })).rejects.toMatchObject({ code: 'not-confirmable' })
  })
})

describe('a stop', () => {
  const propose = (key: string, person: string) =>
    world.ask<{ id: string; version: number; digest: string }>('propose-resumption', { key, note: 'It is mended.' }, person)

  test('takes one person and a reason; two others let it run again, none of whom owns or built it', async () => {
    const key = await world.running(forTeam)
    await expect(world.ask('stop-solution', { key, because: 'Why not.' }, 'sofia-marques')).rejects.toMatchObject({ code: 'owners-only' })
    expect(await world.ask('stop-solution', { key, because: 'It sent the wrong file.' }, 'daniel-okoye')).toMatchObject({
      state: 'suspended',
    })
    await expect(world.on(key, 'go-live', 'priya-raman')).rejects.toMatchObject({ code: 'nothing-to-go-live' })
    const { id, version, digest } = await propose(key, 'daniel-okoye')
    await expect(world.ask('adopt-proposal', { proposal: id, version, digest }, 'daniel-okoye')).rejects.toMatchObject({
      code: 'no-second-person',
    })
    expect(await world.ask('show-proposal', { proposal: id }, 'hanna-lindqvist')).toMatchObject({ preview: { details: { key } } })
    await world.ask('adopt-proposal', { proposal: id, version, digest }, 'hanna-lindqvist')
    expect(await world.show(key)).toMatchObject({ state: 'active', stopped: null })
    await expect(propose(key, 'daniel-okoye')).rejects.toMatchObject({ code: 'wrong-state' })
  })

  test('stays through an approved change: what takes the place of the stopped version is stopped too', async () => {
    const key = await world.running(forTeam)
    await world.ask('stop-solution', { key, because: 'It sent the wrong file.' }, 'priya-raman')
    await world.edit(key, { ...forTeam, autonomy: 'acts-alone' })
    await world.submit(key)
    await world.approve(key)
    expect(await world.show(key)).toMatchObject({ state: 'suspended', approved: { number: 2 } })
  })
})

describe('a retirement', () => {
  test('ends its review and its offers, and within its days it becomes what it was, to go live again', async () => {
    const key = await world.running(forTeam)
    await world.edit(key, { ...forTeam, autonomy: 'acts-alone' })
    await world.submit(key)
    await offer(key, 'jonas-weber')
    expect(await world.on(key, 'retire-solution', 'priya-raman', { because: 'Nobody uses it.' })).toMatchObject({ state: 'retired' })
    expect(await world.show(key)).toMatchObject({ review: null, offers: [], draft: { state: 'draft' } })
    for (const step of ['go-live', 'submit-solution'])
      await expect(world.on(key, step, 'priya-raman')).rejects.toMatchObject({ code: 'wrong-state' })
    expect(await world.on(key, 'undo-retirement', 'hanna-lindqvist')).toMatchObject({ state: 'approved' })
    expect(await world.submit(key)).toMatchObject({ state: 'approved', review: { purpose: 'short' } })
  })

  test('of what was stopped leaves it stopped, and after its days nothing takes it back', async () => {
    const key = await world.running(forTeam)
    await world.ask('stop-solution', { key, because: 'Wrong file.' }, 'priya-raman')
    await world.on(key, 'retire-solution', 'priya-raman', { because: 'Enough.' })
    expect(await world.on(key, 'undo-retirement', 'priya-raman')).toMatchObject({ state: 'suspended' })
    await world.on(key, 'retire-solution', 'priya-raman', { because: 'Enough.' })
    world.move({ hours: 24 * 31 })
    await expect(world.on(key, 'undo-retirement', 'priya-raman')).rejects.toMatchObject({ code: 'undo-over' })
  })
})

test('a sandbox says what it is for, ends by itself, and is not needed for what is approved', async () => {
  const { key } = await world.register(harmless)
  const { until } = await world.on<{ until: string }>(key, 'start-sandbox', 'priya-raman')
  expect(Temporal.Instant.from(until).since(world.clock.now()).total('days')).toBe(30)
  await expect(world.on(key, 'start-sandbox', 'priya-raman')).rejects.toMatchObject({ code: 'sandbox-open' })
  const running = await world.running(forTeam)
  await expect(world.on(running, 'start-sandbox', 'priya-raman')).rejects.toMatchObject({ code: 'wrong-state' })
})

test('after all of that, the ledger proves every row', async () => {
  const { run, program } = world
  const { output } = await run(program.named('verify-ledger'), {}, { kind: 'system', job: 'test' })
  expect(output).toMatchObject({ ok: true, faults: [] })
})
