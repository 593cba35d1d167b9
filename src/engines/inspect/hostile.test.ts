import { zipSync, zlibSync } from 'fflate'
import { Refusal } from '#src/kernel/refusal.ts'
import { describe, expect, it } from 'vitest'
import { node } from './cases/build.ts'
import { inspect, type Source } from './index.ts'

const text = (source: string): Uint8Array => new TextEncoder().encode(source)
const file = (bytes: Uint8Array | string): Source => ({ name: 'f', bytes: typeof bytes === 'string' ? text(bytes) : bytes })
/** Generous, because a loaded machine is slow; what these stand against takes minutes or never ends. */
const BOUND = 8_000

/** What it is refused for; anything else thrown is a bug and fails the test. */
const refusal = (source: Source): string => {
  const start = performance.now()
  try {
    inspect(source)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect(performance.now() - start).toBeLessThan(BOUND)
    return `${error.kind} ${error.message}`
  }
  throw new Error('it was read')
}
const readsInTime = (source: Source): void => {
  const start = performance.now()
  inspect(source)
  expect(performance.now() - start).toBeLessThan(BOUND)
}

describe('a hostile JSON file is refused, and quickly', () => {
  it('of fifty megabytes', () => {
    expect(refusal(file(new Uint8Array(50_000_000).fill(91)))).toMatch(/^too-large It has 50,000,000 bytes/)
  })
  it('that only nests', () => {
    expect(refusal(file('['.repeat(20_000_000)))).toMatch(/too-large .*deeper/)
  })
  it('with millions of values', () => {
    expect(refusal(file(`[${'0,'.repeat(5_000_000)}0]`))).toMatch(/too-large .*more values/)
  })
  it('with a key twice, also where one is written with an escape', () => {
    expect(refusal(file('{"nodes":[],"nodes":[],"connections":{}}'))).toMatch(/"nodes" stands twice/)
    expect(refusal(file('{"nodes":[],"\\u006eodes":[],"connections":{}}'))).toMatch(/"nodes" stands twice/)
  })
  it('that is cut off, or no JSON at all', () => {
    expect(refusal(file('{"nodes": [{"type":'))).toMatch(/not valid JSON/)
    expect(refusal(file('{"a": "\\'))).toMatch(/not valid JSON/)
  })
  it('that is not text', () => {
    expect(refusal(file(new Uint8Array([0xff, 0xfe, 0x00, 0x80])))).toMatch(/not UTF-8/)
  })
  it('with more nodes than any workflow', () => {
    expect(
      refusal(file(JSON.stringify({ nodes: Array.from({ length: 30_000 }, () => ({ type: 'x', parameters: {} })), connections: {} }))),
    ).toMatch(/too-large .*30000 nodes/)
  })
  it('with workflows inside workflows inside workflows', () => {
    let inner = JSON.stringify({ nodes: [], connections: {} })
    for (let i = 0; i < 8; i += 1)
      inner = JSON.stringify({ nodes: [node('t', 'lc:toolWorkflow', { source: 'parameter', workflowJson: inner })], connections: {} })
    expect(refusal(file(inner))).toMatch(/nested inside workflows/)
  })
})

describe('what is no automation says so', () => {
  for (const source of [
    '',
    '{}',
    '[]',
    '[1,2]',
    'null',
    '"x"',
    '3',
    'hello',
    'a: 1',
    '{"nodes": 5, "connections": {}}',
    '{"nodes": "", "edges": {}}',
    '{"\\"nodes\\"": []}',
    '[{"id": 1, "type": 2}]',
    '{"data": {"nodes": [1], "edges": []}}',
    '{"nodes": [1], "edges": []}',
    '{"triggers": [], "actions": {}}',
    'kind: Unknown',
  ])
    it(JSON.stringify(source), () => {
      expect(refusal(file(source))).toMatch(/^invalid/)
    })
  it('a ZIP without an automation', () => {
    expect(refusal(file(zipSync({ 'a.txt': text('x') })))).toMatch(/no flow and no agent/)
  })
})

describe('hostile YAML is refused, and quickly', () => {
  const laughs = `kind: app\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
    .split('')
    .map((c, i) => `${c}: &${c} [${Array.from({ length: 9 }, () => `*${'abcdefgh'[i] ?? ''}`).join(',')}]`)
    .join('\n')}`
  it('a billion laughs', () => {
    expect(refusal(file(laughs))).toMatch(/too-large .*aliases/i)
  })
  it('that only nests', () => {
    expect(refusal(file(`a: ${'['.repeat(500_000)}`))).toMatch(/deeper/)
    expect(refusal(file('- '.repeat(400_000)))).toMatch(/deeper/)
    expect(refusal(file(Array.from({ length: 900 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')))).toMatch(/deeper/)
  })
  it('with a key twice', () => {
    expect(refusal(file('kind: app\nkind: app\n'))).toMatch(/"kind" stands twice/)
  })
  it('with a tag that asks for more than data', () => {
    expect(refusal(file('kind: !!js/function "return 1"\napp: {}'))).toMatch(/^invalid/)
  })
  it('with more keys than any app, in time', () => {
    expect(refusal(file(Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n')))).toMatch(/no automation/)
  })
  it('of more text than any app', () => {
    expect(refusal(file(`kind: ${'x'.repeat(2_000_000)}`))).toMatch(/too-large/)
  })
})

/** A one-entry archive by hand, so that it can lie. */
const archive = (
  name: string,
  packed: Uint8Array,
  claimed: number,
  { method = 8, entries = 1, flags = 0 }: { method?: number; entries?: number; flags?: number } = {},
): Uint8Array => {
  const title = text(name)
  const local = new Uint8Array(30 + title.length + packed.length)
  const l = new DataView(local.buffer)
  l.setUint32(0, 0x0403_4b50, true)
  l.setUint16(8, method, true)
  l.setUint32(18, packed.length, true)
  l.setUint32(22, claimed, true)
  l.setUint16(26, title.length, true)
  local.set(title, 30)
  local.set(packed, 30 + title.length)
  const central = new Uint8Array((46 + title.length) * entries)
  const c = new DataView(central.buffer)
  for (let i = 0; i < entries; i += 1) {
    const at = i * (46 + title.length)
    c.setUint32(at, 0x0201_4b50, true)
    c.setUint16(at + 8, flags, true)
    c.setUint16(at + 10, method, true)
    c.setUint32(at + 20, packed.length, true)
    c.setUint32(at + 24, claimed, true)
    c.setUint16(at + 28, title.length, true)
    central.set(title, at + 46)
  }
  const end = new Uint8Array(22)
  const e = new DataView(end.buffer)
  e.setUint32(0, 0x0605_4b50, true)
  e.setUint16(8, entries, true)
  e.setUint16(10, entries, true)
  e.setUint32(12, central.length, true)
  e.setUint32(16, local.length, true)
  const whole = new Uint8Array(local.length + central.length + end.length)
  whole.set(local)
  whole.set(central, local.length)
  whole.set(end, local.length + central.length)
  return whole
}
const deflated = (bytes: Uint8Array): Uint8Array => zlibSync(bytes, { level: 9 }).subarray(2, -4)

describe('a hostile ZIP is refused, and quickly', () => {
  const zeros = deflated(new Uint8Array(60_000_000))
  it('that unpacks to sixty megabytes, whether it says so or not', () => {
    expect(refusal(file(archive('a.json', zeros, 60_000_000)))).toMatch(/too-large .*unpacks/)
    expect(refusal(file(archive('a.json', zeros, 100)))).toMatch(/does not unpack to what/)
  })
  it('that holds a little more than it says', () => {
    expect(refusal(file(archive('a.json', deflated(text('{"a":[1,2,3]}')), 5)))).toMatch(/does not unpack to what/)
  })
  it('that is denser than any document', () => {
    expect(refusal(file(archive('a.json', deflated(new Uint8Array(20_000_000)), 20_000_000)))).toMatch(/does not unpack/)
  })
  it('that lists one block many times', () => {
    expect(refusal(file(archive('a.json', deflated(text('{}')), 2, { entries: 50 })))).toMatch(/over each other/)
  })
  it('with a path that leads out of it', () => {
    for (const name of ['../a.json', '/etc/a.json', 'x/../../a.json', '..\\a.json', 'C:\\a.json', 'a\0.json'])
      expect(refusal(file(archive(name, text('{}'), 2, { method: 0 })))).toMatch(/leads out/)
  })
  it('that is encrypted, cut off, or packed by another method', () => {
    expect(refusal(file(archive('a.json', text('{}'), 2, { method: 0, flags: 1 })))).toMatch(/encrypted/)
    expect(refusal(file(zipSync({ 'a.json': text('{}') }).subarray(0, 40)))).toMatch(/missing/)
    expect(refusal(file(archive('a.json', text('{}'), 2, { method: 12 })))).toMatch(/method/)
  })
  it('with a member that says two things', () => {
    expect(refusal(file(zipSync({ 'Workflows/a.json': text('{"a":1,"a":2}') })))).toMatch(/stands twice/)
  })
})

describe('a file built to keep the reader busy is read in time', () => {
  const workflow = (nodes: unknown[], connections: Record<string, unknown> = {}): Source => file(JSON.stringify({ nodes, connections }))
  it('a million opening braces', () => {
    readsInTime(
      workflow([
        node('a', 'httpRequest', { url: `=${'{{'.repeat(1_000_000)}`, jsonBody: '<'.repeat(1_000_000) }),
        node('b', 'lc:agent', { text: `={{${'{{'.repeat(1_000_000)}` }),
      ]),
    )
  })
  it('quotes that never close', () => {
    readsInTime(
      file(
        JSON.stringify({
          triggers: {},
          actions: Object.fromEntries(
            Array.from({ length: 200 }, (_, i) => [`a${i}`, { type: 'Http', inputs: { uri: "@{'".repeat(20_000) } }]),
          ),
        }),
      ),
    )
  })
  it('variables that define each other', () => {
    const actions = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [
        `v${i}`,
        {
          type: 'SetVariable',
          inputs: { name: `x${i}`, value: Array.from({ length: 60 }, (__, j) => `@{variables('x${(i + j) % 300}')}`).join('') },
        },
      ]),
    )
    readsInTime(
      file(
        JSON.stringify({
          triggers: {},
          actions: {
            ...actions,
            send: {
              type: 'OpenApiConnection',
              inputs: {
                host: { apiId: 'x/shared_office365', operationId: 'SendEmailV2' },
                parameters: { 'emailMessage/To': "@variables('x0')" },
              },
            },
          },
        }),
      ),
    )
  })
  it('thousands of merges and disabled nodes, all connected', () => {
    const nodes = Array.from({ length: 4_000 }, (_, i) =>
      node(`n${i}`, i === 0 ? 'webhook' : i % 3 === 0 ? 'merge' : 'gmail', {}, i % 5 === 4 ? { disabled: true } : {}),
    )
    const connections = Object.fromEntries(
      nodes.map((_, i) => [
        `n${i}`,
        { main: [Array.from({ length: 20 }, (__, j) => ({ node: `n${(i * 7 + j * 13) % 4_000}`, type: 'main', index: j % 2 }))] },
      ]),
    )
    readsInTime(workflow(nodes, connections))
  })
  it('ten names that thousands of steps give and thousands of others read', () => {
    const names = Array.from({ length: 10 }, (_, i) => `base${i}`)
    const set = (name: string, assignments: unknown[]) => node(name, 'set', { assignments: { assignments } })
    const given = Array.from({ length: 5_000 }, (_, i) =>
      set(
        `g${i}`,
        names.map(name => ({ name, value: 'https://a.example' })),
      ),
    )
    const read = Array.from({ length: 15_000 }, (_, i) =>
      set(`r${i}`, [{ name: 'path', value: `={{ ${names.map(name => `$json.${name}`).join(' || ')} }}/${i}` }]),
    )
    readsInTime(workflow([...given, ...read]))
  })
  it('code that nests beyond the parser', () => {
    readsInTime(
      workflow([
        node('a', 'code', { jsCode: '('.repeat(200_000) }),
        node('b', 'code', { jsCode: `x${'+1'.repeat(100_000)}` }),
        node('c', 'code', { language: 'python', pythonCode: `"""${'\\'.repeat(400_000)}` }),
      ]),
    )
  })
  it('prompts of many megabytes', () => {
    readsInTime(
      workflow(
        Array.from({ length: 200 }, (_, i) =>
          node(`a${i}`, 'lc:agent', { text: 'candidate job score applicant patient symptoms loan approve '.repeat(1_500) }),
        ),
      ),
    )
  })
  it('names that every object has', () => {
    const odd = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    readsInTime(
      file(
        `{"nodes":[${odd.map(name => `{"name":"${name}","type":"n8n-nodes-base.${name}","parameters":{"${name}":"x","resource":"${name}"}}`).join(',')}],"connections":{${odd.map(name => `"${name}":{"main":[[{"node":"constructor"}]]}`).join(',')}}}`,
      ),
    )
  })
})
