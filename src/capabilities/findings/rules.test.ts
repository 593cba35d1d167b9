import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarOf } from '#src/engines/charter/index.ts'
import { charterFrom, defaultFiles } from '#src/engines/charter/default-charter.fixture.ts'
import { HARMLESS } from '#src/engines/charter/scenarios.fixture.ts'
import type { Found, Given, Rule } from './rule.ts'
import { allRules, judge, rulesOf } from './rules.ts'
import { active, calm as untroubled } from './solution-case.fixture.ts'
import type { ReviewCase, SolutionCase, ToolCase } from './solution-case.ts'

const charter = charterFrom(defaultFiles)
const at = (text: string) => Temporal.Instant.from(text)
const given = (now: string | Temporal.Instant): Given => ({
  charter,
  calendar: calendarOf(charter),
  now: typeof now === 'string' ? at(now) : now,
})

const calm: SolutionCase = { ...untroubled, tier: 2, expiresAt: at('2028-02-29T12:00:00Z'), approvedAt: at('2027-03-01T00:00:00Z') }
/** Answers that come to tier 2. */
const plain = { ...HARMLESS, audience: 'my-team' }
const saysOf = <Case extends { id: string }>(rules: readonly Rule<Case>[], subject: Case, now: string): [string, Found][] => [
  ...judge(rules, subject, given(now)).found,
]
const says = (change: Partial<SolutionCase>, now = '2027-06-01T09:00:00Z'): string[] =>
  saysOf(rulesOf.solution, { ...calm, ...change }, now).map(([rule]) => rule)

test('of a solution that is as it should be nothing is said', () => expect(says({})).toEqual([]))

describe('one second around the limit', () => {
  test.each<[string, Partial<SolutionCase>, string, string[], string[]]>([
    ['an entry that runs out on leap day', { approvedAt: null }, '2028-02-29T12:00:00Z', ['entry-expiring'], ['entry-expired']],
    ['sixty days before leap day', { approvedAt: null }, '2027-12-31T12:00:00Z', [], ['entry-expiring']],
    ['seven days before', { approvedAt: null }, '2028-02-22T12:00:00Z', ['entry-expiring'], ['entry-expiring']],
    [
      'leave not to renew it, on its last day',
      { approvedAt: null, waivers: [{ what: 'entry-expired', endsOn: '2028-03-10' }] },
      '2028-03-11T00:00:00Z',
      [],
      ['entry-expired', 'waiver-expired'],
    ],
    ['an audit a year after the approval', { expiresAt: null }, '2028-03-01T00:00:00Z', [], ['audit-due']],
    [
      'an audit a year after leap day',
      { expiresAt: null, approvedAt: at('2028-02-29T10:00:00Z') },
      '2029-02-28T10:00:00Z',
      [],
      ['audit-due'],
    ],
    ['an audit of tier 3 a quarter later', { expiresAt: null, tier: 3 }, '2027-06-01T00:00:00Z', [], ['audit-due']],
    [
      'leave to audit later',
      { expiresAt: null, waivers: [{ what: 'audit-date', endsOn: '2028-03-31' }] },
      '2028-04-01T00:00:00Z',
      [],
      ['audit-due', 'waiver-expired'],
    ],
    [
      'leave about what the registry can’t tell',
      { waivers: [{ what: 'security-checklist-item', endsOn: '2027-05-31' }] },
      '2027-06-01T00:00:00Z',
      [],
      ['waiver-expired'],
    ],
    [
      'the same, asked about long enough',
      { waivers: [{ what: 'security-checklist-item', endsOn: '2027-05-31' }] },
      '2027-08-30T00:00:00Z',
      ['waiver-expired'],
      [],
    ],
    [
      'a condition on its last day',
      { conditions: [{ dueOn: '2027-06-30', state: 'open' }] },
      '2027-07-01T00:00:00Z',
      [],
      ['condition-late'],
    ],
    [
      'content approved unread, thirty days after',
      { contentVerdicts: { tooQuick: at('2027-05-01T09:00:00Z'), byMachine: at('2027-05-01T09:00:00Z') } },
      '2027-05-31T09:00:00Z',
      ['review-by-machine', 'review-too-quick'],
      [],
    ],
    [
      'one that nobody accepted yet',
      { conditions: [{ dueOn: '2027-06-30', state: 'met' }] },
      '2027-07-01T00:00:00Z',
      [],
      ['condition-late'],
    ],
  ])('%s', (_, change, limit, before, since) => {
    expect(says(change, at(limit).subtract({ seconds: 1 }).toString()).sort()).toEqual(before)
    expect(says(change, limit).sort()).toEqual(since)
    expect(says(change, at(limit).add({ seconds: 1 }).toString()).sort()).toEqual(since)
  })
})

describe('both sides of what does not depend on the time', () => {
  const gone = { ...active, state: 'left', stateSince: at('2027-05-20T00:00:00Z') } as const
  test.each<[string, Partial<SolutionCase>, string[]]>([
    ['owner gone', { owner: gone }, ['owner-gone']],
    ['owner gone, and it is over', { owner: gone, state: 'retired' }, []],
    ['no backup', { backup: null }, ['no-backup']],
    ['a backup that is gone', { backup: gone }, ['no-backup']],
    ['no backup in tier 1', { backup: null, tier: 1 }, []],
    ['standards not accepted', { tier: 1, standardsAccepted: false }, ['standards-not-accepted']],
    ['standards, in tier 2', { standardsAccepted: false }, []],
    ['a tool that is gone', { tools: [{ id: 'a', status: 'withdrawn', certain: false }] }, ['tool-withdrawn']],
    ['a tool in use', { tools: [{ id: 'a', status: 'limited', certain: true }] }, []],
    ['content that nobody sees first', { facts: { externalContent: true } }, ['no-human-review']],
    ['content that somebody sees first', { facts: { externalContent: true, humanReview: { present: true } } }, []],
    [
      'content that nobody can have read',
      { contentVerdicts: { tooQuick: at('2027-05-20T00:00:00Z'), byMachine: null } },
      ['review-too-quick'],
    ],
    [
      'content that a machine let out',
      { contentVerdicts: { tooQuick: null, byMachine: at('2027-05-20T00:00:00Z') } },
      ['review-by-machine'],
    ],
    ['content of a draft', { facts: { externalContent: true }, state: 'draft', approvedAt: null }, []],
    [
      'a file that shows more than was declared',
      { read: { declared: plain, shown: { ...plain, integrations: ['crm'] } } },
      ['mislabelled'],
    ],
    ['a file that shows what changes nothing', { read: { declared: plain, shown: { ...plain, integrations: ['office-suite'] } } }, []],
    ['a file that shows less than was declared', { read: { declared: { ...plain, integrations: ['crm'] }, shown: plain } }, []],
    ['a file of what is over', { state: 'retired', read: { declared: plain, shown: { ...plain, integrations: ['crm'] } } }, []],
    ['a file that shows what the charter can’t read', { read: { declared: plain, shown: { ...plain, audience: 'the moon' } } }, []],
    ['a baseline that was put off and is there', { waivers: [{ what: 'baseline-date', endsOn: '2027-05-01' }] }, []],
    [
      'a baseline that was put off',
      { baselineKnown: false, waivers: [{ what: 'baseline-date', endsOn: '2027-05-01' }] },
      ['waiver-expired'],
    ],
  ])('%s', (_, change, expected) => expect(says(change)).toEqual(expected))

  test('too many solutions are one more than the most', () => {
    expect(saysOf(rulesOf.person, { id: 'p', owned: 15 }, '2027-06-01T09:00:00Z')).toEqual([])
    expect(saysOf(rulesOf.person, { id: 'p', owned: 16 }, '2027-06-01T09:00:00Z')).toMatchObject([
      ['owner-load', { values: { owned: 16 } }],
    ])
  })

  test('a charter is unsigned until it is adopted', () => {
    const program = { id: 'i', charterAdopted: false, heldBack: [], actionsDue: [], since: at('2027-05-01T00:00:00Z') }
    expect(saysOf(rulesOf.program, program, '2027-06-01T09:00:00Z')).toHaveLength(1)
    expect(saysOf(rulesOf.program, { ...program, charterAdopted: true }, '2027-06-01T09:00:00Z')).toEqual([])
  })

  test('a cap that held something back is found', () => {
    const heldBack = [{ rule: 'owner-gone', night: '2027-05-31', heldBack: 7 }]
    const program = { id: 'i', charterAdopted: true, heldBack, actionsDue: [], since: at('2027-05-01T00:00:00Z') }
    expect(saysOf(rulesOf.program, program, '2027-06-01T09:00:00Z')).toMatchObject([
      ['effects-held-back', { severity: 'high', values: { rule: 'owner-gone', solutions: 7 } }],
    ])
  })
})

test('what is to be done about an incident is overdue when its day is over where the company is', () => {
  const actionsDue = ['2027-06-01', '2027-06-02']
  const program = { id: 'i', charterAdopted: true, heldBack: [], actionsDue, since: at('2027-05-01T00:00:00Z') }
  const says = (now: string) => saysOf(rulesOf.program, program, now)
  expect(says('2027-06-01T21:59:59Z')).toEqual([])
  expect(says('2027-06-02T00:00:00Z')).toMatchObject([['incident-action-overdue', { values: { since: '2027-06-01', actions: 1 } }]])
  expect(says('2027-06-03T00:00:00Z')).toMatchObject([['incident-action-overdue', { values: { since: '2027-06-01', actions: 2 } }]])
})

test('the grace of an owner that is gone ends at its very second', () => {
  const owner = { ...active, state: 'suspended', stateSince: at('2028-01-30T08:00:00Z') } as const
  const over = (now: string) => saysOf(rulesOf.solution, { ...calm, expiresAt: null, approvedAt: null, owner }, now)[0]?.[1].values['over']
  expect(over('2028-02-29T07:59:59Z')).toBe(false)
  expect(over('2028-02-29T08:00:00Z')).toBe(true)
})

describe('reviews and tools', () => {
  const review: ReviewCase = { id: 'r', purpose: 'full', tier: 2, dueAt: at('2027-06-01T17:00:00Z'), lateFrom: at('2027-06-01T10:00:00Z') }
  const rules = (change: Partial<ReviewCase>, now: string) => saysOf(rulesOf.review, { ...review, ...change }, now).map(([rule]) => rule)
  test('an answer at the promised moment is in time', () => {
    expect(rules({}, '2027-06-01T09:59:59Z')).toEqual([])
    expect(rules({}, '2027-06-01T10:00:00Z')).toEqual(['review-at-stake'])
    expect(rules({}, '2027-06-01T17:00:00Z')).toEqual(['review-at-stake'])
    expect(rules({}, '2027-06-01T17:00:01Z')).toEqual(['review-overdue'])
    expect(rules({ dueAt: null, lateFrom: null }, '2027-06-01T17:00:01Z')).toEqual([])
    expect(rules({ purpose: 'second-look' }, '2027-06-01T17:00:01Z')).toEqual(['second-look-due'])
  })

  test('a tool is due with the day of its review, and where it never was reviewed', () => {
    const tool: ToolCase = { id: 't', status: 'approved', nextReviewOn: '2028-02-29', owner: active }
    const rules = (change: Partial<ToolCase>, now: string) => saysOf(rulesOf.tool, { ...tool, ...change }, now).map(([rule]) => rule)
    expect(rules({}, '2028-02-28T23:59:59Z')).toEqual([])
    expect(rules({}, '2028-02-29T00:00:00Z')).toEqual(['tool-unreviewed'])
    expect(rules({ nextReviewOn: null }, '2028-02-28T00:00:00Z')).toEqual(['tool-unreviewed'])
    expect(rules({ owner: null }, '2028-02-28T00:00:00Z')).toEqual(['tool-unowned'])
    expect(rules({ owner: null, status: 'withdrawn' }, '2028-03-01T00:00:00Z')).toEqual([])
  })
})

const moment = fc.integer({ min: 0, max: 3 * 366 * 24 * 60 }).map(minutes => at('2027-01-01T00:00:00Z').add({ minutes }))
const day = moment.map(each => each.toString().slice(0, 10))
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const standing = fc.record({ id: fc.constant('p'), state: fc.constantFrom('active', 'suspended', 'left'), stateSince: moment })
const solutions: fc.Arbitrary<SolutionCase> = fc.record({
  id: fc.constant('s'),
  state: fc.constantFrom('draft', 'approved', 'active', 'suspended', 'retired'),
  tier: fc.constantFrom(1, 2, 3, 4),
  expiresAt: maybe(moment),
  owner: standing,
  backup: maybe(standing),
  facts: fc.constant({}),
  read: fc.constantFrom(null, { declared: {}, shown: {} }, { declared: { ...plain }, shown: { ...plain, integrations: ['crm'] } }),
  standardsAccepted: fc.boolean(),
  approvedAt: maybe(moment),
  auditedAt: fc.constant(null),
  baselineKnown: fc.boolean(),
  conditions: fc.array(fc.record({ dueOn: maybe(day), state: fc.constantFrom('open', 'met') }), { maxLength: 3 }),
  tools: fc.constant([]),
  offeredAt: fc.constant(null),
  waivers: fc.array(
    fc.record({ what: fc.constantFrom('entry-expired', 'audit-date', 'baseline-date', 'security-checklist-item'), endsOn: day }),
    { maxLength: 3 },
  ),
  contentVerdicts: fc.record({ tooQuick: maybe(moment), byMachine: maybe(moment) }),
})
const reviews: fc.Arbitrary<ReviewCase> = fc.record({
  id: fc.constant('r'),
  purpose: fc.constantFrom('full', 'second-look'),
  tier: fc.constant(2),
  dueAt: maybe(moment),
  lateFrom: maybe(moment),
})

/** Nothing that is said changes before the moment that was named, tried at its edge and in between; a while later it is asked anew. */
const holdsUntilNext = <Case extends { id: string }>(rules: readonly Rule<Case>[], subject: Case, now: Temporal.Instant): void => {
  let from = now
  for (let changes = 0; changes < 6; changes += 1) {
    const { found, next } = judge(rules, subject, given(from))
    const until = next ?? from.add({ hours: 24 * 366 * 3 })
    expect(Temporal.Instant.compare(until, from)).toBe(1)
    const span = until.epochMilliseconds - from.epochMilliseconds
    for (const part of [0.01, 0.3, 0.5, 0.9])
      expect(judge(rules, subject, given(from.add({ milliseconds: Math.floor(span * part) }))).found).toEqual(found)
    expect(judge(rules, subject, given(until.subtract({ microseconds: 1 }))).found).toEqual(found)
    if (next === null) return
    from = next
  }
}

test('what is said of a solution or a review holds until the moment that the rules name', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(solutions, moment, (subject, now) => holdsUntilNext(rulesOf.solution, subject, now)),
    { numRuns: 80 },
  )
  fc.assert(
    fc.property(reviews, moment, (subject, now) => holdsUntilNext(rulesOf.review, subject, now)),
    { numRuns: 60 },
  )
})

test('every rule has a name of its own and says what it finds and when that changes', () => {
  expect(new Set(allRules.map(({ id }) => id)).size).toBe(allRules.length)
  for (const { says, changes } of allRules) for (const text of [says, changes]) expect(text).toMatch(/\.$/)
})
