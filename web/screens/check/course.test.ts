import { expect, test } from 'vitest'
import type { Decision } from '../../client.generated.ts'
import { nextPage, openPages } from './course.ts'

const questions = [
  { id: 'kind', page: 'kind' },
  { id: 'audience', page: 'audience' },
  { id: 'movesMoney', page: 'rare' },
  { id: 'sendsAs', page: 'rare' },
]
const charter = { pages: [{ id: 'kind' }, { id: 'audience' }, { id: 'rare' }], questions }
const says = (openQuestions: string[], verdict: Decision['verdict'] = 'clarify') => ({
  verdict,
  openQuestions,
  next: openQuestions[0] ?? null,
})

test('the first page of the charter opens the conversation, whatever is most decisive', () => {
  expect(nextPage(charter, says(['movesMoney', 'kind', 'audience']), [])).toBe('kind')
})

test('from there the most decisive page comes first, and no page twice', () => {
  expect(nextPage(charter, says(['movesMoney', 'audience', 'sendsAs']), ['kind'])).toBe('rare')
  expect(nextPage(charter, says(['movesMoney', 'audience']), ['kind', 'rare'])).toBe('audience')
  expect(openPages(charter, says(['movesMoney', 'audience', 'sendsAs']), ['kind'])).toEqual(['rare', 'audience'])
})

test('pages that can no longer change the answer are not asked', () => {
  expect(nextPage(charter, says([]), ['kind'])).toBeNull()
})

test('nothing more is asked once a use is prohibited', () => {
  expect(nextPage(charter, says(['audience'], 'refused'), ['kind'])).toBeNull()
})

test('a question that no page shows is passed over', () => {
  expect(nextPage(charter, says(['unheardOf', 'audience']), ['kind'])).toBe('audience')
})
