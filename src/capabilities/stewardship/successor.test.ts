import { expect, test } from 'vitest'
import { whyNotSuccessor } from './successor.ts'

const somebody = { human: 'b', active: true }
const now = { owner: 'a', backup: 'c' }

test('whoever is here and has no part of it yet can be asked', () => {
  expect(whyNotSuccessor({ role: 'owner', to: somebody, ...now })).toBeNull()
  expect(whyNotSuccessor({ role: 'backup-owner', to: somebody, ...now })).toBeNull()
  expect(whyNotSuccessor({ role: 'owner', to: { human: 'c', active: true }, ...now })).toBeNull()
})

test('nobody follows or stands in for themself, and nobody who is gone', () => {
  expect(whyNotSuccessor({ role: 'owner', to: { human: 'a', active: true }, ...now })).toMatchObject({ code: 'owner-already' })
  expect(whyNotSuccessor({ role: 'backup-owner', to: { human: 'a', active: true }, ...now })).toMatchObject({ code: 'own-backup' })
  expect(whyNotSuccessor({ role: 'backup-owner', to: { human: 'c', active: true }, ...now })).toMatchObject({ code: 'backup-already' })
  expect(whyNotSuccessor({ role: 'owner', to: { ...somebody, active: false }, ...now })).toMatchObject({ code: 'nobody-active' })
  expect(whyNotSuccessor({ role: 'owner', to: null, ...now })).toMatchObject({ code: 'nobody-active' })
})
