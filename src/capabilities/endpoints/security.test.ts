import { expect, test } from 'vitest'
import { acts } from './acts.generated.ts'
import { securityEvents, severityOf } from './security.ts'

test('every security event is something that the ledger records', () => {
  expect(securityEvents.filter(type => !(type in acts.en))).toEqual([])
})

test('what is none has no severity', () => {
  expect(severityOf('solution-registered')).toBeNull()
  expect(severityOf('toString')).toBeNull()
  expect(severityOf('emergency-opened')).toBe('critical')
})
