import { describe, expect, it } from 'vitest'
import { decide } from './decide.ts'
import { charterFrom, defaultCharter, defaultFiles, editedFiles } from './default-charter.fixture.ts'
import { loadCharter } from './load.ts'
import { parseFacts } from './facts.ts'
import { HARMLESS } from './scenarios.fixture.ts'
import { withTools, type ToolList } from './with-tools.ts'

const NOW = Temporal.Instant.from('2026-11-23T12:00Z')
const written = defaultCharter.documents['tools.yaml']
const [first] = written.tools
if (!first) throw new Error('The default charter has no tools.')

const listed = (tools: ToolList['tools']) => {
  const made = withTools(defaultCharter, { ...written, tools })
  if (!('charter' in made)) throw new Error(made.tooMany)
  return made.charter
}
const having = (id: string, more: Partial<ToolList['tools'][number]>) =>
  listed(written.tools.map(tool => (tool.id === id ? { ...tool, ...more } : tool)))
const asked = (charter: typeof defaultCharter, facts: Record<string, unknown>) =>
  decide(charter, parseFacts(charter, { ...HARMLESS, ...facts }), NOW)

describe('a charter under another tool list', () => {
  it('keeps its name and digest, and says by which list it decides', () => {
    const other = having('flow-builder', { status: 'withdrawn' })
    expect({ digest: other.digest, version: other.version }).toEqual({ digest: defaultCharter.digest, version: defaultCharter.version })
    expect(other.toolsDigest).not.toBe(defaultCharter.toolsDigest)
    expect(listed(written.tools).toolsDigest).toBe(defaultCharter.toolsDigest)
  })

  it('decides the same wherever the tools are the same', () => {
    const other = listed([...written.tools, { ...first, id: 'newcomer', name: { en: 'Newcomer', de: 'Neuling' } }])
    const facts = { tools: ['public-chat'], dataClasses: ['customer-pii'], audience: 'my-team' }
    const said = asked(other, facts)
    const before = asked(defaultCharter, facts)
    expect({ ...said, guardrails: said.guardrails.map(({ rule }) => rule) }).toEqual({
      ...before,
      guardrails: before.guardrails.map(({ rule }) => rule),
    })
    expect(said.guardrails[0]?.remedy).toContain('Newcomer')
    expect(before.guardrails[0]?.remedy).not.toContain('Newcomer')
  })

  it('knows an appended tool by its id, which the documents alone don’t', () => {
    const other = listed([...written.tools, { ...first, id: 'newcomer' }])
    expect(asked(other, { tools: ['newcomer'] }).guardrails).toEqual([])
    expect(() => parseFacts(defaultCharter, { tools: ['newcomer'] })).toThrowError(expect.objectContaining({ code: 'facts-not-usable' }))
  })

  it('stops a withdrawn tool and names what is approved instead', () => {
    const said = asked(having('flow-builder', { status: 'withdrawn' }), { tools: ['flow-builder'], dataClasses: ['internal'] })
    expect(said).toMatchObject({ verdict: 'blocked', guardrails: [{ rule: 'tool-not-approved' }] })
    expect(said.guardrails[0]?.remedy).not.toContain('Flow builder')
    expect(said.guardrails[0]?.remedy).toContain('App builder')
  })

  it('reads no facts that were read under another list', () => {
    const facts = parseFacts(defaultCharter, HARMLESS)
    expect(() => decide(having('flow-builder', { status: 'withdrawn' }), facts, NOW)).toThrow('another charter')
  })

  it('runs no example, so that a list may contradict them', () => {
    const file = editedFiles('tools.yaml', /status: approved/g, 'status: withdrawn')
    expect(loadCharter(file).ok).toBe(false)
    expect(asked(listed(written.tools.map(tool => ({ ...tool, status: 'withdrawn' as const }))), {}).verdict).toBe('blocked')
  })

  it('leaves out classes of data that this charter doesn’t know', () => {
    const other = having('flow-builder', {
      approvedFor: ['internal', 'from-elsewhere'],
      highestTiers: [{ dataClass: 'from-elsewhere', tier: 1 }],
    })
    expect(other.documents['tools.yaml'].tools.find(({ id }) => id === 'flow-builder')).toMatchObject({
      approvedFor: ['internal'],
      highestTiers: [],
    })
  })

  it('holds hundreds of tools, as long as few sorts of them are told apart', () => {
    const many = Array.from({ length: 400 }, (_, n) => ({
      ...first,
      id: `tool-${n}`,
      approvedFor: n % 2 === 0 ? ['public'] : first.approvedFor,
    }))
    expect(asked(listed([...written.tools, ...many]), { tools: ['tool-399'], dataClasses: ['internal'] }).guardrails).toEqual([])
    const classes = defaultCharter.documents['data-classes.yaml'].dataClasses.map(({ id }) => id)
    const different = Array.from({ length: 40 }, (_, n) => ({
      ...first,
      id: `tool-${n}`,
      approvedFor: classes.filter((_, bit) => ((n + 1) >> bit) % 2 === 1),
    }))
    expect(withTools(defaultCharter, { ...written, tools: [...written.tools, ...different] })).toHaveProperty('tooMany')
  })
})

describe('a tool that may see data only up to a tier', () => {
  const limited = having('app-builder', {
    highestTiers: [
      { dataClass: 'internal', tier: 1 },
      { dataClass: 'customer-pii', tier: 2 },
    ],
  })
  const facts = { tools: ['app-builder'], dataClasses: ['internal'], audience: 'only-me' }

  it('is free to use so far, and stopped beyond it with what else there is', () => {
    const below = asked(limited, facts)
    expect(below.guardrails).toEqual([])
    const beyond = asked(limited, { ...facts, audience: 'outside', externalContent: true, humanReview: { present: true } })
    expect(beyond.tier).toBeGreaterThan(below.tier)
    expect(beyond.guardrails).toMatchObject([{ rule: 'data-boundary' }])
    expect(beyond.guardrails[0]?.because).toBe('App builder may see internal information only in solutions up to tier 1.')
    expect(beyond.guardrails[0]?.remedy).not.toContain('App builder')
    expect(beyond.guardrails[0]?.remedy).toContain('Flow builder')
    expect(
      asked(defaultCharter, { ...facts, audience: 'outside', externalContent: true, humanReview: { present: true } }).guardrails,
    ).toEqual([])
  })

  it('makes an answer open that changes nothing but this', () => {
    const known = { ...HARMLESS, ...facts, audience: 'my-team', dataClasses: { among: ['public', 'internal'] } }
    const open = (charter: typeof defaultCharter) => decide(charter, parseFacts(charter, known), NOW).openQuestions
    expect(open(defaultCharter)).not.toContain('dataClasses')
    expect(open(limited)).toContain('dataClasses')
  })

  it('can stand in a charter’s own documents, about classes that it is approved for', () => {
    const edited = (line: string) =>
      editedFiles('tools.yaml', /(id: code-assistant[\s\S]*?approvedFor: \[public, internal\])/, `$1\n    ${line}`)
    const own = charterFrom(edited('highestTiers: [{ dataClass: internal, tier: 3 }]'))
    expect(own.digest).not.toBe(defaultCharter.digest)
    const wrong = loadCharter(edited('highestTiers: [{ dataClass: health, tier: 3 }]'))
    expect(wrong).toMatchObject({ ok: false, problems: [{ file: 'charter/tools.yaml' }] })
    expect(defaultFiles.length).toBeGreaterThan(10)
  })
})
