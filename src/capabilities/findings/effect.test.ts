import { describe, expect, test } from 'vitest'
import { calendarOf } from '#src/engines/charter/index.ts'
import { charterFrom, defaultFiles } from '#src/engines/charter/default-charter.fixture.ts'
import type { Live } from './compare.ts'
import { whySpared } from './effect.ts'
import { actingRules } from './rules.ts'
import { active, calm as untroubled } from './solution-case.fixture.ts'
import type { SolutionCase } from './solution-case.ts'
import { whyNotUndone } from './undo.ts'

const charter = charterFrom(defaultFiles)
const at = (text: string) => Temporal.Instant.from(text)
const gone = { ...active, state: 'left', stateSince: at('2028-01-30T08:00:00Z') } as const
const calm: SolutionCase = { ...untroubled, tier: 2 }
const open: Pick<Live, 'state' | 'snoozedUntil' | 'dueAt'> = { state: 'open', snoozedUntil: null, dueAt: at('2028-06-01T09:00:00Z') }

/** Why a rule does nothing at a time; `act` where it does something. */
const says = (rule: string, change: Partial<SolutionCase>, now: string, more: { acted?: boolean; finding?: Partial<typeof open> } = {}) => {
  const found = actingRules.find(({ id }) => id === rule)
  if (!found) throw new Error(`There is no ${rule}.`)
  const considered = { subject: { ...calm, ...change }, finding: { ...open, ...more.finding }, acted: more.acted ?? false }
  const spared = whySpared(found, considered, { charter, calendar: calendarOf(charter), now: at(now) })
  return spared ? spared.by : 'act'
}

const expired = { expiresAt: at('2028-01-30T08:00:00Z') }
const late = { conditions: [{ dueOn: '2028-01-10', state: 'open' }] }
const toolGone = (status: string, certain: boolean) => ({ tools: [{ id: 'a', status, certain }] })

describe('one second around the limit', () => {
  test.each<[string, string, Partial<SolutionCase>, string]>([
    ['an entry that has run out, over leap day', 'entry-expired', expired, '2028-02-29T08:00:00Z'],
    ['an owner who is gone', 'owner-gone', { owner: gone }, '2028-02-29T08:00:00Z'],
    ['a condition that is late, and so is the finding', 'condition-late', late, '2028-06-01T09:00:00Z'],
  ])('%s', (_, rule, change, limit) => {
    expect(says(rule, change, at(limit).subtract({ seconds: 1 }).toString())).toBe('not-yet')
    expect(says(rule, change, limit)).toBe('act')
  })

  test('leave for an entry, or for the date of its confirmation, until the midnight that ends it', () => {
    for (const what of ['entry-expired', 'recertification-date']) {
      const waivers = [{ what, endsOn: '2028-04-30' }]
      expect(says('entry-expired', { ...expired, waivers }, '2028-04-30T23:59:59Z')).toBe('leave')
      expect(says('entry-expired', { ...expired, waivers }, '2028-05-01T00:00:00Z')).toBe('act')
    }
  })

  test('a finding that was put off, until its moment', () => {
    const finding: Partial<typeof open> = { state: 'snoozed', snoozedUntil: at('2028-04-01T09:00:00Z') }
    const put = (now: string) => says('entry-expired', expired, now, { finding })
    expect(put('2028-04-01T08:59:59Z')).toBe('put-off')
    expect(put('2028-04-01T09:00:00Z')).toBe('act')
  })

  test('somebody who was asked within the grace has as long to answer; who was asked later gains no time', () => {
    const asked = (offeredAt: string, now: string) => says('owner-gone', { owner: gone, offeredAt: at(offeredAt) }, now)
    expect(asked('2028-02-29T07:59:59Z', '2028-03-30T07:59:58Z')).toBe('offered')
    expect(asked('2028-02-29T07:59:59Z', '2028-03-30T07:59:59Z')).toBe('act')
    expect(asked('2028-02-29T08:00:00Z', '2028-02-29T08:00:01Z')).toBe('act')
  })
})

test('what is clear again, stopped or was acted on before is spared; a tool that it may not use is not enough', () => {
  const later = '2028-07-01T09:00:00Z'
  expect(says('entry-expired', {}, later)).toBe('no-longer')
  expect(says('owner-gone', { owner: active }, later)).toBe('no-longer')
  for (const state of ['approved', 'suspended', 'draft']) expect(says('entry-expired', { ...expired, state }, later)).toBe('not-running')
  expect(says('entry-expired', expired, later, { acted: true })).toBe('acted-before')
  expect(says('tool-withdrawn', toolGone('withdrawn', true), later)).toBe('act')
  expect(says('tool-withdrawn', toolGone('withdrawn', false), later)).toBe('not-meant')
  expect(says('tool-withdrawn', toolGone('refused', true), later)).toBe('not-meant')
})

test('an effect is undone once, in its time, and only where nobody changed the solution since', () => {
  const effect = { undoneAt: null, undoUntil: at('2028-03-30T00:00:00Z'), solutionVersion: 7, solutionNow: 7 }
  expect(whyNotUndone(effect, at('2028-03-29T23:59:59Z'))).toBeNull()
  expect(whyNotUndone(effect, at('2028-03-30T00:00:00Z'))).toBe('over')
  expect(whyNotUndone({ ...effect, solutionNow: 8 }, at('2028-03-01T00:00:00Z'))).toBe('changed')
  expect(whyNotUndone({ ...effect, undoneAt: at('2028-03-01T00:00:00Z') }, at('2028-03-01T00:00:00Z'))).toBe('undone')
})
