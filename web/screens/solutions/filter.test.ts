import { expect, test } from 'vitest'
import { filterOf, isNarrowed, readSearch, searchOf } from './filter.ts'

test('an address asks for what a list knows, and for nothing else', () => {
  expect(isNarrowed(readSearch({ state: 'asleep', tier: 5, until: 'soon', mine: 'yes', q: '', evil: 1 }))).toBe(false)
  expect(readSearch({ state: 'active', tier: 2, until: '2027-01-31', mine: true })).toMatchObject({
    state: 'active',
    tier: 2,
    until: '2027-01-31',
    mine: true,
  })
})

test('a view that was saved leads back to the address that it was saved from', () => {
  const search = readSearch({ q: 'claims', tier: 3, until: '2027-01-31', owner: 'priya', reusable: true })
  const filters = JSON.parse(JSON.stringify(filterOf(search))) as Record<string, unknown>
  expect(searchOf({ id: 'a', name: 'b', filters })).toEqual(search)
})
