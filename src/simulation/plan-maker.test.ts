import { expect, test } from 'vitest'
import { calendarFrom } from './calendar.ts'
import { chanceFrom } from './chance.ts'
import { makersOf, understood } from './company.ts'
import type { MakerDesk } from './plan-maker.ts'
import { makerPlan } from './plan-maker.ts'
import type { MySolution, SolutionPage } from './seen.ts'

const calendar = calendarFrom(Temporal.PlainDate.from('2025-11-24'))
const chance = chanceFrom(1)
const makers = makersOf(chance, day => calendar.isSlow(day))
const [maker] = makers.filter(({ care, forgetful }) => care === 'honest' && !forgetful).map(each => ({ ...each, pace: 1, ideas: [] }))
if (!maker) throw new Error('Somebody in the company is honest and forgets nothing.')

const summary: MySolution = {
  key: 'SOL-0001',
  name: 'Something',
  state: 'draft',
  tier: 2,
  owner: { id: 'me', name: maker.name },
  next: null,
  expired: false,
  expiresInDays: null,
  conditionsOpen: 0,
  review: null,
}
const page: SolutionPage = {
  id: 'a',
  key: 'SOL-0001',
  version: 1,
  name: 'Something',
  purpose: 'Does something.',
  facts: { audience: 'my-team' },
  state: 'draft',
  tier: 2,
  unit: null,
  owner: { id: 'me', name: maker.name },
  backupOwner: null,
  platform: null,
  benefit: { kind: 'time' },
  createdAt: '2025-11-24T09:00:00Z',
  approved: null,
  draft: { state: 'draft', verdict: 'review', facts: { audience: 'my-team' }, appealedAt: null },
  conditions: [],
  offers: [],
  rulings: [],
  standsInTheWay: [],
  standing: { expired: false, ownerGoneSince: null, handoverOpen: false },
  you: { may: [], next: null },
}
const deskWith = (change: Partial<MySolution>, shown: Partial<SolutionPage> = {}): MakerDesk => ({
  me: 'me',
  registered: new Set(),
  solutions: [{ summary: { ...summary, ...change }, page: { ...page, ...shown }, review: null, waivers: [], confirmable: true }],
  offers: [],
  findings: [],
  replacements: new Map(),
  colleagues: [],
})
const plan = (desk: MakerDesk, day = 40) => makerPlan(maker, desk, { day, date: calendar.dateOf(day), chance }).map(({ does }) => does)

test('the same seed gives the same company; another gives another', () => {
  expect(makersOf(chanceFrom(1), day => calendar.isSlow(day))).toEqual(makers)
  expect(makersOf(chanceFrom(2), day => calendar.isSlow(day))).not.toEqual(makers)
})

test('a company has 24 makers with names of their own, in five places, with some 120 to 250 ideas of which none is had twice', () => {
  expect(new Set(makers.map(({ name }) => name)).size).toBe(24)
  expect(new Set(makers.map(({ place }) => place)).size).toBe(5)
  for (const seed of [1, 2, 3, 4, 5]) {
    const names = makersOf(chanceFrom(seed), day => calendar.isSlow(day)).flatMap(({ ideas }) => ideas.map(({ idea }) => idea.name))
    expect(names.length).toBeGreaterThan(120)
    expect(names.length).toBeLessThan(250)
    expect(new Set(names).size).toBe(names.length)
  }
})

test('hardly any idea comes in slow weeks', () => {
  const days = makers.flatMap(({ ideas }) => ideas.map(({ day }) => day))
  expect(days.filter(day => calendar.isSlow(day)).length).toBeLessThan(days.length * 0.1)
})

test('a reader understands each purpose by the facts that its idea implies', () => {
  for (const { idea } of makers.flatMap(({ ideas }) => ideas)) expect(understood(idea.purpose)).toEqual(idea.facts)
  expect(understood('Does something else.')).toBeNull()
})

test('a maker does what the API names next, and nothing where it names nothing', () => {
  expect(plan(deskWith({}))).toEqual([])
  expect(plan(deskWith({ next: 'submit' }))).toContain('submit-solution')
  expect(plan(deskWith({ next: 'go-live', state: 'approved' }))).toEqual(['go-live'])
})

test('whoever has not accepted the standards does so as they submit', () => {
  const missing = [{ reason: 'You have not put your name under the standards.', field: 'standards' }]
  const done = plan(deskWith({ next: 'submit' }, { standsInTheWay: missing }))
  expect([done[0], done.at(-1)]).toEqual(['accept-standards', 'submit-solution'])
})

test('whoever goes live without a measured benefit writes one down first', () => {
  expect(plan(deskWith({ next: 'go-live', state: 'approved' }, { benefit: null }))).toEqual(['edit-solution', 'go-live'])
})

test('what was pointed out is put right before it is submitted again', () => {
  const [idea] = makers.flatMap(({ ideas }) => ideas.map(each => each.idea))
  const facts = { ...idea?.facts, dataClasses: ['public'] }
  const shown = { purpose: idea?.purpose ?? '', facts, draft: { state: 'changes-requested', verdict: 'review', facts, appealedAt: null } }
  expect(plan(deskWith({ next: 'edit' }, shown))).toEqual(['edit-solution'])
  const right = { ...idea?.facts }
  expect(
    plan(
      deskWith(
        { next: 'edit' },
        { ...shown, facts: right, draft: { state: 'changes-requested', verdict: 'review', facts: right, appealedAt: null } },
      ),
    ),
  ).toContain('submit-solution')
})

test('nobody confirms an entry weeks too early, and somebody who forgets nothing confirms it before it ends', () => {
  expect(plan(deskWith({ next: 'recertify', state: 'active', expiresInDays: 58 }))).toEqual([])
  expect(plan(deskWith({ next: 'recertify', state: 'active', expiresInDays: 3 }))).toEqual(['recertify-solution'])
})

test('an idea is registered on the first day after it came, once', () => {
  const [one] = makers.flatMap(({ ideas }) => ideas)
  if (!one) throw new Error('Somebody has an idea.')
  const thinks = { ...maker, ideas: [{ ...one, day: 38 }] }
  const on = (day: number, registered: string[]) =>
    makerPlan(thinks, { ...deskWith({}), registered: new Set(registered) }, { day, date: calendar.dateOf(day), chance }).map(
      ({ does }) => does,
    )
  expect(on(37, [])).toEqual([])
  expect(on(40, [])).toEqual(['register-solution'])
  expect(on(40, [one.idea.name])).toEqual([])
})
