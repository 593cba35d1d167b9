import { describe, expect, it } from 'vitest'
import { inspect, type Inspection } from '../../index.ts'

const read = (workflow: unknown): Inspection => inspect({ name: 'flow.json', bytes: new TextEncoder().encode(JSON.stringify(workflow)) })
const main = (...chain: string[]): Record<string, unknown> =>
  Object.fromEntries(chain.slice(1).map((to, i) => [chain[i] ?? '', { main: [[{ node: to, type: 'main', index: 0 }]] }]))
const node = (
  name: string,
  type: string,
  parameters: Record<string, unknown> = {},
  more: Record<string, unknown> = {},
): Record<string, unknown> => ({
  id: name,
  name,
  type: type.startsWith('lc:') ? `@n8n/n8n-nodes-langchain.${type.slice(3)}` : `n8n-nodes-base.${type}`,
  typeVersion: 1,
  position: [0, 0],
  parameters,
  ...more,
})

describe('n8n', () => {
  it('fills in the operation that the file leaves out because it is the default', () => {
    const { facts } = read({ nodes: [node('Mail', 'gmail', { sendTo: '={{ $json.email }}' })], connections: {} })
    expect(facts.messageChannels).toEqual(['email'])
    expect(facts.sendsExternally).toBe(true)
  })

  it('tells a draft from a message', () => {
    const { facts } = read({ nodes: [node('Draft', 'gmail', { resource: 'draft' })], connections: {} })
    expect(facts.messageChannels).toEqual([])
  })

  it('counts a disabled node for nothing', () => {
    const { facts } = read({ nodes: [node('DB', 'postgres', {}, { disabled: true })], connections: {} })
    expect(facts.directDatabaseAccess).toBe(false)
  })

  it('counts what is offered to an agent like what runs', () => {
    const { facts } = read({
      nodes: [node('CRM', 'hubspotTool'), node('Agent', 'lc:agent')],
      connections: { CRM: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] } },
    })
    expect(facts.enterpriseSystems).toEqual(['hubspot'])
  })

  it('finds the host that an earlier node gave a name to', () => {
    const { facts } = read({
      nodes: [
        node('Settings', 'set', { assignments: { assignments: [{ name: 'base', value: 'https://api.hubapi.com' }] } }),
        node('Call', 'httpRequest', { url: '={{ $json.base }}/crm/v3/objects' }),
      ],
      connections: main('Settings', 'Call'),
    })
    expect(facts.httpHosts).toEqual(['api.hubapi.com'])
    expect(facts.enterpriseSystems).toEqual(['hubspot'])
  })

  it('sees a database that only code opens', () => {
    const { facts } = read({ nodes: [node('Code', 'code', { jsCode: "const { Client } = require('pg')\nreturn items" })], connections: {} })
    expect(facts.databaseEngines).toEqual(['postgres'])
  })

  it('names the vendor behind an OpenAI-compatible address', () => {
    const { facts } = read({
      nodes: [node('Model', 'lc:lmChatOpenAi', { model: 'gpt-4o', options: { baseURL: 'https://openrouter.ai/api/v1' } })],
      connections: {},
    })
    expect(facts.aiVendors).toEqual(['openrouter'])
  })

  it('says that a person stands on every way out, and no longer once there is a way around', () => {
    const nodes = [
      node('Start', 'manualTrigger'),
      node('Ask', 'slack', { operation: 'sendAndWait' }),
      node('Mail', 'gmail', { sendTo: '={{ $json.to }}' }),
    ]
    expect(read({ nodes, connections: main('Start', 'Ask', 'Mail') }).facts.externalSendsReviewed).toBe('all')
    const around = {
      ...main('Start', 'Ask', 'Mail'),
      Start: {
        main: [
          [
            { node: 'Ask', type: 'main', index: 0 },
            { node: 'Mail', type: 'main', index: 0 },
          ],
        ],
      },
    }
    expect(read({ nodes, connections: around }).facts.externalSendsReviewed).toBe('none')
  })

  it('refuses a workflow with a node that is none, instead of reading the rest', () => {
    expect(() => read({ nodes: [node('A', 'set'), 'B'], connections: {} })).toThrow(/not a node/)
  })
})
