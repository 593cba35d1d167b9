import { expect, test } from 'vitest'
import { expectPossible, isPossible, lifecycle, states, stateTexts, stepsFrom } from './lifecycle.ts'

test('every state can be reached, and from every state but the last there is a way on', () => {
  const reached = new Set(lifecycle.flatMap(({ to }) => to))
  for (const state of states) {
    expect(reached, state).toContain(state)
    expect(stepsFrom(state).length, state).toBeGreaterThan(0)
  }
})

test('nothing runs that was not approved: active is reached from what was approved, and from a stop by two people', () => {
  const into = lifecycle.filter(({ to }) => to.includes('active'))
  expect(into.map(({ step }) => step).toSorted()).toEqual(['go-live', 'resume'])
  expect(
    lifecycle
      .filter(({ to }) => to.includes('approved'))
      .map(({ step }) => step)
      .toSorted(),
  ).toEqual(['approve', 'submit', 'undo-retirement', 'uphold-appeal'])
})

test('what is retired does nothing but come back', () => {
  expect(stepsFrom('retired')).toEqual(['undo-retirement'])
})

test('a step that is not possible is refused with what can be done instead', () => {
  expect(isPossible('go-live', 'draft')).toBe(false)
  expect(() => expectPossible('go-live', 'draft')).toThrow('can’t be done while it is draft')
  try {
    expectPossible('stop', 'retired')
  } catch (error) {
    expect(error).toMatchObject({ code: 'wrong-state', blockers: [{ remedy: stateTexts.retired.remedy }] })
  }
})
