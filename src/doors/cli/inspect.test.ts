import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Refusal } from '#src/kernel/refusal.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { inspectCommand } from './inspect.ts'

const run = async (...args: string[]) => {
  let [out, err] = ['', '']
  const exit = await inspectCommand.run(args, {
    stdin: Readable.from([]),
    out: text => void (out += text),
    err: text => void (err += text),
    interactive: false,
    columns: 80,
  })
  return { exit, out, err }
}

const folder = mkdtempSync(join(tmpdir(), 'inspect-'))
const write = (name: string, value: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value))
  return path
}
const node = (type: string, parameters: Record<string, unknown>) => ({ name: type, type: `n8n-nodes-base.${type}`, parameters })

describe('guildhall inspect', () => {
  let crm = ''
  let sheet = ''
  let chat = ''
  beforeAll(() => {
    crm = write('crm.json', { name: 'Contacts', nodes: [node('manualTrigger', {}), node('hubspot', {})], connections: {} })
    sheet = write('sheet.json', { nodes: [node('manualTrigger', {}), node('googleSheets', {})], connections: {} })
    chat = write('chat.json', { nodes: [node('cron', {}), node('slack', { text: 'x' })], connections: {} })
  })

  it('answers an array with the fields of the contract', async () => {
    const { out, exit } = await run(crm, '--json')
    expect(exit).toBe(0)
    expect(JSON.parse(out)).toEqual([
      expect.objectContaining({
        file: crm,
        format: 'n8n',
        name: 'Contacts',
        tierFloor: 3,
        warnings: [],
        facts: expect.objectContaining({
          integratesEnterpriseSystem: true,
          enterpriseSystems: ['hubspot'],
          usesAI: false,
          externalSendsReviewed: 'unknown',
        }),
        evidence: expect.arrayContaining([
          {
            fact: 'enterpriseSystems',
            value: 'hubspot',
            where: 'nodes[1] "hubspot"',
            why: expect.stringContaining('hubspot'),
            confidence: 0.95,
          },
        ]),
        reasons: [expect.objectContaining({ tier: 3, because: expect.any(String) })],
        openQuestions: [],
      }),
    ])
  })

  it('takes the floor and its reasons from the charter', async () => {
    const results = JSON.parse((await run(sheet, chat, crm, '--json')).out) as { tierFloor: number; reasons: { tier: number }[] }[]
    expect(results.map(({ tierFloor }) => tierFloor)).toEqual([1, 2, 3])
    expect(results.map(({ reasons }) => Math.max(1, ...reasons.map(({ tier }) => tier)))).toEqual([1, 2, 3])
  })

  it('fails above a tier only when asked to', async () => {
    expect((await run(crm)).exit).toBe(0)
    expect((await run(crm, '--fail-above-tier', '3')).exit).toBe(0)
    expect((await run(crm, '--fail-above-tier=2')).exit).toBe(1)
    await expect(run(crm, '--fail-above-tier', '5')).rejects.toThrow(Refusal)
  })

  it('names a file that can’t be read, reads the others, and ends with 2', async () => {
    const broken = write('broken.json', '{"nodes":[],"nodes":[],"connections":{}}')
    const { exit, out, err } = await run(broken, crm, '--json')
    expect(exit).toBe(2)
    expect(err).toContain('stands twice')
    expect(JSON.parse(out)).toMatchObject([
      { file: broken, format: null, facts: null, tierFloor: null, refused: { code: 'artifact-unreadable' } },
      { file: crm, tierFloor: 3 },
    ])
  })

  it('searches folders, passes over files that are no automation, and reads an agent’s folder as one', async () => {
    const root = join(folder, 'exports')
    mkdirSync(join(root, 'agent/topics'), { recursive: true })
    writeFileSync(join(root, 'agent/agent.mcs.yml'), 'kind: GptComponentMetadata\ninstructions: Help people\n')
    writeFileSync(join(root, 'agent/topics/hello.mcs.yml'), 'kind: AdaptiveDialog\nbeginDialog:\n  kind: OnRecognizedIntent\n')
    writeFileSync(join(root, 'package.json'), '{"name":"x"}')
    writeFileSync(join(root, 'readme.txt'), 'x')
    writeFileSync(join(root, 'crm.json'), JSON.stringify({ nodes: [node('hubspot', {})], connections: {} }))
    const { exit, out } = await run(root, '--json')
    expect(exit).toBe(0)
    expect(JSON.parse(out)).toMatchObject([
      { file: join(root, 'agent'), format: 'copilot-studio' },
      { file: join(root, 'crm.json'), format: 'n8n' },
    ])
  })

  it('writes SARIF that points to the file and the place in it', async () => {
    const log = JSON.parse((await run(crm, '--sarif')).out)
    expect(log).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'guildhall inspect' } } }] })
    expect(log.runs[0].results).toContainEqual(
      expect.objectContaining({
        ruleId: 'enterpriseSystems',
        level: 'note',
        locations: [expect.objectContaining({ logicalLocations: [{ fullyQualifiedName: 'nodes[1] "hubspot"' }] })],
      }),
    )
    expect(log.runs[0].results[0]).toMatchObject({ ruleId: 'tierFloor', level: 'warning' })
    const known = log.runs[0].tool.driver.rules.map(({ id }: { id: string }) => id)
    for (const { ruleId } of log.runs[0].results) expect(known).toContain(ruleId)
  })

  it('lets nothing in a name steer the terminal', async () => {
    const { out } = await run(write('odd.json', { name: 'a\u001b[2Jb\u202e', nodes: [node('manualTrigger', {})], connections: {} }))
    expect(out).toContain('a·[2Jb·')
    expect(out).not.toContain('\u001b')
    expect(out).not.toContain('\u202e')
  })

  it('reads a company’s own tables', async () => {
    const own = write('own.tables', {
      systems: { desk: { name: 'Desk', enterprise: 'desk', integration: 'service-desk' } },
      n8nNodes: { googleSheets: { system: 'desk' } },
    })
    expect(JSON.parse((await run(sheet, '--tables', own, '--json')).out)).toMatchObject([
      { tierFloor: 3, facts: { enterpriseSystems: ['desk'] } },
    ])
    await expect(run(sheet, '--tables', write('bad.tables', { hosts: 1 }))).rejects.toThrow(/can't be used/)
  })

  it('says in words what changed since an older version', async () => {
    const newer = write('crm-2.json', {
      name: 'Contacts',
      nodes: [node('manualTrigger', {}), node('hubspot', {}), node('slack', { text: 'x' })],
      connections: {},
    })
    expect((await run(newer, '--against', crm)).out).toContain('Δ It now sends messages by slack.')
    expect((await run(crm, '--against', crm)).out).toContain('Δ nothing changed that an approval covers')
    expect(JSON.parse((await run(newer, '--against', crm, '--json')).out)).toMatchObject([
      { difference: { same: false, facts: ['messageChannels'] } },
    ])
    await expect(run(newer, sheet, '--against', crm)).rejects.toThrow('one file')
  })

  it('refuses to answer about nothing', async () => {
    await expect(run()).rejects.toThrow('No file was given')
    await expect(run(join(folder, 'missing.json'))).rejects.toThrow("can't be read")
    await expect(run(crm, '--jason')).rejects.toThrow('There is no option --jason')
  })
})
