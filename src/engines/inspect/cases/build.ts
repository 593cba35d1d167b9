import type { DetectedFacts } from '../inspection.ts'
import type { Source } from '../source/read.ts'

/** A labelled file: what a careful person says it does, and why. Facts that are not named are "no", "none", "unknown". */
export interface Case {
  name: string
  /** The edge rule or the trap that the case stands for. */
  why: string
  source: Source
  facts: Partial<DetectedFacts>
  /** The lowest tier that a careful person would give it by the file alone; left out where the file can't say. */
  tier?: 1 | 2 | 3 | 4
}

type Json = Record<string, unknown>
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
export const json = (name: string, value: unknown): Source => ({ name: `${name}.json`, bytes: bytes(JSON.stringify(value)) })
export const yaml = (name: string, text: string): Source => ({ name: `${name}.yml`, bytes: bytes(text) })

/** One n8n node; `lc:` stands for the LangChain family. */
export const node = (name: string, type: string, parameters: Json = {}, more: Json = {}): Json => ({
  id: name,
  name,
  type: type.startsWith('lc:') ? `@n8n/n8n-nodes-langchain.${type.slice(3)}` : type.includes('.') ? type : `n8n-nodes-base.${type}`,
  typeVersion: 1,
  position: [0, 0],
  parameters,
  ...more,
})

/** An n8n workflow. Links read `A > B > C`; `Model -model> Agent` and `Tool -tool> Agent` serve an agent. */
export const n8n = (name: string, nodes: Json[], links: string[] = []): Source =>
  json(name, { name, nodes, connections: connections(links) })

const ports: Readonly<Record<string, string>> = {
  model: 'ai_languageModel',
  tool: 'ai_tool',
  memory: 'ai_memory',
  vectors: 'ai_vectorStore',
  embedding: 'ai_embedding',
}

export const connections = (links: string[]): Json => {
  const out: Record<string, Record<string, { node: string; type: string; index: number }[][]>> = {}
  const add = (from: string, to: string, kind: string): void => {
    const [target = '', index = '0'] = to.split('#')
    const port = ((out[from] ??= {})[kind] ??= [[]])
    port[0]?.push({ node: target, type: kind, index: Number(index) })
  }
  for (const link of links) {
    const serving = /^(.+) -(\w+)> (.+)$/.exec(link)
    if (serving) add(serving[1] ?? '', serving[3] ?? '', ports[serving[2] ?? ''] ?? 'main')
    else {
      const chain = link.split(' > ')
      for (const [i, to] of chain.entries()) if (i > 0) add((chain[i - 1] ?? '').split('#')[0] ?? '', to, 'main')
    }
  }
  return out
}

/** A Power Automate call in the newer form; `after` names what it runs after. */
export const call = (
  connector: string,
  operationId: string,
  parameters: Json = {},
  after: string[] = [],
  type = 'OpenApiConnection',
): Json => ({
  type,
  runAfter: Object.fromEntries(after.map(action => [action, ['Succeeded']])),
  inputs: {
    host: { apiId: `/providers/Microsoft.PowerApps/apis/shared_${connector}`, connectionName: `shared_${connector}`, operationId },
    parameters,
  },
})
export const manual = { manual: { type: 'Request', kind: 'Button', inputs: { schema: {} } } }
export const flow = (name: string, actions: Json, triggers: Json = manual, references: Json = {}): Source =>
  json(name, {
    properties: { displayName: name, connectionReferences: references, definition: { triggers, actions } },
    schemaVersion: '1.0.0.0',
  })

export const nodeRed = (name: string, nodes: Json[]): Source =>
  json(name, [{ id: 'page', type: 'tab', label: name }, ...nodes.map(item => ({ z: 'page', wires: [[]], ...item }))])
export const flowise = (
  name: string,
  nodes: { name: string; category?: string; inputs?: Json }[],
  edges: [string, string][] = [],
): Source =>
  json(name, {
    nodes: nodes.map(data => ({ id: data.name, data: { inputs: {}, label: data.name, ...data } })),
    edges: edges.map(([source, target]) => ({ source, target })),
  })
