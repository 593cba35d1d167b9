import { describe, expect, test } from 'vitest'
import { materialDigest } from '#src/capabilities/registry/index.ts'
import { BusinessCalendar } from '#src/kernel/business-calendar.ts'
import { brokenAtDayEnd } from './invariants-of-days.ts'
import type { Before } from './invariants.ts'
import { broken, nothingBefore } from './invariants.ts'
import { whatIsMissing } from './missing.ts'
import type { Picture } from './picture.ts'

const at = (text: string) => Temporal.Instant.from(`2026-03-${text}:00Z`)
const facts = { audience: 'my-team' }
const digest = materialDigest({ facts, inspection: null })

const nineToFive = { opens: '09:00', closes: '17:00' }
const hours = { 1: nineToFive, 2: nineToFive, 3: nineToFive, 4: nineToFive, 5: nineToFive }
const calendar = new BusinessCalendar({ name: 'Head office', timeZone: 'UTC', hours })

const solution: Picture['solutions'][number] = {
  id: 's',
  number: 1,
  state: 'active',
  ownerId: 'maker',
  backupOwnerId: null,
  makerId: 'maker',
  runningId: 'd',
  draftId: null,
  facts,
  retired: null,
  stopped: null,
}
const declaration: Picture['declarations'][number] = {
  id: 'd',
  solutionId: 's',
  state: 'approved',
  facts,
  inspection: null,
  approvedHow: 'review',
  approvedAt: at('03T12:00'),
  tier: 2,
  materialDigest: digest,
  reviewId: 'r',
}
const review: Picture['reviews'][number] = {
  id: 'r',
  number: 1,
  kind: 'solution',
  purpose: 'full',
  subject: 's',
  matter: 'd',
  digest,
  state: 'decided',
  outcome: 'approved',
  endedAt: at('03T12:00'),
  excluded: [],
  submittedByHuman: 'maker',
  submittedAt: at('02T09:00'),
  promisedMinutes: 2_400,
  pauses: [],
  dueAt: at('06T17:00'),
}
const signOff: Picture['signOffs'][number] = {
  reviewId: 'r',
  role: 'coe',
  state: 'approved',
  decidedByHuman: 'reviewer',
  decidedAt: at('03T12:00'),
}

/** One solution that a reviewer approved and that runs. */
const sound: Picture = {
  now: at('04T17:05'),
  solutions: [solution],
  declarations: [declaration],
  reviews: [review],
  signOffs: [signOff],
  conditions: [],
  authors: [{ solutionId: 's', personId: 'maker', human: 'maker', since: at('02T09:00') }],
  offers: [],
  resumptions: [],
  findings: [],
  wentLive: new Map([['s', 1]]),
  undone: new Map(),
  released: new Map(),
  active: new Set(['maker', 'reviewer']),
}
const rules = (change: Partial<Picture>, before: Before = nothingBefore) =>
  [...broken({ ...sound, ...change }, calendar, before).faults, ...brokenAtDayEnd({ ...sound, ...change })].map(({ rule }) => rule)

test('a sound picture breaks nothing', () => {
  expect(rules({})).toEqual([])
})

const open = { ...review, state: 'waiting' as const, outcome: null, endedAt: null }
const waits = { ...open, state: 'with-maker' as const, pauses: [{ from: at('02T11:00').toString(), to: null, waitsFor: 'maker' }] }
const inDraft = { ...solution, state: 'submitted', runningId: null, draftId: 'd' }
const submitted = { solutions: [inDraft], declarations: [{ ...declaration, state: 'submitted' as const, approvedAt: null }], signOffs: [] }
const owned = (change: object): Before => ({
  ...nothingBefore,
  owners: new Map([
    ['s', { state: 'active', owner: 'maker', resumptions: 0, acceptances: 0, wentLive: 1, undone: 0, released: 0, ...change }],
  ]),
})
const stopped = { by: 'reviewer', human: 'reviewer', at: at('03T12:00').toString(), because: 'So.' }
const offer: Picture['offers'][number] = { id: 'o', solutionId: 's', role: 'owner', state: 'offered', offeredTo: 'other', decidedAt: null }
const resumption = { subject: 's', state: 'adopted' as const, decidedBy: 'reviewer', decidedByHuman: 'reviewer', proposedByHuman: 'lead' }

const cases: [string, Partial<Picture>, Before?][] = [
  ['runs without any declaration', { solutions: [{ ...solution, runningId: null }] }],
  ['is draft although a version of it was approved', { solutions: [{ ...solution, state: 'draft' }] }],
  ['runs under a declaration that is not approved', { declarations: [{ ...declaration, state: 'submitted' }] }],
  ['its approval is of other content', { declarations: [{ ...declaration, materialDigest: 'x' }], reviews: [{ ...review, digest: 'x' }] }],
  ['shows other facts than it was approved with', { solutions: [{ ...solution, facts: { audience: 'only-me' } }] }],
  ['was approved by default above tier 1', { declarations: [{ ...declaration, approvedHow: 'default' }] }],
  ['its review looked at other content', { reviews: [{ ...review, digest: 'x' }] }],
  ['its review did not say yes', { reviews: [{ ...review, outcome: 'rejected' }] }],
  [
    'runs before what was asked for before that was accepted',
    { conditions: [{ reviewId: 'r', role: 'coe', needed: 'before', state: 'met' }] },
  ],
  ['has no sign-off by coe', { signOffs: [] }],
  ['has no sign-off by coe', { conditions: [{ reviewId: 'r', role: 'coe', needed: 'after', state: 'fallen' }] }],
  ['has no sign-off by legal', { declarations: [{ ...declaration, tier: 3 }] }],
  ['was signed by whoever submitted it', { reviews: [{ ...review, submittedByHuman: 'reviewer' }] }],
  ['was signed by somebody who had decided before', { reviews: [{ ...review, excluded: ['reviewer'] }] }],
  [
    'was signed by somebody who had a hand in it',
    { authors: [...sound.authors, { solutionId: 's', personId: 'reviewer', human: 'reviewer', since: at('02T09:00') }] },
  ],
  ['has two sign-offs by one person', { signOffs: [signOff, { ...signOff, role: 'legal' }] }],
  ['is open about content that nobody wants looked at any more', { ...submitted, reviews: [{ ...open, digest: 'x' }] }],
  ['is one of two open reviews of a solution', { ...submitted, reviews: [open, { ...open, id: 'r2', number: 2 }] }],
  ['is open about something retired', { solutions: [{ ...inDraft, state: 'retired' }], reviews: [open] }],
  [
    'its clock ran while it waited',
    { ...submitted, reviews: [waits] },
    { ...nothingBefore, clocks: new Map([['r', { ours: 60, waited: true }]]) },
  ],
  [
    'its clock ran backwards',
    { ...submitted, reviews: [open] },
    { ...nothingBefore, clocks: new Map([['r', { ours: 9_000, waited: false }]]) },
  ],
  ['its state and its clock disagree', { ...submitted, reviews: [{ ...waits, state: 'waiting' }] }],
  ['its promised moment moved without a pause', { ...submitted, reviews: [{ ...open, dueAt: at('09T17:00') }] }],
  ['its owner never had a hand in it', { authors: [] }],
  ['owner and backup owner are one', { solutions: [{ ...solution, backupOwnerId: 'maker' }] }],
  ['two offers of one place are open', { offers: [offer, { ...offer, id: 'o2' }] }],
  ['is stopped by half', { solutions: [{ ...solution, state: 'suspended' }] }],
  ['is retired by half', { solutions: [{ ...solution, state: 'retired' }] }],
  ['is retired and offered to somebody', { solutions: [{ ...solution, state: 'retired' }], offers: [offer] }],
  ['runs again from its retirement', {}, owned({ state: 'retired' })],
  ['runs again, and no two people said so', {}, owned({ state: 'suspended' })],
  ['was resumed by one human being', { resumptions: [{ ...resumption, proposedByHuman: 'reviewer' }] }, owned({ state: 'suspended' })],
  [
    'was resumed by somebody who owns or builds it',
    { resumptions: [{ ...resumption, decidedBy: 'maker' }] },
    owned({ state: 'suspended' }),
  ],
  ['got an owner who did not accept it', {}, owned({ owner: 'other' })],
  ['has no owner, nobody was asked, and no finding says so', { active: new Set(['reviewer']) }],
  ['is open beyond its promise, and no finding says so', { ...submitted, reviews: [open], now: at('09T17:05') }],
]

describe('each invariant can fail:', () => {
  test.each(cases)('%s', (rule, change, before) => {
    expect(rules(change, before)).toContain(rule)
  })
})

test('what is said by a finding, an offer or two people breaks nothing', () => {
  const finding = { subjectId: 's', state: 'open' as const }
  expect(rules({ active: new Set(['reviewer']), findings: [{ ...finding, rule: 'owner-gone' }] })).toEqual([])
  expect(rules({ active: new Set(['reviewer']), offers: [offer] })).toEqual([])
  expect(rules({ resumptions: [resumption] }, owned({ state: 'suspended' }))).toEqual([])
  expect(rules({ wentLive: new Map([['s', 2]]) }, owned({ state: 'retired' }))).toEqual([])
  expect(rules({ undone: new Map([['s', 1]]) }, owned({ state: 'suspended' }))).toEqual([])
  expect(rules({ solutions: [{ ...solution, state: 'suspended', stopped }] })).toEqual([])
})

test('states without an example are named', () => {
  expect(whatIsMissing(sound)).toHaveLength(9 + 4)
})
