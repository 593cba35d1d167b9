import { expect, test } from 'vitest'
import { newSalt } from './salt.ts'

test('salts have the length that is asked for and never come twice, however many are drawn', () => {
  const salts = Array.from({ length: 10_000 }, (_, i) => newSalt(i % 3 === 0 ? 32 : 16))
  expect(salts.every((salt, i) => salt.length === (i % 3 === 0 ? 32 : 16))).toBe(true)
  expect(new Set(salts.map(salt => salt.subarray(0, 16).toString('hex'))).size).toBe(10_000)
  expect(newSalt(10_000)).toHaveLength(10_000)
})

test('a salt stays what it is when the next one is drawn, and when somebody writes over that', () => {
  const first = newSalt()
  const before = Buffer.from(first)
  newSalt().fill(0)
  expect(first).toEqual(before)
})
