import { describe, expect, it } from 'vitest'
import { call, flow, n8n, node } from '../cases/build.ts'
import { extendTables, inspect, shippedTables } from '../index.ts'

describe('a company’s own tables', () => {
  const ours = extendTables(shippedTables, {
    systems: { 'claims-desk': { name: 'Claims desk', enterprise: 'claims-desk', integration: 'other-enterprise' } },
    hosts: [{ host: '.claims.corp.example', system: 'claims-desk' }],
    connectors: { 'claims-5f12ab': { system: 'claims-desk' } },
  })

  it('make a host of the company an enterprise system', () => {
    const source = n8n(
      'a',
      [node('Start', 'manualTrigger'), node('Get', 'httpRequest', { url: 'https://eu.claims.corp.example/x' })],
      ['Start > Get'],
    )
    expect(inspect(source).facts.enterpriseSystems).toEqual([])
    expect(inspect(source, ours).facts.enterpriseSystems).toEqual(['claims-desk'])
  })

  it('make a custom connector known', () => {
    expect(inspect(flow('a', { Get: call('claims-5f12ab', 'GetClaim') }), ours).facts.enterpriseSystems).toEqual(['claims-desk'])
  })

  it('are refused where they name what is not there, or a field that does nothing', () => {
    expect(() => extendTables(shippedTables, { hosts: [{ host: 'a.example', system: 'nowhere' }] })).toThrow(/no system "nowhere"/)
    expect(() => extendTables(shippedTables, { systms: {} })).toThrow(/can't be used/)
  })

  it('name only systems that exist in the shipped tables', () => {
    expect(() => extendTables(shippedTables, {})).not.toThrow()
    const rows = [
      ...Object.values(shippedTables.n8nNodes),
      ...Object.values(shippedTables.flowiseNodes),
      ...Object.values(shippedTables.difyTools),
      ...shippedTables.nodeRedNodes.map(([, row]) => row),
      ...shippedTables.n8nPatterns.map(([, row]) => row),
    ]
    const named = [
      ...rows.flatMap(row => row.system ?? []),
      ...Object.values(shippedTables.drivers),
      ...Object.values(shippedTables.schemes),
    ]
    expect(named.filter(id => !Object.hasOwn(shippedTables.systems, id))).toEqual([])
  })
})
