import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { scanCommand } from './scan.ts'

const run = async (args: string[], input = '') => {
  let out = ''
  const exit = await scanCommand.run(args, {
    stdin: Readable.from([Buffer.from(input)]),
    out: text => void (out += text),
    err: () => undefined,
    interactive: false,
    columns: 80,
  })
  return { exit, out }
}

describe('guildhall scan', () => {
  it('prints the contract as JSON, offsets in UTF-16 units', async () => {
    const { out, exit } = await run(['--json'], '😀 mail a@example.com')
    expect(JSON.parse(out)).toEqual({ findings: [{ type: 'EMAIL_ADDRESS', start: 8, end: 21, confidence: 0.98 }] })
    expect(exit).toBe(0)
  })

  it('answers one line for each line of --jsonl, with its id', async () => {
    const input = '{"id":1,"text":"a@example.com"}\n\n{"id":"two","text":"nothing here"}\n'
    const lines = (await run(['-', '--jsonl'], input)).out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(lines).toEqual([
      { id: 1, findings: [{ type: 'EMAIL_ADDRESS', start: 0, end: 13, confidence: 0.98 }] },
      { id: 'two', findings: [] },
    ])
  })

  it('reads a file', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'scan-')), 'letter.txt')
    writeFileSync(file, 'Write to a@example.com')
    expect((await run([file, '--redact'])).out).toBe('Write to [EMAIL_ADDRESS_1]')
  })

  it('never prints a value to people', async () => {
    const { out } = await run([], 'first line\ncard 4111 1111 1111 1111')
    expect(out).toContain('2:6')
    expect(out).toContain('CREDIT_CARD (visa)')
    expect(out).not.toContain('4111')
  })

  it('fails on a finding only when asked to', async () => {
    expect((await run([], 'a@example.com')).exit).toBe(0)
    expect((await run(['--fail-on-finding'], 'a@example.com')).exit).toBe(1)
    expect((await run(['--fail-on-finding'], 'nothing')).exit).toBe(0)
  })

  it('keeps only the types that were asked for', async () => {
    const { out } = await run(['--json', '--types', 'IP_ADDRESS'], 'a@example.com 192.168.10.1')
    expect(JSON.parse(out).findings.map((finding: { type: string }) => finding.type)).toEqual(['IP_ADDRESS'])
  })

  const detectors = (text: string): string => {
    const file = join(mkdtempSync(join(tmpdir(), 'scan-')), 'detectors.yaml')
    writeFileSync(file, text)
    return file
  }
  const refusalOf = (work: Promise<unknown>) =>
    work.then(
      () => expect.unreachable(),
      (error: unknown) => error,
    )

  it("finds what the company's own detectors find, as the example shows them", async () => {
    const example = join(import.meta.dirname, '../../../docs/examples/detectors.yaml')
    const { out } = await run(['--json', '--types', 'IP_ADDRESS', '--detectors', example], 'project PX-1234, blue heron, kd4711 0815')
    expect(JSON.parse(out).findings.map(({ type }: { type: string }) => type)).toEqual(['PROJECT_CODE', 'CODENAME', 'CUSTOMER_NUMBER'])
  })

  it.each([
    ['detectors: [{ id: A_B, kind: pattern, pattern: "(?=x)y" }]', 'detectors.0.pattern'],
    ['detectors: [{ id: OK_1, kind: dictionary, entries: [ab] }, { id: a b, kind: pattern, pattern: x }]', 'detectors.1.id'],
    ['detectors: [{ id: A_B, kind: pattern, pattern: x, colour: red }]', 'detectors.0'],
    ['detectors: [{ id: PERSON, kind: dictionary, entries: [ab] }]', 'detectors.0.id'],
    ['detectors: []', 'detectors'],
  ])('names field, reason and remedy of a mistake in %s', async (text, field) => {
    expect(await refusalOf(run(['--detectors', detectors(text)], 'x'))).toMatchObject({
      kind: 'invalid',
      blockers: [{ field, reason: expect.stringMatching(/./), remedy: expect.stringMatching(/./) }],
    })
  })

  it('ends a scan whose time is over', { timeout: 30_000 }, async () => {
    const evil = detectors(String.raw`detectors: [{ id: EVIL, kind: pattern, pattern: '(?:\w{1,30} ?){1,30}\d\d\d' }]`)
    expect(await refusalOf(run(['--detectors', evil, '--time-limit', '1.5'], 'a'.repeat(1_000_000)))).toMatchObject({
      code: 'scan-too-slow',
    })
  })

  it.each([
    [['--nonsense'], 'no option'],
    [['--detectors', '/does/not/exist'], "can't be read"],
    [['--time-limit', '0'], 'no time limit'],
    [['--types', 'NOPE'], 'no type'],
    [['--min-confidence', '7'], 'no confidence'],
    [['--json', '--redact'], 'exclude'],
    [['/does/not/exist'], "can't be read"],
  ])('refuses %j with a reason', async (args, reason) => {
    await expect(run(args)).rejects.toThrow(reason)
  })

  it('names the line that is not JSON, and input that is not text', async () => {
    await expect(run(['--jsonl'], '{"id":1,"text":"x"}\nnot json')).rejects.toThrow('Line 2')
  })
})
