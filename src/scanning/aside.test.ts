import { afterEach, describe, expect, it } from 'vitest'
import { createScanner, exactHash, type CompanyDetector } from '#src/engines/dlp/index.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import { createAside, SHORT, type Aside, type AsideOptions } from './index.ts'

const open: Aside[] = []
const aside = (options?: AsideOptions): Aside => {
  const made = createAside(options)
  open.push(made)
  return made
}
afterEach(() => Promise.all(open.splice(0).map(each => each.close())))

/** The longest the event loop stood still while `work` went on, in milliseconds of this thread's own processor time. */
const longestStall = async (work: Promise<unknown>): Promise<number> => {
  let worst = 0
  let turns = 0
  let last = process.threadCpuUsage()
  const beat = setInterval(() => {
    const used = process.threadCpuUsage(last)
    worst = Math.max(worst, (used.user + used.system) / 1000)
    turns++
    last = process.threadCpuUsage()
  }, 5)
  await work
  clearInterval(beat)
  expect(turns).toBeGreaterThan(5)
  return worst
}

const code: CompanyDetector = { id: 'PROJECT_CODE', kind: 'pattern', pattern: 'PX-[0-9]{4}' }
const evil: CompanyDetector = { id: 'EVIL', kind: 'pattern', pattern: String.raw`(?:\w{1,30} ?){1,30}\d\d\d` }
const refused = (work: Promise<unknown>): Promise<Refusal> =>
  work.then(
    () => expect.unreachable(),
    (error: unknown) => (error instanceof Refusal ? error : expect.unreachable(String(error))),
  )

describe('a scan in a thread of its own', { timeout: 60_000 }, () => {
  it('finds what a scan here finds', async () => {
    const text = `${'nothing to see '.repeat(SHORT / 10)} PX-1234, jane@example.com`
    const options = { company: [code] }
    expect(await aside(options).scan(text)).toEqual(createScanner(options).scan(text))
    expect(await aside().scan(text)).toEqual(createScanner().scan(text))
    expect(await aside().scan('jane@example.com')).toHaveLength(1)
  })

  it('takes patterns, dictionaries and lists of hashes', async () => {
    const key = 'a key of the company'
    const company: CompanyDetector[] = [
      code,
      { id: 'CODENAME', kind: 'dictionary', entries: ['Blue Heron'] },
      { id: 'CUSTOMER_NUMBER', kind: 'exact', key, hashes: [exactHash(key, 'KD 4711')] },
    ]
    const findings = await aside({ types: [], company }).scan('blue heron, PX-1234 and KD4711')
    expect(findings.map(({ type }) => type)).toEqual(['CODENAME', 'PROJECT_CODE', 'CUSTOMER_NUMBER'])
  })

  it('ends an evil pattern over megabytes at its limit, stalls nobody meanwhile, and scans the next text', async () => {
    const scanner = aside({ types: [], company: [evil, code], timeLimit: 3000 })
    const began = performance.now()
    const long = refused(scanner.scan('a'.repeat(3_000_000)))
    const next = scanner.scan('PX-1234')
    const stall = await longestStall(long)
    expect((await long).code).toBe('scan-too-slow')
    expect((await long).blockers[0]?.remedy).toContain('smaller parts')
    expect(performance.now() - began).toBeLessThan(20_000)
    expect(stall).toBeLessThan(250)
    expect((await next).map(({ type }) => type)).toEqual(['PROJECT_CODE'])
  })

  it('passes on why a detector or a text is refused', async () => {
    const bad: CompanyDetector = { id: 'BAD', kind: 'pattern', pattern: '(?=x)y' }
    expect(await refused(aside({ company: [code, bad] }).scan('x'))).toMatchObject({
      kind: 'invalid',
      code: 'bad-pattern',
      blockers: [{ field: 'company.1.pattern', remedy: expect.stringContaining('RE2') }],
    })
    expect((await refused(aside({ maxLength: 10, company: [code] }).scan('x'.repeat(11)))).code).toBe('text-too-long')
  })

  it('lets nobody wait for ever', async () => {
    const scanner = aside({ types: [], company: [evil], timeLimit: 30_000 })
    const all = Array.from({ length: 102 }, () => refused(scanner.scan('a'.repeat(100_000))))
    expect((await all.at(-1))?.code).toBe('scanner-busy')
    await scanner.close()
    expect((await Promise.all(all.slice(0, -1))).every(each => each.code === 'thread-closed')).toBe(true)
    expect((await refused(scanner.scan('x'))).code).toBe('thread-closed')
  })
})
