import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { checkCommand } from './check.ts'

const run = async (args: string[], input = '', interactive = false) => {
  let out = ''
  const exit = await checkCommand.run(args, {
    stdin: Readable.from([Buffer.from(input)]),
    out: text => void (out += text),
    err: () => undefined,
    interactive,
    columns: 80,
  })
  return { exit, out }
}

const harmless = {
  kind: 'automation-flow',
  tools: ['flow-builder'],
  audience: 'only-me',
  dataClasses: ['internal'],
  decisionImpact: ['recoverable'],
  decidesAboutIndividuals: ['none'],
  autonomy: 'assists',
  externalContent: false,
  humanReview: { present: true, by: 'me', where: 'before use' },
  integrations: ['none'],
  movesMoney: false,
  sendsAs: 'nothing',
  sendsUnattended: false,
  peopleTalkToIt: 'none',
  syntheticMedia: ['none'],
  vulnerablePeople: false,
  writesCodeOrSettings: false,
  regulatedUses: ['none'],
  ownerActive: true,
}

describe('guildhall check', () => {
  it('prints exactly the fields of the contract, id first', async () => {
    const { out, exit } = await run(['-', '--json'], JSON.stringify({ id: 'A1', ...harmless }))
    const answer: unknown = JSON.parse(out)
    expect(Object.keys(Object(answer))).toEqual([
      'id',
      'charter',
      'tier',
      'range',
      'verdict',
      'reasons',
      'prohibited',
      'guardrails',
      'approvals',
      'obligations',
      'openQuestions',
      'next',
      'toLower',
    ])
    expect(answer).toMatchObject({
      id: 'A1',
      tier: 1,
      range: [1, 1],
      verdict: 'approved-by-default',
      approvals: [],
      openQuestions: [],
      next: null,
    })
    expect(exit).toBe(0)
  })

  it('reads YAML from a file', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'check-')), 'idea.yaml')
    writeFileSync(file, 'audience: my-team\ndataClasses: [customer-pii]\n')
    expect(JSON.parse((await run([file, '--json'])).out)).toMatchObject({ tier: 4, range: [3, 4], verdict: 'clarify' })
  })

  it('exits 1 on a verdict the caller asked to fail on, and on no other', async () => {
    const money = JSON.stringify({ ...harmless, movesMoney: true })
    expect((await run(['-', '--json', '--fail-on', 'referred'], money)).exit).toBe(1)
    expect((await run(['-', '--json', '--fail-on', 'refused,blocked'], money)).exit).toBe(0)
  })

  it('answers each line of --jsonl, names the line it can’t use, and exits 2', async () => {
    const { out, exit } = await run(
      ['-', '--jsonl'],
      `${JSON.stringify({ id: 1, ...harmless })}\n\n{"id":"two","audience":"my-teem"}\n${JSON.stringify(harmless)}\n`,
    )
    const [first, second, third] = out
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect(first).toMatchObject({ id: 1, tier: 1 })
    expect(second).toMatchObject({ id: 'two', line: 3, error: { blockers: [{ field: 'audience', remedy: 'Did you mean "my-team"?' }] } })
    expect(third).not.toHaveProperty('id')
    expect(exit).toBe(2)
  })

  it('refuses facts it can’t use, naming each field', async () => {
    await expect(run(['-', '--json'], '{"audience":"my-teem","movesMony":true,"humanReview":{"present":"perhaps"}}')).rejects.toMatchObject(
      {
        kind: 'invalid',
        blockers: [{ field: 'movesMony' }, { field: 'humanReview.present' }, { field: 'audience' }],
      },
    )
  })

  it('differs from one day to the next where the law does', async () => {
    const facts = JSON.stringify({ ...harmless, regulatedUses: ['eu-art5-ba'] })
    expect(JSON.parse((await run(['-', '--json', '--on', '2026-12-01'], facts)).out)).toMatchObject({
      verdict: 'approved-by-default',
      prohibited: [],
    })
    expect(JSON.parse((await run(['-', '--json', '--on', '2026-12-02'], facts)).out)).toMatchObject({
      verdict: 'refused',
      prohibited: [{ rule: 'eu-article-5' }],
    })
  })

  it('speaks German when asked', async () => {
    expect((await run(['-', '--lang', 'de'], JSON.stringify({ ...harmless, audience: 'my-team' }))).out).toContain('Es erreicht Ihr Team.')
  })

  it('asks a person only what can still matter, shows the tier so far, and takes "not sure" for an answer', async () => {
    // Kind, audience, data, tools, two pages of rare things. It sends messages, but only its builder ever sees them,
    // so in whose name it sends can't matter and is not asked.
    const { out } = await run([], '1\n1\n2\n2\n5\n0\n', true)
    expect(out).toContain('So far: Tier 4, Central team only (tiers 1 to 4 still possible)')
    expect(out).not.toContain('Does a person check it before anything leaves?')
    expect(out).not.toContain('In whose name does it send messages?')
    expect(out).toContain('Go ahead\nTier 1, Personal')
    expect((await run([], '1\n1\n2\n2\n?\n0\n?\n?\n?\n', true)).out).toContain('We settle a question with you first')
  })

  it('asks the exact answer of a ticked line where it matters, a tool by its name, and again what it did not understand', async () => {
    // An automation for the whole company on internal data; of eight tools the ninth, then the unlisted one and its name;
    // a line is ticked: it connects to systems, namely the service desk; nothing else is rare.
    const { out } = await run([], 'x\n1\n4\n2\n9\n8\nCheap Reader\n1\n4\n0\n?\n', true)
    expect(out).toContain('That is not one of the answers.')
    expect(out).toContain('“Cheap Reader” is not approved.')
    expect(out).toContain('It reaches the whole company.')
    expect(out).toContain('It connects to the service desk.')
  })

  it('says so when the answers end before the questions', async () => {
    await expect(run([], '1\n', true)).rejects.toMatchObject({ code: 'questions-left' })
  })
})
