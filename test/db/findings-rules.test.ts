import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adoptCharter, bringToolBack, everySecondLook, standardsWith, takeLeave, withdrawTool } from './findings-people.ts'
import type { Finding } from './findings-world.ts'
import { sweeping, tried } from './findings-world.ts'
import type { Solutions } from './solutions-world.ts'
import { controlled, forTeam, harmless, openSolutions } from './solutions-world.ts'

/*
 * Each rule opens and clears by what people do and by the time that passes; no row is written past the operations.
 */
let world: Solutions
let sweeps: ReturnType<typeof sweeping>
beforeAll(async () => {
  world = await openSolutions()
  sweeps = sweeping(world)
  await world.acceptStandards('priya-raman')
})
afterAll(() => world.remove())

/** Sweeps, and shows whether a rule stands for a solution. */
const stands = async (key: string, rule: string): Promise<boolean> => {
  await sweeps.incremental()
  return (await sweeps.rulesOf(key)).includes(rule)
}
const until = (moment: string) => world.move(world.clock.now().until(Temporal.Instant.from(moment), { largestUnit: 'seconds' }))
const today = () => world.clock.now().toZonedDateTimeISO('UTC').toPlainDate()
const midnightAfter = (day: Temporal.PlainDate) => day.add({ days: 1 }).toZonedDateTime('UTC').toInstant()

describe('a rule that begins soon', () => {
  test('is foretold to whoever it concerns as soon as they register, and over on its day or when they change what they do', async () => {
    const concerned = { ...forTeam, regulatedUses: ['eu-art5-ba'] }
    const { key } = await world.register(concerned)
    const { key: changing } = await world.register(concerned)
    const { key: other } = await world.register(forTeam)
    expect(await stands(key, 'rule-coming')).toBe(true)
    expect((await sweeps.of(key))['rule-coming']).toMatchObject({ severity: 'high', dueAt: '2026-12-02T00:00:00Z' })
    expect(await stands(other, 'rule-coming')).toBe(false)
    expect(await stands(changing, 'rule-coming')).toBe(true)
    await world.edit(changing, forTeam)
    expect(await stands(changing, 'rule-coming')).toBe(false)
    until('2026-12-01T23:59:59Z')
    expect(await stands(key, 'rule-coming')).toBe(true)
    until('2026-12-02T00:00:00Z')
    expect(await stands(key, 'rule-coming')).toBe(false)
  })
})

describe('a condition', () => {
  test('is late with the midnight after its day, stays so while it is only said to be met, and clears when that is accepted', async () => {
    const { key } = await world.register(controlled)
    await world.submit(key)
    const due = today().add({ days: 20 })
    await world.approve(key, { conditions: [{ text: 'Add a log.', needed: 'after', dueOn: due.toString() }] })
    await world.on(key, 'go-live', 'priya-raman')
    until(midnightAfter(due).subtract({ seconds: 1 }).toString())
    expect(await stands(key, 'condition-late')).toBe(false)
    world.move({ seconds: 1 })
    expect(await stands(key, 'condition-late')).toBe(true)
    const open = async () => (await world.show(key)).conditions.filter(({ state }) => state === 'open' || state === 'met')
    for (const { id, version } of await open()) await world.ask('meet-condition', { condition: id, version, note: 'Done.' }, 'priya-raman')
    expect(await stands(key, 'condition-late')).toBe(true)
    for (const { id, version } of await open())
      for (const reviewer of ['daniel-okoye', 'mei-lin-chou', 'tomas-novak', 'hanna-lindqvist'])
        await tried(() => world.ask('accept-condition', { condition: id, version, accepted: true }, reviewer))
    expect(await open()).toEqual([])
    expect(await stands(key, 'condition-late')).toBe(false)
  })
})

describe('a tool', () => {
  test('that two people withdraw stands with whatever names it until a review brings it back', async () => {
    const key = await world.running(forTeam)
    const { key: draft } = await world.register(forTeam)
    expect(await stands(key, 'tool-withdrawn')).toBe(false)
    await withdrawTool(world, 'flow-builder')
    expect(await stands(key, 'tool-withdrawn')).toBe(true)
    expect((await sweeps.of(key))['tool-withdrawn']).toMatchObject({ severity: 'high', values: { tool: 'flow-builder', tools: 1 } })
    expect((await sweeps.of(draft))['tool-withdrawn']).toMatchObject({ severity: 'medium' })
    await world.edit(draft, { ...forTeam, tools: ['company-assistant'] })
    expect(await stands(draft, 'tool-withdrawn')).toBe(false)
    await bringToolBack(world, 'flow-builder')
    expect(await stands(key, 'tool-withdrawn')).toBe(false)
  })
})

describe('AI content that leaves the company', () => {
  test('is found where a reviewer settles that nobody sees it first, and over when that ruling ends or somebody does', async () => {
    const key = await world.running(forTeam)
    expect(await stands(key, 'no-human-review')).toBe(false)
    // A change is under review beside what runs, and a reviewer finds out what it really does.
    await world.edit(key, { ...forTeam, integrations: ['crm'] })
    await world.submit(key)
    const rule = (fact: string, value: unknown) =>
      world.on(key, 'rule-on-fact', 'daniel-okoye', { fact, value, reason: 'Seen in the log.' })
    const ruledBy = async (fact: string, value: unknown) => {
      await rule(fact, value)
      return stands(key, 'no-human-review')
    }
    expect(await ruledBy('externalContent', true)).toBe(true)
    expect(await ruledBy('humanReview', { present: true, by: 'the editor', where: 'before sending' })).toBe(false)
    expect(await ruledBy('humanReview', null)).toBe(true)
    expect(await ruledBy('externalContent', null)).toBe(false)
  })
})

describe('the standards', () => {
  test('bind again whoever answers for something of tier 1 when they change or somebody else takes it', async () => {
    const key = await world.running(harmless)
    expect(await stands(key, 'standards-not-accepted')).toBe(false)
    await adoptCharter(world, 'other-standards', standardsWith('Ask first.'))
    expect(await stands(key, 'standards-not-accepted')).toBe(true)
    await world.acceptStandards('priya-raman')
    expect(await stands(key, 'standards-not-accepted')).toBe(false)
    const offer = await world.ask<{ id: string; version: number }>(
      'offer-handover',
      { key, role: 'owner', to: 'luca-ferri', note: 'Yours now.' },
      'priya-raman',
    )
    await world.ask('accept-handover', { offer: offer.id, version: offer.version }, 'luca-ferri')
    expect(await stands(key, 'standards-not-accepted')).toBe(true)
    await world.acceptStandards('luca-ferri')
    expect(await stands(key, 'standards-not-accepted')).toBe(false)
  })
})

describe('leave to put something off', () => {
  test('holds through its last day; then what was put off and the leave that ended are both found, until it is done', async () => {
    const key = await world.running(harmless)
    const { expiresAt } = await world.show(key)
    until(expiresAt ?? '')
    expect(await stands(key, 'entry-expired')).toBe(true)
    const last = today().add({ days: 10 })
    await takeLeave(world, key, 'entry-expired', last.toString())
    expect(await stands(key, 'entry-expired')).toBe(false)
    until(midnightAfter(last).subtract({ seconds: 1 }).toString())
    expect(await stands(key, 'waiver-expired')).toBe(false)
    world.move({ seconds: 1 })
    expect(await stands(key, 'waiver-expired')).toBe(true)
    expect(await stands(key, 'entry-expired')).toBe(true)
    await world.on(key, 'recertify-solution', 'priya-raman', { unchanged: true })
    expect(await sweeps.incremental().then(() => sweeps.rulesOf(key))).toEqual([])
  })

  test('that the registry can’t see the end of is asked about for as long as leave may last, or until there is new leave', async () => {
    const key = await world.running(harmless)
    const last = today().add({ days: 3 })
    await takeLeave(world, key, 'security-checklist-item', last.toString())
    until(midnightAfter(last).toString())
    expect(await stands(key, 'waiver-expired')).toBe(true)
    await takeLeave(world, key, 'security-checklist-item', today().add({ days: 5 }).toString())
    expect(await stands(key, 'waiver-expired')).toBe(false)
    world.move({ hours: 24 * 6 })
    expect(await stands(key, 'waiver-expired')).toBe(true)
    world.move({ hours: 24 * 90 })
    expect(await stands(key, 'waiver-expired')).toBe(false)
  })
})

describe('an owner', () => {
  test('has too many with the sixteenth that may run, and no longer when one of them ends', async () => {
    await world.acceptStandards('sofia-marques')
    const keys: string[] = []
    const load = async (): Promise<Finding[]> => {
      await sweeps.incremental()
      return (await world.ask<{ findings: Finding[] }>('list-findings', { kind: 'person' }, 'sofia-marques')).findings
    }
    for (let n = 0; n < 15; n += 1) keys.push(await world.running(harmless, 'sofia-marques'))
    expect(await load()).toEqual([])
    keys.push(await world.running(harmless, 'sofia-marques'))
    expect(await load()).toMatchObject([{ rule: 'owner-load', subject: { id: 'sofia-marques' }, values: { owned: 16, most: 15 } }])
    await world.on(keys[0] ?? '', 'retire-solution', 'sofia-marques', { because: 'It is done.' })
    expect(await load()).toEqual([])
  })
})

describe('a second look', () => {
  test('is due after the moment by which it was expected, and over when somebody has looked', async () => {
    await adoptCharter(world, 'second-looks', standardsWith('Ask first.'), everySecondLook)
    await world.running(forTeam)
    const [drawn] = await world.db
      .selectFrom('review')
      .select(['id', 'number', 'dueAt'])
      .where('purpose', '=', 'second-look')
      .where('endedAt', 'is', null)
      .execute()
    if (!drawn) throw new Error('Every approval gets a second look.')
    const rules = async () => {
      await sweeps.incremental()
      const asked = { kind: 'review', subject: drawn.id }
      return (await world.ask<{ findings: Finding[] }>('list-findings', asked, 'hanna-lindqvist')).findings.map(({ rule }) => rule)
    }
    until(drawn.dueAt.toString())
    expect(await rules()).toEqual([])
    world.move({ seconds: 1 })
    expect(await rules()).toEqual(['second-look-due'])
    const review = `REV-${String(drawn.number).padStart(4, '0')}`
    const looks = async (by: string) => {
      const { version } = await world.ask<{ version: number }>('show-second-look', { review }, by)
      await world.ask('record-second-look', { review, version, facts: forTeam, reason: 'Seen.' }, by)
    }
    await looks('hanna-lindqvist').catch(() => looks('luca-ferri'))
    expect(await rules()).toEqual([])
  })
})

test('after all of this a full sweep opens, changes and clears nothing', async () => {
  await sweeps.incremental()
  const before = await sweeps.live()
  await sweeps.full()
  expect(await sweeps.live()).toEqual(before)
})
