import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#src/kernel/refusal.ts'
import { capacityCommand } from './capacity.ts'

const folder = mkdtempSync(join(tmpdir(), 'capacity-'))
const file = (text: string): string => {
  const path = join(folder, `${crypto.randomUUID()}.yaml`)
  writeFileSync(path, text)
  return path
}

const run = async (...args: string[]) => {
  let out = ''
  const exit = await capacityCommand.run(args, {
    stdin: Readable.from([]),
    out: text => void (out += text),
    err: () => undefined,
    interactive: false,
    columns: 80,
  })
  return { exit, out }
}
const refused = async (...args: string[]): Promise<Refusal> => {
  try {
    await run(...args)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('was not refused')
}

const TEAM = `
calendar: { name: Office, timeZone: UTC, hours: { monday: 09:00-17:00, tuesday: 09:00-17:00, wednesday: 09:00-17:00, thursday: 09:00-17:00, friday: 09:00-17:00 } }
from: 2027-01-11
weeks: 8
replications: 60
`
const team = (rest: string) => file(`${TEAM}${rest}`)
const tier = (perDay: number, effort: string) => `tiers: [{ name: Tier 2, perDay: ${perDay}, promise: { days: 5 }, effort: ${effort} }]\n`
const people = (count: number) => `reviewers: [{ name: Reviewer, count: ${count} }]\n`

describe('guildhall capacity', { timeout: 60_000 }, () => {
  it('says plainly that the promise can be kept, and needs no remedy then', async () => {
    const { out, exit } = await run(team(tier(1, '{ always: 3 h }') + people(3)))
    expect(exit).toBe(0)
    expect(out).toMatch(/^The promise can be kept\.\n/)
    expect(out).not.toContain('What would fix it')
  })

  it('says what would fix a promise that can’t be kept', async () => {
    const { out } = await run(team(`warmUpWeeks: 20\n${tier(1.8, '{ mean: 1 d }')}${people(2)}`))
    expect(out).toMatch(/^The promise can’t be kept\.\n/)
    expect(out).toMatch(/yes {2}[12] more full-time reviewers? \(Tier 2 9\d/)
    expect(out).toMatch(/2027-01-11 █+·+/)
  })

  it('gives a growing backlog no share', async () => {
    const { out } = await run(team(tier(3, '{ always: 1 d }') + people(2)))
    expect(out).toMatch(/^The team can’t keep up: the backlog grows\.\n {2}It grows by 1 day of work every working day/)
    expect(out).not.toContain('busy')
  })

  it('tells when no number of people would do', async () => {
    const { out } = await run(team(tier(0.5, '{ mean: 2 d }') + people(9)))
    expect(out).toMatch(/^The promise is out of reach for any number of people\./)
    expect(out).not.toContain('more full-time')
    expect(out).toMatch(/yes {2}reviews \d+ % shorter/)
  })

  it('gives dates for the queue as it stands', async () => {
    const { out } = await run(
      team(`now: 2027-01-11T13:00:00Z
queue: [{ id: S-1, tier: Tier 2, submitted: 2027-01-08T10:00:00Z, effort: 5 h, underReview: { reviewer: Reviewer, spent: 2 h } }, { id: S-2, tier: Tier 2, submitted: 2027-01-11T12:00:00Z, effort: 60 min }]
${tier(0, '{ always: 1 h }')}${people(1)}`),
    )
    expect(out).toMatch(/^No new requests are expected/)
    expect(out).toContain('S-1  Tier 2  by 2027-01-11 16:00')
    expect(out).toContain('S-2  Tier 2  by 2027-01-11 17:00')
  })

  it('the same seed gives the same bytes, as JSON too', async () => {
    const path = team(tier(1.8, '{ mean: 1 d }') + people(2))
    const [one, again, other] = [
      await run(path, '--json', '--seed', '7'),
      await run(path, '--json', '--seed=7'),
      await run(path, '--json', '--seed', '8'),
    ]
    expect(one.out).toBe(again.out)
    expect(one.out).not.toBe(other.out)
    expect(Object.keys(JSON.parse(one.out))).toEqual(['verdict', 'wanted', 'outlook', 'remedies', 'dates', 'dateConfidence'])
  })

  it('the example works, with the queue that it shows as a comment, too', async () => {
    const example = readFileSync(join(import.meta.dirname, '../../../docs/examples/capacity.yaml'), 'utf8')
    const few = example.replace('wanted:', 'replications: 30\nwanted:')
    expect((await run(file(few))).exit).toBe(0)
    const [head, commented] = few.replace(/^warmUpWeeks.*$/m, '').split(/^# To get dates.*$/m)
    const queue = commented!
      .split('\n')
      .filter(line => /^# ( |now|dateC|queue)/.test(line))
      .map(line => line.slice(2))
      .join('\n')
    expect((await run(file(`${head}\n${queue}`))).out).toMatch(/S-1042 {2}Tier 2 {2}by 2027-01-/)
  })
})

describe('what can’t be used is refused by its place in the file', () => {
  it.each([
    ['tiers.0.perDay', tier(-1, '{ mean: 1 d }') + people(1)],
    ['tiers.0.effort', tier(1, '{ about: 1 d }') + people(1)],
    ['tiers.0.effort.minutes', tier(1, '{ cases: [1 h, 2 h] }') + people(1)],
    ['reviewers', tier(1, '{ mean: 1 d }')],
    ['reviewers.0.hours.monday', `${tier(1, '{ mean: 1 d }')}reviewers: [{ name: A, hours: { monday: early } }]`],
    ['reviewers.0.absences.0', `${tier(1, '{ mean: 1 d }')}reviewers: [{ name: A, absences: [{ from: 2027-02-02, to: 2027-02-01 }] }]`],
    ['waves.0.tier', `${tier(1, '{ mean: 1 d }')}${people(1)}waves: [{ on: 2027-02-01, tier: Tier 7, requests: 3, days: 2 }]`],
  ])('%s', async (field, text) => {
    const { blockers } = await refused(team(text))
    expect(blockers.map(blocker => blocker.field)).toContain(field)
    expect(blockers.every(({ reason, remedy }) => reason !== '' && remedy !== '')).toBe(true)
  })

  it('a misspelt field is not passed over', async () => {
    expect((await refused(team(`revievers: []\n${tier(1, '{ mean: 1 d }')}${people(1)}`))).blockers[0]!.field).toBe('revievers')
  })

  it('no file, two files, no YAML, an unknown option, a seed that is none', async () => {
    const path = team('')
    expect((await refused()).code).toBe('one-file')
    expect((await refused(path, path)).code).toBe('one-file')
    expect((await refused(join(folder, 'nowhere.yaml'))).code).toBe('file-not-readable')
    expect((await refused(file('a: ['))).code).toBe('assumptions-not-yaml')
    expect((await refused(path, '--fast')).code).toBe('unknown-option')
    expect((await refused(path, '--seed', '-1')).code).toMatch(/seed|option/)
  })
})
