import { describe, expect, test } from 'vitest'
import { charterFrom, defaultFiles } from '#src/engines/charter/default-charter.fixture.ts'
import { calendarOf } from '#src/engines/charter/index.ts'
import type { Charter } from '#src/engines/charter/index.ts'
import { HARMLESS } from '#src/engines/charter/scenarios.fixture.ts'
import { daysFrom, validUntil } from '../registry/index.ts'
import type { Live } from './compare.ts'
import { compare } from './compare.ts'
import type { Rule, SubjectKind } from './rule.ts'
import { judge, rulesOf } from './rules.ts'
import { active, calm } from './solution-case.fixture.ts'
import type { ReviewCase, SolutionCase, ToolCase } from './solution-case.ts'
import { timeToJudgeBy } from './watch-store.ts'

/*
 * Timers of 7, 30, 60 and 90 days, of a quarter and a year fire exactly once: a second around the limit, on leap day, at the ends of
 * months, across clock changes, when the clock goes back a day, and after 45 days switched off. Limits are written down, not computed.
 */
const at = (text: string) => Temporal.Instant.from(text)

const zones = { UTC: 'UTC', Berlin: 'Europe/Berlin', 'New York': 'America/New_York' } as const
type Zone = keyof typeof zones
const charters = new Map<Zone, Charter>()
/** The shipped charter of a company whose days and business hours lie in a zone. */
const charterIn = (zone: Zone): Charter => {
  const known = charters.get(zone)
  if (known) return known
  const files = defaultFiles.map(file => ({ ...file, text: file.text.replace(/timeZone: UTC/g, `timeZone: ${zones[zone]}`) }))
  const charter = charterFrom(files)
  charters.set(zone, charter)
  return charter
}

const review: ReviewCase = { id: 'r', purpose: 'full', tier: 2, dueAt: null, lateFrom: null }
const tool: ToolCase = { id: 't', status: 'approved', nextReviewOn: null, owner: active }

interface Subject {
  kind: SubjectKind
  judged: (given: Parameters<typeof compare>[2]) => ReturnType<typeof judge>
  /** What was found before. */
  live?: readonly Live[]
}
const judgedBy =
  <Case extends { id: string }>(rules: readonly Rule<Case>[], subject: Case): Subject['judged'] =>
  given =>
    judge(rules, subject, given)
const solution = (change: Partial<SolutionCase>): Subject => ({
  kind: 'solution',
  judged: judgedBy(rulesOf.solution, { ...calm, ...change }),
})
const reviewed = (change: Partial<ReviewCase>): Subject => ({
  kind: 'review',
  judged: judgedBy(rulesOf.review, { ...review, ...change }),
})
const toolDue = (nextReviewOn: string): Subject => ({ kind: 'tool', judged: judgedBy(rulesOf.tool, { ...tool, nextReviewOn }) })

const entry = (zone: Zone, confirmed: string) => solution({ expiresAt: validUntil(charterIn(zone), null, at(confirmed)) })
const expiring = (expiresAt: string) => solution({ expiresAt: at(expiresAt) })
const audited = (tier: number, approvedAt: string) => solution({ tier, approvedAt: at(approvedAt) })
const gone = (since: string) => solution({ owner: { ...active, state: 'suspended', stateSince: at(since) } })
const condition = (dueOn: string) => solution({ conditions: [{ dueOn, state: 'open' }] })
const leave = (what: string, endsOn: string) => solution({ expiresAt: at('2027-01-01T00:00:00Z'), waivers: [{ what, endsOn }] })
const promised = (dueAt: string) => reviewed({ dueAt: at(dueAt) })
const lateFrom = (moment: string) => reviewed({ lateFrom: at(moment), dueAt: at(moment).add({ hours: 24 * 60 }) })
const secondLook = (dueAt: string) => reviewed({ purpose: 'second-look', dueAt: at(dueAt) })
const coming = solution({ state: 'draft', facts: { ...HARMLESS, regulatedUses: ['eu-art5-ba'] } })
const putOff = (until: string): Subject => ({
  ...toolDue('2020-01-01'),
  live: [
    {
      id: '0',
      rule: 'tool-unreviewed',
      subjectKind: 'tool',
      subjectId: 't',
      severity: 'medium',
      values: { on: '2020-01-01' },
      state: 'snoozed',
      foundAt: at('2026-01-01T00:00:00Z'),
      dueAt: at('2026-02-01T00:00:00Z'),
      snoozedUntil: at(until),
    },
  ],
})

type Fired = (row: Live) => boolean
const opens =
  (rule: string): Fired =>
  row =>
    row.rule === rule && row.state === 'open'
const says =
  (rule: string, value: string, is: unknown): Fired =>
  row =>
    row.rule === rule && row.values[value] === is
const notice = (days: number) => says('entry-expiring', 'notice', days)
const expired = opens('entry-expired')
const audit = opens('audit-due')
const over = says('owner-gone', 'over', true)

const clocks: [name: string, zone: Zone, subject: Subject, fired: Fired, limit: string][] = [
  ['an entry, a year after it was confirmed', 'UTC', entry('UTC', '2027-05-11T12:00:00Z'), expired, '2028-05-11T12:00:00Z'],
  ['an entry, a year after leap day', 'UTC', entry('UTC', '2028-02-29T12:00:00Z'), expired, '2029-02-28T12:00:00Z'],
  ['an entry, a year after leap day', 'Berlin', entry('Berlin', '2028-02-29T23:30:00Z'), expired, '2029-02-28T23:30:00Z'],
  ['an entry that would end in a skipped hour', 'Berlin', entry('Berlin', '2026-03-28T01:30:00Z'), expired, '2027-03-28T01:30:00Z'],
  [
    'an entry that ends in an hour that comes twice',
    'New York',
    entry('New York', '2026-11-07T06:30:00Z'),
    expired,
    '2027-11-07T05:30:00Z',
  ],
  ['an entry, over new year', 'New York', entry('New York', '2027-01-01T04:59:59Z'), expired, '2028-01-01T04:59:59Z'],
  ['sixty days before an entry ends, over a clock change', 'Berlin', expiring('2027-05-20T10:00:00Z'), notice(60), '2027-03-21T11:00:00Z'],
  ['thirty days before it ends', 'Berlin', expiring('2027-04-20T10:00:00Z'), notice(30), '2027-03-21T11:00:00Z'],
  ['seven days before it ends, over a clock change', 'Berlin', expiring('2027-03-30T10:00:00Z'), notice(7), '2027-03-23T11:00:00Z'],
  ['sixty days before an entry ends', 'UTC', expiring('2028-04-29T12:00:00Z'), notice(60), '2028-02-29T12:00:00Z'],
  ['thirty days before it ends', 'UTC', expiring('2028-03-30T12:00:00Z'), notice(30), '2028-02-29T12:00:00Z'],
  ['seven days before it ends', 'UTC', expiring('2028-03-07T12:00:00Z'), notice(7), '2028-02-29T12:00:00Z'],
  ['thirty days before it ends, over a clock change', 'New York', expiring('2027-11-20T15:00:00Z'), notice(30), '2027-10-21T14:00:00Z'],
  ['an audit of tier 2, a year after leap day', 'UTC', audited(2, '2028-02-29T10:00:00Z'), audit, '2029-02-28T10:00:00Z'],
  ['an audit of tier 3, a quarter after a month’s end', 'UTC', audited(3, '2027-11-30T10:00:00Z'), audit, '2028-02-29T10:00:00Z'],
  ['an audit of tier 3, a quarter after 31 January', 'UTC', audited(3, '2027-01-31T10:00:00Z'), audit, '2027-04-30T10:00:00Z'],
  ['an audit in a skipped hour', 'Berlin', audited(3, '2026-12-28T01:30:00Z'), audit, '2027-03-28T01:30:00Z'],
  ['an audit in an hour that comes twice', 'New York', audited(3, '2027-08-07T05:30:00Z'), audit, '2027-11-07T05:30:00Z'],
  ['an audit a year later, over a clock change', 'New York', audited(2, '2026-03-10T14:00:00Z'), audit, '2027-03-10T15:00:00Z'],
  ['thirty days of grace that end on leap day', 'UTC', gone('2028-01-30T08:00:00Z'), over, '2028-02-29T08:00:00Z'],
  ['thirty days of grace that end in a skipped hour', 'Berlin', gone('2027-02-26T01:30:00Z'), over, '2027-03-28T01:30:00Z'],
  ['thirty days of grace that end in an hour that comes twice', 'New York', gone('2027-10-08T05:30:00Z'), over, '2027-11-07T05:30:00Z'],
  ['thirty days of grace, over a clock change', 'New York', gone('2027-10-09T05:30:00Z'), over, '2027-11-08T06:30:00Z'],
  ['a condition due on leap day', 'UTC', condition('2028-02-29'), opens('condition-late'), '2028-03-01T00:00:00Z'],
  ['a condition due on leap day', 'Berlin', condition('2028-02-29'), opens('condition-late'), '2028-02-29T23:00:00Z'],
  ['a condition due on leap day', 'New York', condition('2028-02-29'), opens('condition-late'), '2028-03-01T05:00:00Z'],
  ['a condition due on a day of 23 hours', 'Berlin', condition('2027-03-28'), opens('condition-late'), '2027-03-28T22:00:00Z'],
  ['a condition due on a day of 25 hours', 'New York', condition('2027-11-07'), opens('condition-late'), '2027-11-08T05:00:00Z'],
  ['leave through the last day of a month', 'UTC', leave('entry-expired', '2027-02-28'), expired, '2027-03-01T00:00:00Z'],
  ['leave through leap day', 'UTC', leave('entry-expired', '2028-02-29'), opens('waiver-expired'), '2028-03-01T00:00:00Z'],
  ['leave through a day of 23 hours', 'Berlin', leave('entry-expired', '2027-03-28'), expired, '2027-03-28T22:00:00Z'],
  ['leave through a day of 23 hours', 'New York', leave('entry-expired', '2027-03-14'), opens('waiver-expired'), '2027-03-15T04:00:00Z'],
  ['leave about what nobody can tell', 'Berlin', leave('certificate-date', '2027-10-31'), opens('waiver-expired'), '2027-10-31T23:00:00Z'],
  ['a tool’s quarterly review on leap day', 'UTC', toolDue('2028-02-29'), opens('tool-unreviewed'), '2028-02-29T00:00:00Z'],
  ['a tool’s quarterly review on a day of 23 hours', 'Berlin', toolDue('2027-03-28'), opens('tool-unreviewed'), '2027-03-27T23:00:00Z'],
  ['a tool’s quarterly review on a day of 25 hours', 'New York', toolDue('2027-11-07'), opens('tool-unreviewed'), '2027-11-07T04:00:00Z'],
  ['a promised answer on leap day', 'UTC', promised('2028-02-29T17:00:00Z'), opens('review-overdue'), '2028-02-29T17:00:00.000001Z'],
  ['a promised answer at new year', 'Berlin', promised('2027-12-31T23:00:00Z'), opens('review-overdue'), '2027-12-31T23:00:00.000001Z'],
  ['little left of a promise on leap day', 'UTC', lateFrom('2028-02-29T09:00:00Z'), opens('review-at-stake'), '2028-02-29T09:00:00Z'],
  ['little left of a promise', 'New York', lateFrom('2027-11-07T05:30:00Z'), opens('review-at-stake'), '2027-11-07T05:30:00Z'],
  ['a second look on leap day', 'UTC', secondLook('2028-02-29T17:00:00Z'), opens('second-look-due'), '2028-02-29T17:00:00.000001Z'],
  ['sixty days before a rule begins', 'UTC', coming, opens('rule-coming'), '2026-10-03T00:00:00Z'],
  ['sixty days before a rule begins, over a clock change', 'Berlin', coming, opens('rule-coming'), '2026-10-02T23:00:00Z'],
  ['sixty days before a rule begins, over a clock change', 'New York', coming, opens('rule-coming'), '2026-10-03T05:00:00Z'],
  ['what was put off until leap day', 'UTC', putOff('2028-02-29T08:00:00Z'), opens('tool-unreviewed'), '2028-02-29T08:00:00Z'],
  ['what was put off over a clock change', 'Berlin', putOff('2027-03-28T01:00:00Z'), opens('tool-unreviewed'), '2027-03-28T01:00:00Z'],
]

/** How often it fires while sweeps look at these moments of the wall clock, and whether it stands after each. */
const sweptAt = (zone: Zone, { kind, judged, live = [] }: Subject, fired: Fired, moments: readonly Temporal.Instant[]) => {
  const charter = charterIn(zone)
  let rows: Live[] = [...live]
  let judgedUntil: Temporal.Instant | null = null
  let times = 0
  const stands = moments.map(moment => {
    const now = timeToJudgeBy({ nextLeaf: 0, sweptAt: judgedUntil, mark: null }, moment)
    const before = rows.some(fired)
    const given = { charter, calendar: calendarOf(charter), now }
    const { opens, changes, clears } = compare([{ ...judged(given), kind, ownerId: null }], rows, given)
    const gone = new Set(clears.map(({ id }) => id))
    const changed = new Map(
      changes.map(({ row, severity, values, dueAt, wakes }) => {
        const woken = wakes ? { state: 'open' as const, snoozedUntil: null } : {}
        return [row.id, { ...row, severity, values, dueAt, ...woken }]
      }),
    )
    const opened = opens.map(({ subject, ...found }, place) => ({
      ...found,
      id: `${now.toString()} ${place}`,
      subjectKind: kind,
      subjectId: subject,
      state: 'open' as const,
      foundAt: now,
      snoozedUntil: null,
    }))
    rows = [...rows.filter(({ id }) => !gone.has(id)).map(row => changed.get(row.id) ?? row), ...opened]
    judgedUntil = now
    const after = rows.some(fired)
    if (after && !before) times += 1
    return after
  })
  return { times, stands }
}

describe.each(clocks)('%s (%s)', (_, zone, subject, fired, written) => {
  const limit = at(written)
  const seconds = (n: number) => limit.add({ seconds: n })

  test('not a second before, at the limit, and once', () => {
    expect(sweptAt(zone, subject, fired, [seconds(-1), limit, seconds(1)])).toEqual({ times: 1, stands: [false, true, true] })
  })

  test('once although the clock goes back a day', () => {
    const day = 24 * 60 * 60
    const moments = [seconds(-1), limit, seconds(1 - day), seconds(-1), limit, seconds(1)]
    expect(sweptAt(zone, subject, fired, moments)).toEqual({ times: 1, stands: [false, true, true, true, true, true] })
  })

  test('once after 45 days switched off, by whichever of three replicas looks first', () => {
    const moments = [limit.subtract({ hours: 24 * 45 }), limit, limit, limit, seconds(1)]
    expect(sweptAt(zone, subject, fired, moments)).toEqual({ times: 1, stands: [false, true, true, true, true] })
  })
})

describe('spans that the charter gives in days and months end where the wall clock says', () => {
  const spans: [name: string, zone: Zone, days: number, from: string, to: string][] = [
    ['a sandbox of thirty days over leap day', 'UTC', 30, '2028-02-15T10:00:00Z', '2028-03-16T10:00:00Z'],
    ['thirty days to take a retirement back, over a clock change', 'Berlin', 30, '2027-03-10T10:00:00Z', '2027-04-09T09:00:00Z'],
    ['thirty days to take a retirement back, into a skipped hour', 'Berlin', 30, '2027-02-26T01:30:00Z', '2027-03-28T01:30:00Z'],
    ['a sandbox of thirty days into an hour that comes twice', 'New York', 30, '2027-10-08T05:30:00Z', '2027-11-07T05:30:00Z'],
  ]
  test.each(spans)('%s (%s)', (_, zone, days, from, to) => {
    expect(daysFrom(charterIn(zone), at(from), days).toString()).toBe(to)
  })

  test('a month after 31 January is the last of February', () => {
    const files = defaultFiles.map(file => ({ ...file, text: file.text.replace('validMonths: 12', 'validMonths: 1') }))
    const monthly = charterFrom(files)
    expect(validUntil(monthly, null, at('2027-01-31T10:00:00Z')).toString()).toBe('2027-02-28T10:00:00Z')
    expect(validUntil(monthly, null, at('2028-01-31T10:00:00Z')).toString()).toBe('2028-02-29T10:00:00Z')
  })
})
