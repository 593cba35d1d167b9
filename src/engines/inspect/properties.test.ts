import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { connections, node } from './cases/build.ts'
import { inspect, type Inspection } from './index.ts'

/** Blocks that between them establish every kind of fact; none gives a name that another one refers to. */
const palette: readonly (readonly [string, Record<string, unknown>])[] = [
  ['manualTrigger', {}],
  ['webhook', {}],
  ['scheduleTrigger', {}],
  ['set', {}],
  ['if', {}],
  ['merge', {}],
  ['gmail', { sendTo: '={{ $json.to }}' }],
  ['gmail', { resource: 'draft' }],
  ['slack', { text: 'x' }],
  ['slack', { operation: 'sendAndWait' }],
  ['telegram', { chatId: '={{ $json.id }}' }],
  ['twitter', { text: 'x' }],
  ['postgres', {}],
  ['hubspot', {}],
  ['stripe', {}],
  ['payPal', { operation: 'create' }],
  ['deepL', {}],
  ['httpRequest', { url: 'https://api.openai.com/v1/x', method: 'POST' }],
  ['httpRequest', { url: 'https://acme.zendesk.com/x' }],
  ['code', { jsCode: "const m = require('mysql2'); return items" }],
  ['lc:agent', { text: 'Score the candidate for the job position from 1 to 10' }],
  ['lc:lmChatOpenAi', { model: 'gpt-4o' }],
  ['executeWorkflow', {}],
  ['stickyNote', { content: 'hubspot' }],
]

interface Drawn {
  blocks: number[]
  links: [number, number][]
}

const drawn: fc.Arbitrary<Drawn> = fc.array(fc.nat(palette.length - 1), { minLength: 1, maxLength: 9 }).chain(blocks =>
  fc.record({
    blocks: fc.constant(blocks),
    links: fc.array(fc.tuple(fc.nat(blocks.length - 1), fc.nat(blocks.length - 1)), { maxLength: 12 }),
  }),
)

const nodesOf = ({ blocks }: Drawn, name: (i: number) => string): Record<string, unknown>[] =>
  blocks.map((block, i) => node(name(i), palette[block]?.[0] ?? '', palette[block]?.[1]))
const linksOf = ({ links }: Drawn, name: (i: number) => string): Record<string, unknown> =>
  connections(links.map(([from, to]) => `${name(from)} > ${name(to)}`))
const read = (nodes: readonly unknown[], links: Record<string, unknown>): Inspection =>
  inspect({ name: 'f', bytes: new TextEncoder().encode(JSON.stringify({ name: 'f', nodes, connections: links })) })
const plain = (i: number): string => `step ${i}`

describe('a workflow', () => {
  it('keeps its facts and its digest when nodes are reordered, renamed and moved', () => {
    fc.assert(
      fc.property(drawn, fc.nat(), fc.string({ minLength: 1, maxLength: 5 }), (flow, turn, word) => {
        const before = read(nodesOf(flow, plain), linksOf(flow, plain))
        const renamed = (i: number): string => `${word.replaceAll(/[>#\s]/g, '_')}${i * 7}`
        const nodes = nodesOf(flow, renamed).map((item, i) => ({ ...item, position: [i * 99, turn], id: `other ${i}`, notes: word }))
        const links = Object.fromEntries(Object.entries(linksOf(flow, renamed)).toReversed())
        const after = read([...nodes.slice(turn % nodes.length), ...nodes.slice(0, turn % nodes.length)].toReversed(), links)
        expect(after.facts).toEqual(before.facts)
        expect(after.digest).toBe(before.digest)
      }),
      { numRuns: 300, seed: 20261123 },
    )
  })

  it('loses exactly the evidence of a node that is disabled', () => {
    fc.assert(
      fc.property(drawn, fc.nat(), (flow, pick) => {
        const nodes = nodesOf(flow, plain)
        const chosen = pick % nodes.length
        const before = read(nodes, linksOf(flow, plain))
        const after = read(
          nodes.map((item, i) => (i === chosen ? { ...item, disabled: true } : item)),
          linksOf(flow, plain),
        )
        const place = `nodes[${chosen}] `
        // Whether money moves unattended and where a prompt ends up depends on the neighbours too, and has its own tests.
        const own = (inspection: Inspection) =>
          inspection.evidence.filter(
            ({ fact, where }) => !where.startsWith(place) && fact !== 'sensitiveDomains' && fact !== 'prohibitedCandidates',
          )
        expect(own(after)).toEqual(own(before))
        expect(after.evidence.filter(({ where }) => where.startsWith(place))).toEqual([])
      }),
      { numRuns: 300, seed: 20261123 },
    )
  })

  it('is reviewed once a person is put before its only way out, and not before', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('set', 'if', 'code', 'merge'), { maxLength: 6 }), fc.nat(), (middle, at) => {
        const names = ['Start', ...middle.map((_, i) => `m${i}`), 'Out']
        const nodes = [
          node('Start', 'webhook'),
          ...middle.map((type, i) => node(`m${i}`, type)),
          node('Out', 'gmail', { sendTo: '={{ $json.to }}' }),
        ]
        expect(read(nodes, connections([names.join(' > ')])).facts.externalSendsReviewed).toBe('none')
        const place = 1 + (at % (names.length - 1))
        const withReview = [...names.slice(0, place), 'Ask', ...names.slice(place)]
        expect(
          read([...nodes, node('Ask', 'slack', { operation: 'sendAndWait' })], connections([withReview.join(' > ')])).facts
            .externalSendsReviewed,
        ).toBe('all')
      }),
      { numRuns: 200, seed: 20261123 },
    )
  })
})
