import { expect, test } from 'vitest'
import { together } from './decide-facts.ts'
import { differingFacts, materialDigest, spelled } from './material.ts'

test('what was surely read is added, what is doubtful is not, and a ruling stands over both', () => {
  const declared = { dataClasses: ['internal'], integrations: ['none'], externalContent: false }
  const seen = {
    dataClasses: { value: ['customer-pii'], confidence: 0.9 },
    integrations: { value: ['crm'], confidence: 0.8 },
    externalContent: { value: true, confidence: 0.5 },
  }
  const inspection = { artifact: 'a', facts: seen, doubts: {} }
  expect(together({ declared, inspection, ruled: {} })).toEqual({
    dataClasses: ['customer-pii', 'internal'],
    integrations: ['crm'],
    externalContent: false,
  })
  expect(together({ declared, inspection, ruled: { dataClasses: ['internal'] } })).toMatchObject({ dataClasses: ['internal'] })
})

test('what says the same has the same digest, whatever its spelling', () => {
  const charter = { questions: [{ id: 'tools', type: 'many' }] } as unknown as Parameters<typeof spelled>[0]
  const one = spelled(charter, { tools: ['b', 'a', 'b'], audience: 'only-me', kind: 'not-sure' })
  expect(one).toEqual({ audience: 'only-me', tools: ['a', 'b'] })
  expect(materialDigest({ facts: one, inspection: null })).toBe(
    materialDigest({ facts: spelled(charter, { audience: 'only-me', tools: ['a', 'b'], ownerActive: false }), inspection: null }),
  )
  expect(materialDigest({ facts: one, inspection: null })).not.toBe(
    materialDigest({ facts: one, inspection: { artifact: 'a', facts: {}, doubts: {} } }),
  )
  expect(differingFacts(one, { audience: 'my-team', tools: ['a', 'b'] })).toEqual(['audience'])
})
