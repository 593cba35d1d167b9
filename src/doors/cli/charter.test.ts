import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { SHIPPED_CHARTER } from '#src/capabilities/charter-folder.ts'
import { charterCommand } from './charter.ts'

const run = async (...args: string[]) => {
  let out = ''
  const exit = await charterCommand.run(args, {
    stdin: Readable.from([]),
    out: text => void (out += text),
    err: () => undefined,
    interactive: false,
    columns: 80,
  })
  return { exit, out }
}

/** A copy of the default charter with one document edited. */
const edited = (document: string, from: string, to: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'charter-'))
  cpSync(SHIPPED_CHARTER, folder, { recursive: true })
  const text = readFileSync(join(folder, document), 'utf8')
  expect(text).toContain(from)
  writeFileSync(join(folder, document), text.replace(from, to))
  return folder
}

describe('guildhall charter', () => {
  it('test: says that the default charter keeps its examples', async () => {
    const { exit, out } = await run('test')
    expect(exit).toBe(0)
    expect(out).toMatch(/\d+ rules, \d+ examples, all hold/)
  })

  it('test: names file, line and remedy of a misspelt value, and exits 1', async () => {
    const folder = edited('tiers.yaml', "audience == 'outside'", "audience == 'ouside'")
    const { exit, out } = await run('test', folder)
    expect(exit).toBe(1)
    expect(out).toMatch(/tiers\.yaml:\d+:23 "ouside" is not a value of audience\.\n {2}Did you mean "outside"\?/)
  })

  it('explain: shows a rule with its source and both sides', async () => {
    const { out } = await run('explain', 'moves-money')
    expect(out).toContain('when    movesMoney')
    expect(out).toContain('It fires:\n  Refunds up to 20 euros by itself')
    expect(out).toContain('It does not fire:\n  Proposes refunds')
    await expect(run('explain', 'no-such')).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('diff: tells a change in words, also in German', async () => {
    const folder = edited('scope.yaml', 'tierFloor: 3', 'tierFloor: 4')
    expect((await run('diff', SHIPPED_CHARTER, folder)).out).toBe('scope › ml-model › tierFloor was 3 and is now 4.\n')
    expect((await run('diff', SHIPPED_CHARTER, folder, '--lang', 'de')).out).toBe('scope › ml-model › tierFloor war 3 und ist jetzt 4.\n')
    expect((await run('diff', SHIPPED_CHARTER, SHIPPED_CHARTER)).out).toBe('')
  })

  it('impact: names the solutions a new charter changes', async () => {
    const folder = edited(
      'tools.yaml',
      'approvedFor: [public, internal, confidential, customer-pii, other-personal, financial-records]\n    redact',
      'approvedFor: [public, internal, confidential, customer-pii, financial-records]\n    redact',
    )
    const facts = join(folder, 'facts.jsonl')
    writeFileSync(
      facts,
      '{"id":"visitors","tools":["company-assistant"],"dataClasses":["other-personal"],"audience":"my-team"}\n{"id":"notes","tools":["company-assistant"],"dataClasses":["internal"]}\n',
    )
    const { out, exit } = await run('impact', SHIPPED_CHARTER, folder, facts)
    expect(out).toContain('visitors: clarify → blocked; newly blocked by data-boundary')
    expect(out).toContain('2 compared, 1 change, 0 unreadable.')
    expect(exit).toBe(0)
  })
})
