import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Finding } from './findings-world.ts'
import { sweeping } from './findings-world.ts'
import type { Solutions } from './solutions-world.ts'
import { controlled, forTeam, harmless, openSolutions } from './solutions-world.ts'

let world: Solutions
let sweeps: ReturnType<typeof sweeping>
beforeAll(async () => {
  world = await openSolutions()
  sweeps = sweeping(world)
  for (const maker of ['priya-raman', 'jonas-weber']) await world.acceptStandards(maker)
})
afterAll(() => world.remove())

/** Sweeps, and shows which rules stand for a solution. */
const after = async (key: string): Promise<string[]> => {
  await sweeps.incremental()
  return sweeps.rulesOf(key)
}

describe('a finding about an entry', () => {
  test('comes on each day of notice, and not a second before; and turns into expired at the very second', async () => {
    const key = await world.running(harmless)
    const { expiresAt } = await world.show(key)
    const until = (left: Temporal.DurationLike) =>
      world.clock.now().until(Temporal.Instant.from(expiresAt ?? '').subtract(left), { largestUnit: 'seconds' })
    expect(await after(key)).toEqual([])
    world.move(until({ hours: 60 * 24, seconds: 1 }))
    expect(await after(key)).toEqual([])
    world.move({ seconds: 1 })
    expect(await after(key)).toEqual(['entry-expiring'])
    expect((await sweeps.of(key))['entry-expiring']).toMatchObject({ severity: 'low', values: { notice: 60 }, dueAt: expiresAt })
    world.move(until({ hours: 7 * 24 }))
    await sweeps.incremental()
    expect((await sweeps.of(key))['entry-expiring']).toMatchObject({ severity: 'medium', values: { notice: 7 } })
    world.move(until({ seconds: 1 }))
    expect(await after(key)).toEqual(['entry-expiring'])
    world.move({ seconds: 1 })
    expect(await after(key)).toEqual(['entry-expired'])
  })
})

describe('a finding about owners', () => {
  test('comes when the owner is suspended, grows with the end of the grace, and clears when they are back', async () => {
    const key = await world.running(forTeam, 'jonas-weber')
    const administrator = 'grace-mbeki'
    const person = async () => world.ask<{ version: number }>('show-person', { person: 'jonas-weber' }, administrator)
    await world.ask('suspend-person', { person: 'jonas-weber', version: (await person()).version }, administrator)
    expect(await after(key)).toContain('owner-gone')
    expect((await sweeps.of(key))['owner-gone']).toMatchObject({ values: { over: false } })
    world.move({ hours: 719, minutes: 59, seconds: 59 })
    await sweeps.incremental()
    expect((await sweeps.of(key))['owner-gone']).toMatchObject({ values: { over: false } })
    world.move({ seconds: 1 })
    await sweeps.incremental()
    expect((await sweeps.of(key))['owner-gone']).toMatchObject({ values: { over: true } })
    await world.ask('resume-person', { person: 'jonas-weber', version: (await person()).version }, administrator)
    expect(await after(key)).not.toContain('owner-gone')
  })

  test('asks for a backup from tier 2 on', async () => {
    const key = await world.running(forTeam)
    const { tier } = await world.show(key)
    expect((await after(key)).includes('no-backup')).toBe(tier >= 2)
  })
})

describe('a finding about a review', () => {
  test('warns before the promise breaks, and says when it broke', async () => {
    const { key } = await world.register(controlled)
    await world.submit(key)
    const row = await world.db
      .selectFrom('review')
      .selectAll()
      .where('endedAt', 'is', null)
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow()
    const rules = async () => {
      await sweeps.incremental()
      const { findings } = await world.ask<{ findings: Finding[] }>('list-findings', { kind: 'review', subject: row.id }, 'hanna-lindqvist')
      return findings.map(({ rule }) => rule)
    }
    expect(await rules()).toEqual([])
    world.move(world.clock.now().until(row.dueAt, { largestUnit: 'seconds' }))
    expect(await rules()).toEqual(['review-at-stake'])
    world.move({ seconds: 1 })
    expect(await rules()).toEqual(['review-overdue'])
    await world.approve(key)
    expect(await rules()).toEqual([])
  })
})

describe('findings of the program and its tools', () => {
  test('say that the charter is unsigned, and which tools nobody looked at', async () => {
    await sweeps.incremental()
    const { findings } = await world.ask<{ findings: Finding[] }>('list-findings', { limit: 100 }, 'amelia-hart')
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['charter-unsigned', 'tool-unowned', 'tool-unreviewed']))
  })
})

describe('working on findings', () => {
  const some = async (): Promise<Finding> => {
    const { findings } = await world.ask<{ findings: Finding[] }>('list-findings', { rule: 'tool-unowned' }, 'amelia-hart')
    const [first] = findings
    if (!first) throw new Error('Some tool has no owner.')
    return first
  }

  test('they are handed out, put off with a reason and not for ever, and come back', async () => {
    const { id, version } = await some()
    const assigned = await world.ask<Finding>('assign-finding', { finding: id, version, to: 'priya-raman' }, 'hanna-lindqvist')
    const mine = await world.ask<{ findings: Finding[] }>('list-findings', { kind: 'tool' }, 'priya-raman')
    expect(mine.findings.map(finding => finding.id)).toEqual([id])
    const put = (until: Temporal.Instant, by = 'hanna-lindqvist') =>
      world.ask<Finding>('snooze-finding', { finding: id, version: assigned.version, until: until.toString(), reason: 'Later.' }, by)
    const now = world.clock.now()
    await expect(put(now)).rejects.toMatchObject({ code: 'snooze-over' })
    await expect(put(now.add({ hours: 24 * 91 }))).rejects.toMatchObject({ code: 'snooze-too-long' })
    await expect(put(now.add({ hours: 24 }), 'priya-raman')).rejects.toMatchObject({ code: 'coe-works-findings' })
    expect(await put(now.add({ hours: 24 }))).toMatchObject({ state: 'snoozed' })
    world.move({ hours: 23, minutes: 59, seconds: 59 })
    await sweeps.incremental()
    expect(await world.ask('show-finding', { finding: id }, 'hanna-lindqvist')).toMatchObject({ state: 'snoozed' })
    world.move({ seconds: 1 })
    await sweeps.incremental()
    const back = await world.ask<{ state: string; history: { type: string }[] }>('show-finding', { finding: id }, 'hanna-lindqvist')
    expect(back.state).toBe('open')
    expect(back.history.map(({ type }) => type)).toEqual(['finding-changed', 'finding-snoozed', 'finding-assigned', 'finding-opened'])
  })

  test('a rule that is switched off clears what it found; one that is previewed shows it for tonight; a cap holds back', async () => {
    const set = async (mode: string, cap: number | null, by = 'amelia-hart') => {
      const { rules } = await world.ask<{ rules: { rule: string; version: number }[] }>('list-finding-rules', {}, 'amelia-hart')
      const version = rules.find(({ rule }) => rule === 'tool-unowned')?.version
      await world.ask('set-finding-rule', { rule: 'tool-unowned', version, mode, cap }, by)
      await sweeps.incremental()
      return (await sweeps.live()).filter(line => line.startsWith('tool-unowned')).length
    }
    const before = (await sweeps.live()).filter(line => line.startsWith('tool-unowned')).length
    expect(before).toBeGreaterThan(2)
    await expect(set('off', null, 'hanna-lindqvist')).rejects.toMatchObject({ code: 'lead-sets-rules' })
    expect(await set('off', null)).toBe(0)
    expect(await set('preview', null)).toBe(0)
    const tonight = await world.ask<{ opens: { rule: string; mode: string }[] }>('preview-tonight', { kind: 'tool' }, 'amelia-hart')
    expect(tonight.opens.filter(({ rule, mode }) => rule === 'tool-unowned' && mode === 'preview')).toHaveLength(before)
    world.move({ hours: 24 })
    expect(await set('on', 2)).toBe(2)
    world.move({ hours: 24 })
    await sweeps.full()
    expect((await sweeps.live()).filter(line => line.startsWith('tool-unowned'))).toHaveLength(Math.min(before, 4))
    expect(await set('on', null)).toBe(before)
  })
})

test('a full sweep after all of this opens and clears nothing, and the ledger proves every row', async () => {
  await sweeps.incremental()
  const before = await sweeps.live()
  const entries = await world.db.selectFrom('ledgerEntry').select('id').execute()
  await sweeps.full()
  expect(await sweeps.live()).toEqual(before)
  expect(await world.db.selectFrom('ledgerEntry').select('id').execute()).toHaveLength(entries.length)
  await world.sequencer.settled()
  const { output } = await world.run(world.program.named('verify-ledger'), {}, { kind: 'system', job: 'test' })
  expect(output).toMatchObject({ ok: true, faults: [] })
})

test('the gravest finding stands at the top, then what is due first, and pages say the same as the whole', async () => {
  interface Page {
    findings: Finding[]
    next: string | null
  }
  const page = (asked: Record<string, unknown>) => world.ask<Page>('list-findings', asked, 'amelia-hart')
  const grave = ['high', 'medium', 'low']
  const { findings } = await page({ limit: 100 })
  const sorted = findings.toSorted(
    (one, other) => grave.indexOf(one.severity) - grave.indexOf(other.severity) || Date.parse(one.dueAt) - Date.parse(other.dueAt),
  )
  expect(new Set(findings.map(({ severity }) => severity)).size).toBeGreaterThan(1)
  expect(findings.map(({ severity, dueAt }) => `${severity} ${dueAt}`)).toEqual(sorted.map(({ severity, dueAt }) => `${severity} ${dueAt}`))
  const paged: Finding[] = []
  for (let after: string | null | undefined; after !== null;) {
    const found: Page = await page({ limit: 2, ...(after !== undefined && { after }) })
    paged.push(...found.findings)
    after = found.next
  }
  expect(paged.map(({ id }) => id)).toEqual(findings.map(({ id }) => id))
})
