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

  it.each([
    [['--nonsense'], 'no option'],
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
