import { describe, expect, test } from 'vitest'
import { defaultCharter } from '#src/engines/charter/default-charter.fixture.ts'
import { laneOf } from './lane.ts'

const roles = (asked: Parameters<typeof laneOf>[1]) => laneOf(defaultCharter, asked).signOffs.map(({ role }) => role)

describe('the lane of a review', () => {
  test('tier 2 takes the center of excellence, in under five business days, with the checklist of the kind', () => {
    const lane = laneOf(defaultCharter, { purpose: 'full', tier: 2, kind: 'ai-agent' })
    expect(lane).toMatchObject({ businessDays: 5, underThat: true })
    expect(lane.signOffs).toEqual([{ role: 'coe', checklists: ['coe', 'agent'], businessDays: 5, minutes: 60, minutesADay: 180 }])
  })
  test('tier 3 takes three offices within fifteen days; the kind is looked at once', () => {
    const lane = laneOf(defaultCharter, { purpose: 'full', tier: 3, kind: 'app' })
    expect(lane).toMatchObject({ businessDays: 15, underThat: false })
    expect(lane.signOffs.map(({ checklists }) => checklists)).toEqual([['it-security', 'app'], ['legal'], ['change-management']])
  })
  test('a difference takes one look within a day, an open question tier 2’s promise', () => {
    expect(laneOf(defaultCharter, { purpose: 'short', tier: 3 })).toMatchObject({ businessDays: 1, signOffs: [{ role: 'coe' }] })
    expect(laneOf(defaultCharter, { purpose: 'clarify', tier: 4 })).toMatchObject({ businessDays: 5, underThat: true })
    expect(roles({ purpose: 'clarify', tier: 4 })).toEqual(['coe'])
  })
  test('an appeal goes to the office that decided, within the promise of its tier', () => {
    expect(laneOf(defaultCharter, { purpose: 'appeal', tier: 3, role: 'legal' })).toMatchObject({
      businessDays: 15,
      signOffs: [{ role: 'legal' }],
    })
    expect(laneOf(defaultCharter, { purpose: 'appeal', tier: 2 })).toMatchObject({ businessDays: 5, underThat: true })
  })
  test('an appeal against whoever looks at the kind looks at the kind; against the rules or another office it does not', () => {
    const checklists = (asked: { tier: number; role?: string }) =>
      laneOf(defaultCharter, { purpose: 'appeal', kind: 'ai-agent', ...asked }).signOffs[0]?.checklists
    expect(checklists({ tier: 2, role: 'coe' })).toEqual(['coe', 'agent'])
    expect(checklists({ tier: 3, role: 'legal' })).toEqual(['legal'])
    expect(checklists({ tier: 2 })).toEqual(['coe'])
  })
  test('a tool takes IT security and legal', () => {
    expect(laneOf(defaultCharter, { purpose: 'tool', tier: null })).toMatchObject({ businessDays: 10 })
    expect(roles({ purpose: 'tool', tier: null })).toEqual(['it-security', 'legal'])
  })
  test('every checklist that a lane names stands in the charter', () => {
    const known = defaultCharter.documents['lanes.yaml'].checklists.map(({ id }) => id)
    const kinds = defaultCharter.documents['scope.yaml'].kinds.map(({ id }) => id)
    const named = (['full', 'short', 'clarify', 'appeal', 'second-look', 'tool'] as const).flatMap(purpose =>
      [1, 2, 3].flatMap(tier =>
        kinds.flatMap(kind => laneOf(defaultCharter, { purpose, tier, kind }).signOffs.flatMap(each => each.checklists)),
      ),
    )
    expect(named.filter(id => !known.includes(id))).toEqual([])
  })
})
